"""The office looks after a consultation that runs: who is missing, reminding, a later end, withdrawing."""

from datetime import UTC, datetime, timedelta

import pytest

from storage.consultations import books as rows
from storage.consultations import delegating
from storage.consultations.rules import Consultation, State
from storage.database import Database
from tests.handlers.announcements.writing import owed_to
from tests.handlers.phone import NOW, Phone
from tests.storage.membership.association import KRANJ


async def opens(phone: Phone) -> str:
    """Open the consultation's card."""
    await phone.says("/urad")
    await phone.taps("Obravnave")
    return await phone.taps("31. 3.")


async def votes_all(phone: Phone) -> None:
    """Vote for everything."""
    await phone.says("/start")
    await phone.taps("Obravnave", "(3)", "Glasovanje", "Za pri vseh ostalih", "Za (3)")


async def test_the_card_shows_the_turnout_by_kind(cvetka: Phone, darja: Phone, bojan: Phone, law: Consultation) -> None:
    await votes_all(darja)
    await bojan.says("/start")
    await bojan.taps("Obravnave", "(3)", "Glasovanje", "Za")
    seen = await opens(cvetka)
    assert "Na vse je odgovorila 1 knjižnica od 2" in seen
    assert "Začela je še 1 knjižnica" in seen
    assert "• osrednja območna: 1 od 1\n• splošna: 0 od 1" in seen
    seen = await cvetka.taps("Kdo še ni")
    assert "1 knjižnica še ni odgovorila na vse." in seen
    assert "• Valvasorjeva knjižnica Krško: 1 od 3" in seen
    assert "Kranj" not in seen


async def test_who_is_missing_tells_that_nobody_is_in_chat(cvetka: Phone, darja: Phone, law: Consultation) -> None:
    await opens(cvetka)
    seen = await cvetka.taps("Kdo še ni")
    assert "• Mestna knjižnica Kranj: 0 od 3\n" in seen
    assert "• Valvasorjeva knjižnica Krško: 0 od 3 (nikogar v klepetu)" in seen


async def test_given_votes_are_shown(
    cvetka: Phone, darja: Phone, bojan: Phone, law: Consultation, books: Database
) -> None:
    person = await bojan.me()
    assert person is not None
    await books.transact(delegating.give, law.id, KRANJ.id, person.id, NOW)
    assert "🤝 1 knjižnica je glas dala drugi" in await opens(cvetka)
    assert "Valvasorjeva knjižnica Krško → Mestna knjižnica Kranj" in await cvetka.taps("Dani glasovi")
    await cvetka.taps("Nazaj")
    assert "Krško: 0 od 3 (glas ima Mestna knjižnica Kranj)" in await cvetka.taps("Kdo še ni")


async def test_the_rules_can_be_looked_up(cvetka: Phone, law: Consultation) -> None:
    await opens(cvetka)
    assert "Za podporo: več kot polovica oddanih glasov" in await cvetka.taps("Pravila")


async def test_only_those_who_have_not_finished_are_reminded_and_once_a_day(
    cvetka: Phone, darja: Phone, bojan: Phone, law: Consultation, books: Database
) -> None:
    await votes_all(darja)
    await opens(cvetka)
    assert "Opomnik za 1 knjižnico" in await cvetka.taps("Opomni")
    assert "Opomnik prejme 1 oseba." in await cvetka.taps("Opomni")
    person = await bojan.me()
    assert person is not None
    assert [to for kind, to in await owed_to(books) if kind == "consultation_reminder"] == [person.id]
    await opens(cvetka)
    assert "danes že šel, ob 10.00" in await cvetka.taps("Opomni", "Opomni")
    cvetka.now += timedelta(days=1)
    await opens(cvetka)
    assert "Opomnik prejme 1 oseba." in await cvetka.taps("Opomni", "Opomni")


async def test_nobody_in_chat_is_no_reminder(cvetka: Phone, law: Consultation) -> None:
    await opens(cvetka)
    assert "vpišete iz dopisa" in await cvetka.taps("Opomni", "Opomni")


async def test_the_end_is_moved_on(cvetka: Phone, darja: Phone, law: Consultation, books: Database) -> None:
    await opens(cvetka)
    assert "⏳ Konec: sreda, 31. marec 2027, ob 11.00" in await cvetka.taps("Podaljšaj")
    assert "Konec je mogoče samo podaljšati." in await cvetka.says("30. 3. 2027 ob 12.00")
    await cvetka.taps("Nazaj")
    assert "Te ure ne razumem" in (await cvetka.says("7. 4. 2027") and await cvetka.says("opoldne nekje"))
    seen = await cvetka.says("12.00")
    assert "Novi konec: sreda, 7. april 2027, ob 12.00" in seen
    assert "Obvestilo bo prejela 1 oseba." in seen
    button = cvetka.keys["Podaljšaj"]
    assert "podaljšana do 7.\xa0aprila ob 12.00" in await cvetka.forges(button)
    assert "podaljšana" not in await cvetka.forges(button)
    one = await books.read(rows.find, law.id)
    assert one is not None
    assert one.terms.ends_at == datetime(2027, 4, 7, 10, tzinfo=UTC)


async def test_the_end_is_chosen_in_the_calendar(cvetka: Phone, law: Consultation) -> None:
    await opens(cvetka)
    await cvetka.taps("Podaljšaj", "›")
    assert "Do katere ure?" in await cvetka.taps("7")
    assert "Novi konec: sreda, 7. april 2027, ob 12.00" in await cvetka.taps("12.00")


async def test_withdrawing_is_asked_once_with_its_consequence(
    cvetka: Phone, darja: Phone, law: Consultation, books: Database
) -> None:
    await opens(cvetka)
    seen = await cvetka.taps("Umakni")
    assert "Oddani glasovi se ne štejejo in izida ne bo." in seen
    assert "Obvestilo bo prejela 1 oseba." in seen
    assert "je umaknjena" in await cvetka.taps("Umakni")
    one = await books.read(rows.find, law.id)
    assert one is not None
    assert one.state is State.WITHDRAWN
    await cvetka.taps("Nazaj")
    assert not {"Umakni", "Podaljšaj", "Opomni", "Nova različica", "Kdo še ni"} & set(cvetka.keys)
    await cvetka.taps("Nazaj")
    assert any(key.startswith("✖ ") for key in cvetka.keys)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (["Opomni"], ["Opomni"]),
        (["Umakni"], ["Umakni"]),
        (["Podaljšaj", "5. 5. 2027 ob 12.00"], ["Podaljšaj"]),
        (["Nova različica", "1. člen\n\nNovo.", "Naprej", "Naprej"], ["Objavi različico"]),
        (["Glas iz dopisa"], ["Valvasorjeva knjižnica Krško"]),
        ([], ["Nova različica"]),
        ([], ["Opomni", "Opomni"]),
    ],
)
async def test_what_is_over_meanwhile_is_said(
    cvetka: Phone, law: Consultation, first: list[str], then: list[str]
) -> None:
    await opens(cvetka)
    for said in first:
        await (cvetka.taps(said) if said in cvetka.keys else cvetka.says(said))
    cvetka.now += timedelta(days=40)
    assert "konč" in await cvetka.taps(*then)
