"""The office says when an announcement goes: at once, at a moment, again and again."""

from datetime import UTC, datetime, time

import pytest

from storage.announcements.rules import Late, State
from storage.announcements.times import Every, Repeat, jumped_over, repeat_of
from storage.database import Database
from tests.handlers.announcements.writing import announced, writes
from tests.handlers.phone import NOW, Phone
from tests.handlers.world import draft_of


async def test_at_a_typed_moment(association: Database, cvetka: Phone) -> None:
    await writes(cvetka)
    await cvetka.taps("Čas")
    assert "🕐 Pošlje se: jutri ob 9.30" in await cvetka.says("jutri ob 9.30")
    assert "Pošlji" not in cvetka.keys
    assert "⏳ Načrtovano: jutri ob 9.30" in await cvetka.taps("Načrtuj")
    (one,) = await announced(association)
    assert (one.state, one.send_at) == (State.PLANNED, datetime(2027, 3, 2, 8, 30, tzinfo=UTC))


async def test_by_the_calendar_and_an_hour(association: Database, cvetka: Phone) -> None:
    await writes(cvetka)
    await cvetka.taps("Čas", "›", "12")
    assert "Ob kateri uri?" in cvetka.sees
    assert "ponedeljek, 12. april 2027, ob 9.30" in await cvetka.taps("9.30")
    assert "Pošlje se takoj" in await cvetka.taps("Čas", "Takoj")


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("pol desetih zj", "ne razumem"),
        ("9.30", "Manjka dan"),
        ("1. 2. 2027 ob 9.00", "že minil"),
        ("28. 3. 2027 ob 2.30", "poletni čas"),
        ("31. 2. 2028", "ni v koledarju"),
    ],
)
async def test_a_moment_that_is_none_is_answered_and_nothing_is_lost(cvetka: Phone, said: str, why: str) -> None:
    await writes(cvetka)
    await cvetka.taps("Čas")
    before = await draft_of(cvetka, "announcements")
    seen = await cvetka.says(said)
    assert why in seen
    assert seen.endswith("je shranjeno.")
    assert await draft_of(cvetka, "announcements") == before


async def test_a_moment_that_passes_while_the_draft_waits_is_not_sent_at(cvetka: Phone) -> None:
    await writes(cvetka)
    await cvetka.taps("Čas")
    await cvetka.says("jutri ob 9.30")
    cvetka.now = datetime(2027, 3, 3, 9, tzinfo=UTC)
    seen = await cvetka.taps("Pripni")
    assert "⚠️ Izbrani čas je že minil. Izberite drugega." in seen
    assert "Načrtuj" not in cvetka.keys
    await cvetka.taps("Čas", "Takoj")
    assert "Pošlji" in cvetka.keys


@pytest.mark.parametrize(
    ("taps", "expected", "says", "first"),
    [
        (("Vsak dan", "9.00", "Brez konca"), Repeat(Every.DAY, time(9)), "🔁 Vsak dan ob 9.00; prvič jutri ob 9.00",
         datetime(2027, 3, 2, 8, tzinfo=UTC)),
        (("Vsak teden", "Ponedeljek", "9.00", "5-krat"), Repeat(Every.WEEK, time(9), weekday=1, left=5),
         "🔁 Vsak ponedeljek ob 9.00, 5‑krat; prvič 8. 3.",
         datetime(2027, 3, 8, 8, tzinfo=UTC)),
        (("Vsak mesec", "Prvi v mesecu", "16.00", "Brez konca"), Repeat(Every.MONTH, time(16), day=1),
         "🔁 Vsakega 1. v mesecu ob 16.00; prvič danes ob 16.00", datetime(2027, 3, 1, 15, tzinfo=UTC)),
        (("Vsak mesec", "Zadnji v mesecu", "8.00", "Brez konca"), Repeat(Every.MONTH, time(8), day=31),
         "🔁 Zadnji dan vsakega meseca ob 8.00; prvič 31. 3.",
         datetime(2027, 3, 31, 6, tzinfo=UTC)),
    ],
)  # fmt: skip
async def test_again_and_again(
    association: Database, cvetka: Phone, taps: tuple[str, ...], expected: Repeat, says: str, first: datetime
) -> None:
    await writes(cvetka)
    cvetka.now = NOW
    assert says in await cvetka.taps("Čas", "Ponavljanje", *taps)
    await cvetka.taps("Načrtuj")
    (one,) = await announced(association)
    assert one.repeat is not None
    assert (repeat_of(one.repeat), one.send_at) == (expected, first)


async def test_it_ends_on_a_typed_day_or_after_a_typed_number(cvetka: Phone) -> None:
    await writes(cvetka)
    await cvetka.taps("Čas", "Ponavljanje", "Vsak mesec")
    assert "od 1 do 31" in await cvetka.says("32")
    await cvetka.says("15")
    await cvetka.says("ob 8.15")
    assert "Napišite število od 1 do 999" in await cvetka.says("0")
    assert "Tega ne razumem" in await cvetka.says("nikoli")
    assert "niti enkrat" in await cvetka.says("10. 3. 2027")
    seen = await cvetka.says("30. 6. 2027")
    assert "🔁 Vsakega 15. v mesecu ob 8.15, zadnji dan: sreda, 30. junij 2027; prvič 15. 3." in seen
    await cvetka.taps("Čas", "Ponavljanje", "Vsak dan", "9.00")
    assert "Vsak dan ob 9.00, 7‑krat" in await cvetka.says("7")


@pytest.mark.parametrize("how", [("Vsak dan",), ("Vsak teden", "Nedelja")])
@pytest.mark.parametrize("now", [NOW, datetime(2027, 3, 28, 0, 0, tzinfo=UTC), datetime(2027, 10, 31, 0, tzinfo=UTC)])
async def test_rule_5_one_set_to_half_past_two_is_refused_with_the_reason(
    cvetka: Phone, how: tuple[str, ...], now: datetime
) -> None:
    await writes(cvetka)
    cvetka.now = now
    await cvetka.taps("Čas", "Ponavljanje", *how)
    before = await draft_of(cvetka, "announcements")
    seen = await cvetka.says("2.30")
    assert "Ura 2.30 ni mogoča: marca se ura med 2.00 in 3.00 premakne na poletni čas" in seen
    assert await draft_of(cvetka, "announcements") == before
    assert "Do kdaj?" in await cvetka.says("3.00")


def test_only_the_hour_after_two_is_jumped_over() -> None:
    assert [hour for hour in range(24) for minute in (0, 59) if jumped_over(time(hour, minute))] == [2, 2]


async def test_urgent_asks_whether_it_really_is(association: Database, cvetka: Phone) -> None:
    await writes(cvetka)
    assert "Ali je res nujno?" in await cvetka.taps("Nujno")
    assert "❗ Nujno" not in await cvetka.taps("Nazaj")
    assert "❗ Nujno: prispe tudi ponoči." in await cvetka.taps("Nujno", "Res je nujno")
    assert "❗ Nujno" not in await cvetka.taps("Ni nujno")
    await cvetka.taps("Nujno", "Res je nujno", "Pripni", "Pošlji")
    (one,) = await announced(association)
    assert (one.urgent, one.pinned) == (True, True)


async def test_what_is_late_follows_the_rule_that_is_chosen(association: Database, cvetka: Phone) -> None:
    await writes(cvetka)
    assert "Zamuda" not in cvetka.keys
    await cvetka.taps("Čas")
    await cvetka.says("jutri ob 9.30")
    assert "Če zamudi, počaka na odločitev." in await cvetka.taps("Zamuda", "Počakaj in vprašaj")
    await cvetka.taps("Načrtuj")
    (one,) = await announced(association)
    assert one.late is Late.HOLD
