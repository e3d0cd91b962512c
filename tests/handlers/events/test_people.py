"""Those at an event, as the office looks after them: letting in by hand, taking off, messages, lists and exports."""

from datetime import timedelta

import pypdfium2
import pytest
from sqlalchemy import Connection, insert

from storage.database import Database
from storage.events import desk
from storage.events.desk import Which
from storage.events.questions import Option, Question
from storage.events.rules import Event
from storage.events.seats import State
from storage.events.tables import registrations
from storage.people import PersonId
from tests.handlers.events.office import change
from tests.handlers.phone import Phone
from tests.handlers.post import deliver
from tests.handlers.spreadsheet import sheets
from tests.storage.events.sample import NOW, owed, publish, register, seats_taken
from tests.storage.membership.association import KRANJ, KRSKO

SL = "Prinesite, prosim, prenosnik."
LUNCH = Question("1", "Kosilo?", "Lunch?", (Option("1", "Da", "Yes"), Option("2", "Ne", "No")))
FOOD = Question("2", "Kaj jeste?", required=False)


@pytest.fixture
async def small(association: Database) -> Event:
    """The workshop with one seat, and two questions."""
    return await publish(association, capacity=1, questions=(LUNCH, FOOD))


def crowd(tx: Connection, event: Event, count: int, state: State = State.SEATED) -> None:
    """Let guests of two libraries in, straight into the books."""
    rows = [
        {
            "event_id": event.id, "library_id": (KRANJ.id, KRSKO.id)[number % 2], "state": state,
            "guest": f"Gostja {number:05} z zelo dolgim imenom in priimkom", "told_version": 1, "registered_at": NOW,
            "answers": {"2": f"=1+{number}"},
        }
        for number in range(count)
    ]  # fmt: skip
    tx.execute(insert(registrations), rows)


async def enter(cvetka: Phone, event: Event, *said: str) -> str:
    """Let somebody in by hand: say a name, then tap."""
    await cvetka.forges(f"eoe:{event.id}:0")
    await cvetka.taps("Prijavi osebo")
    await cvetka.says(said[0])
    return await cvetka.taps(*said[1:])


async def test_a_member_is_found_by_name_or_library_and_let_in(
    association: Database, cvetka: Phone, ana: Phone, bojan: Phone, workshop: Event
) -> None:
    assert "Ana ima mesto." in await enter(cvetka, workshop, "ana", "Ana · Mestna knjižnica Kranj")
    assert "Bojan ima mesto." in await enter(cvetka, workshop, "krsko", "Bojan · ")
    assert "Ana je že na seznamu." in await enter(cvetka, workshop, "Ana", "Ana · ")
    await cvetka.taps("Še ena oseba")
    assert (await cvetka.says("Nika")).endswith("nikogar za »Nika«. Prijavite gosta ali napišite drugo ime.")
    await enter(cvetka, workshop, "Ana", "Ana · ")
    assert "✅ Ima mesto." in await cvetka.taps("Prijava osebe")
    assert await association.read(seats_taken, workshop.id) == 2
    assert [kind for kind, *_ in await association.read(owed)] == ["event_entered", "event_entered"]
    assert "Zasedena mesta: 2 od 30" in await cvetka.forges(f"eoe:{workshop.id}:0")


async def test_a_guest_from_outside_speaks_and_does_not_take_a_seat(
    association: Database, cvetka: Phone, small: Event
) -> None:
    seen = await enter(cvetka, small, "mag. Vida Kos, Ministrstvo za kulturo", "Predava", "Gost: mag. Vida Kos")
    assert "mag. Vida Kos, Ministrstvo za kulturo ima mesto." in seen
    await cvetka.taps("Še ena oseba")
    await cvetka.says("Gost z ministrstva")
    guest = next(data for label, data in cvetka.keys.items() if label.startswith("Gost: "))
    assert "Gost z ministrstva ima mesto." in await cvetka.forges(guest)
    assert (await cvetka.forges(guest)).startswith("Ta pogovor je že končan.")
    await cvetka.forges(f"eos:{small.id}:0")
    assert "Zasedena mesta: 1 od 1\nPredavatelji in drugi, ki mesta ne zasedejo: 1\n" in cvetka.sees
    seen = await enter(cvetka, small, "Še en gost", "Gost: Še en gost")
    assert seen.endswith("gost pa ne more čakati v vrsti. Povečajte število mest ali koga odstranite.")
    assert "Še en gost ima mesto." in await cvetka.taps("Predava", "Gost: Še en gost")
    found = await association.read(desk.listed, small.id, Which.SEATED, 0)
    assert found is not None
    assert [(one.name, one.guest, one.speaks) for one in found.page.lines] == [
        ("mag. Vida Kos, Ministrstvo za kulturo", True, True), ("Gost z ministrstva", True, False),
        ("Še en gost", True, True),
    ]  # fmt: skip


async def test_a_full_event_lets_members_into_its_list(
    association: Database, cvetka: Phone, ana: Phone, bojan: Phone, small: Event
) -> None:
    await enter(cvetka, small, "ana", "Ana · ")
    assert "Bojan je v čakalni vrsti" in await enter(cvetka, small, "bojan", "Bojan · ")
    assert "V čakalni vrsti: 1" in await cvetka.taps("Dogodek")
    assert "V čakalni vrsti je 1 oseba" in await cvetka.taps("Čakalna vrsta")
    assert "⏳ 1. v čakalni vrsti." in await cvetka.taps("1. Bojan · Valvasorjeva")


async def test_a_speaker_is_told_so_and_sees_it_on_the_card(
    association: Database, cvetka: Phone, ana: Phone, small: Event
) -> None:
    await enter(cvetka, small, "ana", "Predava", "Ana · ")
    (heard,) = (await deliver(association, NOW, ana))["Ana"]
    assert heard.startswith("Predavate na dogodku »Delavnica")
    assert heard.endswith("Če vam ne ustreza več, prijavo odpovejte.")
    assert "🎤 Na dogodku predavate." in await ana.taps("Dogodek")


async def test_the_office_is_told_of_guests_whom_the_bot_does_not_reach(
    cvetka: Phone, ana: Phone, workshop: Event
) -> None:
    await enter(cvetka, workshop, "Gost", "Gost: Gost")
    await change(cvetka, workshop, "Kraj")
    seen = await cvetka.says("Celje")
    assert seen.endswith("\n\n1 gost od drugod obvestila ne prejme, obvestite ga sami.")
    await enter(cvetka, workshop, "ana", "Ana · ")
    await cvetka.taps("Dogodek")
    seen = await cvetka.taps("Odpoved dogodka")
    assert "bo prejela 1 oseba.\n1 gost od drugod obvestila ne prejme, obvestite ga sami.\n" in seen


async def test_taking_somebody_off_asks_once_tells_them_and_moves_the_list(
    association: Database, cvetka: Phone, ana: Phone, bojan: Phone, small: Event
) -> None:
    await ana.forges(f"er:{small.id}")
    await enter(cvetka, small, "ana", "Ana · ")
    await enter(cvetka, small, "bojan", "Bojan · ")
    await cvetka.taps("Dogodek", "Prijavljeni", "Po osebah", "Ana · ")
    assert "Mesto dobi prvi v čakalni vrsti" in await cvetka.taps("Odstrani")
    assert await association.read(seats_taken, small.id) == 1
    off = cvetka.keys["Odstrani"]
    assert "Odstranjeno: Ana." in await cvetka.taps("Odstrani")
    assert "Te prijave ni več." in await cvetka.forges(off)
    assert {kind for kind, *_ in await association.read(owed)} >= {"event_removed", "event_offered"}
    assert "Ponujeno: 1 mesto čaka na odgovor" in await cvetka.forges(f"eoe:{small.id}:0")
    assert "🎟 pomeni" in await cvetka.taps("Čakalna vrsta")
    assert "Mesto je ponujeno" in await cvetka.taps("🎟 Bojan · Valvasorjeva")


async def test_nobody_is_let_in_or_taken_off_when_it_is_over(
    cvetka: Phone, association: Database, ana: Phone, workshop: Event
) -> None:
    await register(association, workshop, PersonId(1))
    cvetka.now = workshop.details.ends_at + timedelta(minutes=1)
    assert "Dogodek je minil" in await cvetka.forges(f"ean:{workshop.id}")
    assert "Dogodek je minil." in await cvetka.forges(f"eam:{workshop.id}:1:0")
    assert "Dogodek je minil." in await cvetka.forges("eax:1:1")
    assert await association.read(seats_taken, workshop.id) == 1


async def test_a_message_to_those_with_a_seat_or_waiting_begins_with_them_chosen(
    association: Database, cvetka: Phone, ana: Phone, bojan: Phone, small: Event
) -> None:
    await enter(cvetka, small, "ana", "Ana · ")
    await cvetka.taps("Dogodek", "Sporočilo")
    await cvetka.says(SL)
    assert "z mestom na dogodku »Delavnica" in await cvetka.taps("Enako za vse", "Brez gumbov")
    await enter(cvetka, small, "Gost", "Predava", "Gost: Gost")
    await enter(cvetka, small, "bojan", "Bojan · ")
    assert "Komu želite pisati?" in await cvetka.taps("Dogodek", "Sporočilo")
    assert {"Z mestom (1)", "V vrsti (1)"} <= cvetka.keys.keys()
    assert "čaka" in await cvetka.taps("V vrsti (1)")
    await cvetka.taps("Začni znova")
    await cvetka.says(SL)
    assert "v čakalni vrsti za dogodek »Delavnica" in await cvetka.taps("Enako za vse", "Brez gumbov")
    assert "ni mogoče najti" in await cvetka.forges("ato:seat:99:0")
    assert "ni mogoče najti" in await cvetka.forges("ato:nekaj:1:0")


async def test_rule_11_two_hundred_names_never_overflow_and_exports_hold_all(
    association: Database, cvetka: Phone, small: Event
) -> None:
    await association.transact(crowd, small, 200)
    await association.transact(crowd, small, 60, State.WAITING)
    await cvetka.forges(f"eos:{small.id}:0")
    assert len(cvetka.sees) < 4096
    for which, count in (("seated", 200), ("queue", 60)):
        for page in range(-(-count // desk.PAGE)):
            await cvetka.forges(f"eal:{small.id}:{which}:{page}")
            assert sum(label.count("Gostja") for label in cvetka.keys) == min(desk.PAGE, count - page * desk.PAGE)
    await cvetka.forges(f"eal:{small.id}:queue:0")
    assert next(iter(cvetka.keys)).startswith("1. Gostja 00000")
    rows = (await _sheet(cvetka, small))[1:]
    assert len(rows) == 260
    assert [row[0] for row in rows[-2:]] == [
        f"Gostja {number:05} z zelo dolgim imenom in priimkom" for number in (58, 59)
    ]
    paper = await _paper(cvetka, small)
    assert sum(page.count("Gostja") for page in paper) == 200
    assert all(f"{number} / {len(paper)}" in page for number, page in enumerate(paper, 1))


async def test_a_library_that_goes_on_overleaf_is_named_again(
    association: Database, cvetka: Phone, workshop: Event
) -> None:
    await association.transact(crowd, workshop, 160)
    paper = [page.replace("\u00a0", " ") for page in await _paper(cvetka, workshop)]
    assert all("Knjižnica" in page or "knjižnica" in page for page in paper)
    assert sum("(nadaljevanje)" in page for page in paper) >= len(paper) - 2


async def _sheet(cvetka: Phone, event: Event) -> list[list[str]]:
    await cvetka.forges(f"eas:{event.id}")
    return next(iter(sheets(cvetka.bot.shown[0]["document"]).values()))


async def _paper(cvetka: Phone, event: Event) -> list[str]:
    await cvetka.forges(f"eak:{event.id}")
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(cvetka.bot.shown[0]["document"])]


async def test_the_spreadsheet_has_a_column_for_each_question_and_no_formulas(
    association: Database, cvetka: Phone, ana: Phone, small: Event
) -> None:
    await association.transact(crowd, small, 1)
    await enter(cvetka, small, "ana", "Ana · ")
    header, first, second = await _sheet(cvetka, small)
    assert header[-2:] == ["Kosilo?", "Kaj jeste?"]
    assert first[-1] == "=1+0"
    assert second[:4] == ["Ana", "Mestna knjižnica Kranj", "čaka", "1"]


async def test_the_list_to_print_is_by_library_in_the_order_of_the_alphabet(
    association: Database, ana: Phone, bojan: Phone, cvetka: Phone, workshop: Event
) -> None:
    for person in (2, 1):
        await register(association, workshop, PersonId(person))
    await enter(cvetka, workshop, "Gost", "Predava", "Gost: Gost")
    page = "".join(await _paper(cvetka, workshop)).replace("\u00a0", " ")
    order = ["Delavnica", "3 osebe z mestom", "Mestna knjižnica Kranj (1)", "Ana", "Valvasorjeva", "Bojan", "Od drugod",
             "Gost (predava)"]  # fmt: skip
    places = [page.index(one) for one in order]
    assert places == sorted(places)


async def test_nothing_to_see_where_there_is_nobody(cvetka: Phone, workshop: Event) -> None:
    for data in ("eal:9:seated:0", "eas:9", "eak:9", "eaw:9", "ean:9"):
        assert (await cvetka.forges(data)).startswith("Tega dogodka ni.")
    assert "Te prijave ni več." in await cvetka.forges("eap:9:0")
    assert "Mesta nima še nihče." in await cvetka.forges(f"eal:{workshop.id}:seated:7")
    assert "ni nikogar" in await cvetka.forges(f"eal:{workshop.id}:queue:0")
