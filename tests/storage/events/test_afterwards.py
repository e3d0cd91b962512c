"""After an event: who was there, certificates, the record."""

from collections.abc import Sequence

import pytest
from sqlalchemy import Connection, delete, select

from storage.database import Database
from storage.events import attendance, certificates, publishing, record
from storage.events.after_tables import certificates as table
from storage.events.attendance import KIND, NoSuch, NotOver, Said
from storage.events.certificates import Certificate, MayHave, NotThere, NotYet, initials, whole_name
from storage.events.rules import Cancelled, RegistrationId
from storage.outbox import outbox
from storage.people import Person, PersonId
from tests.storage.events.afterwards import AT_DOOR, OVER, certificate, number_of, scan, typed, was_there
from tests.storage.events.sample import owed, publish, register
from tests.storage.events.test_leaving import forget


async def told(books: Database) -> list[PersonId]:
    """Who is told that they were there."""
    return [PersonId(person) for kind, person, _ in await books.read(owed) if kind == KIND]


async def test_those_who_checked_in_are_proposed_and_confirmed(
    association: Database, ana: Person, bojan: Person, cvetka: Person
) -> None:
    event = await publish(association)
    for person in (ana, bojan):
        await register(association, event, person.id)
    await scan(association, await association.read(number_of, event.id, ana.id), cvetka.id)
    proposed = await association.read(attendance.attendance, event.id)
    assert proposed is not None
    assert (proposed.came, proposed.seated, proposed.confirmed) == (1, 2, False)
    done = await association.transact(attendance.confirm, event.id, cvetka.id, OVER, everybody=False)
    assert isinstance(done, Said)
    assert (done.attendance.came, done.attendance.confirmed) == (1, True)
    assert await told(association) == [ana.id]


async def test_all_can_be_confirmed_and_one_put_right_who_is_told_once(
    association: Database, ana: Person, bojan: Person, cvetka: Person
) -> None:
    event = await publish(association)
    for person in (ana, bojan):
        await register(association, event, person.id)
    number = await association.read(number_of, event.id, ana.id)
    await association.transact(attendance.mark, number, cvetka.id, OVER, came=True)
    assert await told(association) == []
    await association.transact(attendance.confirm, event.id, cvetka.id, OVER, everybody=True)
    for came in (False, True):
        done = await association.transact(attendance.mark, number, cvetka.id, OVER, came=came)
        assert isinstance(done, Said)
        assert done.attendance.came == 1 + came
    assert sorted(await told(association)) == sorted([ana.id, bojan.id])


async def test_whoever_is_put_right_is_told_and_nobody_else(
    association: Database, ana: Person, bojan: Person, cvetka: Person
) -> None:
    event = await publish(association)
    for person in (ana, bojan):
        await register(association, event, person.id)
    await was_there(association, event, ana.id, by=cvetka.id)

    def long_after(tx: Connection) -> None:
        tx.execute(delete(outbox))

    await association.transact(long_after)
    number = await association.read(number_of, event.id, bojan.id)
    for came in (False, True):
        await association.transact(attendance.mark, number, cvetka.id, OVER, came=came)
        assert await told(association) == [bojan.id] * came


async def test_an_old_button_does_not_confirm_all_again(
    association: Database, ana: Person, bojan: Person, cvetka: Person
) -> None:
    event = await publish(association)
    for person in (ana, bojan):
        await register(association, event, person.id)
    for everybody in (False, True):
        done = await association.transact(attendance.confirm, event.id, cvetka.id, OVER, everybody=everybody)
        assert isinstance(done, Said)
        assert done.attendance.came == 0
    assert await told(association) == []


async def test_nobody_was_at_what_is_not_over_or_was_called_off(
    association: Database, ana: Person, cvetka: Person
) -> None:
    event = await publish(association)
    await register(association, event, ana.id)
    number = await association.read(number_of, event.id, ana.id)
    assert await association.transact(attendance.mark, number, cvetka.id, AT_DOOR, came=True) == NotOver(event)
    done = await association.transact(attendance.confirm, event.id, cvetka.id, AT_DOOR, everybody=True)
    assert done == NotOver(event)
    await association.transact(publishing.cancel_event, event.id, cvetka.id, AT_DOOR)
    done = await association.transact(attendance.confirm, event.id, cvetka.id, OVER, everybody=True)
    assert done == Cancelled()
    assert await association.transact(attendance.mark, RegistrationId(99), cvetka.id, OVER, came=True) == NoSuch()


async def test_a_certificate_is_for_who_was_there_once_staff_have_said_so(
    association: Database, ana: Person, bojan: Person, cvetka: Person
) -> None:
    event = await publish(association)
    for person in (ana, bojan):
        await register(association, event, person.id)
    assert await association.read(certificates.may_have, event.id, ana.id) == NotYet(event)
    assert isinstance(await certificate(association, event, ana.id, "Ana Novak"), NotThere)
    await was_there(association, event, ana.id, by=cvetka.id)
    assert await association.read(certificates.may_have, event.id, ana.id) == MayHave(event, None)
    assert await association.read(certificates.may_have, event.id, bojan.id) == NotThere()
    assert isinstance(await certificate(association, event, bojan.id, "Bojan Kos"), NotThere)


async def test_numbers_are_never_given_twice_and_a_certificate_made_anew_keeps_its_own(
    association: Database, crowd: Sequence[Person], cvetka: Person
) -> None:
    event = await publish(association)
    for person in crowd[:3]:
        await register(association, event, person.id)
    await was_there(association, event, *(person.id for person in crowd[:3]), by=cvetka.id)
    made = [await certificate(association, event, one.id, "Ana Novak", f"{one.id:012}") for one in crowd[:3]]
    assert len({one.number for one in made}) == 3
    again = await certificate(association, event, crowd[0].id, "Ana Marija Novak", "X" * 12)
    assert isinstance(again, Certificate)
    assert (again.number, again.code, again.name) == (made[0].number, made[0].code, "Ana Marija Novak")


async def test_a_certificate_is_genuine_however_its_code_is_typed(
    association: Database, ana: Person, cvetka: Person
) -> None:
    event = await publish(association)
    await register(association, event, ana.id)
    await was_there(association, event, ana.id, by=cvetka.id)
    made = await certificate(association, event, ana.id, "Ana Novak")
    for said in ("K7Q2M9XD4TRP", "k7q2-m9xd-4trp", " K7Q2 M9XD 4TRP "):
        assert await association.read(certificates.genuine, said) == made
    for said in ("", "K7Q2M9XD4TR", "K7Q2M9XD4TRR", "' OR 1=1 --xx", "%" * 12, "š" * 12):
        assert await association.read(certificates.genuine, said) is None


def names(tx: Connection) -> list[str | None]:
    """Read the names on certificates."""
    return list(tx.execute(select(table.c.name)).scalars())


async def test_the_certificate_of_somebody_erased_is_genuine_without_the_name(
    association: Database, ana: Person, cvetka: Person
) -> None:
    event = await publish(association)
    await register(association, event, ana.id)
    await was_there(association, event, ana.id, by=cvetka.id)
    made = await certificate(association, event, ana.id, "Ana Novak")
    await association.transact(forget, ana.id, 73)
    assert await association.read(names) == [None]
    found = await association.read(certificates.genuine, made.code)
    assert found is not None
    assert (found.number, found.name) == (made.number, None)


async def test_a_certificate_is_not_genuine_once_attendance_was_taken_back(
    association: Database, ana: Person, cvetka: Person
) -> None:
    event = await publish(association)
    await register(association, event, ana.id)
    await was_there(association, event, ana.id, by=cvetka.id)
    made = await certificate(association, event, ana.id, "Ana Novak")
    number = await association.read(number_of, event.id, ana.id)
    await association.transact(attendance.mark, number, cvetka.id, OVER, came=False)
    assert await association.read(certificates.genuine, made.code) is None
    assert await association.read(certificates.may_have, event.id, ana.id) == NotThere()


async def test_a_draft_of_somebody_else_makes_no_certificate(
    association: Database, ana: Person, bojan: Person, cvetka: Person
) -> None:
    event = await publish(association)
    for person in (ana, bojan):
        await register(association, event, person.id)
    await was_there(association, event, ana.id, bojan.id, by=cvetka.id)
    draft = await typed(association, ana.id, certificates.FEATURE, event=event.id, name="Ana Novak")
    await association.transact(certificates.issue, draft.id, draft.version, "Y" * 12, bojan.id, OVER)
    assert await association.read(names) == []


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Ana Novak", "Ana Novak"), ("  Ana   Novak ", "Ana Novak"), ("dr. Žiga Črt-Šuštar", "dr. Žiga Črt-Šuštar"),
        ("Ana Novak, mag.", "Ana Novak, mag."), ("Siobhán O’Brien", "Siobhán O’Brien"), ("Ana", None),
        ("Ana Novak 7", None), ("<b>Ana</b> Novak", None), ("Ana\x00 Novak", None), ("A " * 60, None), ("", None),
    ],
)  # fmt: skip
def test_a_whole_name_is_two_words_of_letters(said: str, name: str | None) -> None:
    assert whole_name(said) == name


@pytest.mark.parametrize(
    ("name", "shown"), [("Ana Novak", "A. N."), ("dr. Žiga Črt-Šuštar", "Ž. Č. Š."), ("ana novak", "")]
)
def test_of_a_name_only_initials_are_shown(name: str, shown: str) -> None:
    assert initials(name) == shown


async def test_the_record_holds_what_was_confirmed_the_last_first(
    association: Database, ana: Person, cvetka: Person
) -> None:
    events = [await publish(association, hours=5), await publish(association, title_sl="Drugo", hours=3)]
    unconfirmed = await publish(association, title_sl="Tretje")
    for event in (*events, unconfirmed):
        await register(association, event, ana.id)
    await scan(association, await association.read(number_of, unconfirmed.id, ana.id), cvetka.id)
    for event in events:
        await was_there(association, event, ana.id, by=cvetka.id)
    made = await certificate(association, events[1], ana.id, "Ana Novak")
    found = await association.read(record.record, ana, OVER)
    assert [one.event.id for one in found.attended] == [one.id for one in events]
    assert [one.certificate for one in found.attended] == [None, made.number]
    assert (found.name, found.hours) == ("Ana Novak", 8)
