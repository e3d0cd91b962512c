"""What somebody got, found again; how long it is kept, and that it goes with them."""

import json
from datetime import timedelta

import pytest

from storage import books as all_books
from storage import outbox
from storage.announcements import actions, afterwards, archive
from storage.announcements.archive import PAGE
from storage.announcements.rules import Choice, Content, Part
from storage.books import ANNOUNCED_KEPT, SETTLED_KEPT
from storage.database import Database
from storage.membership import leaving, own
from storage.outbox import MessageKey, Owed
from storage.outbox import State as Delivery
from storage.people import Person, PersonId
from storage.sending import Blocked, Refused, Result, Uncertain
from tests.storage.announcements.sample import NOW, ask_to_confirm, deliver, owed, submit, text

LIBRARIANS = (Choice("role", {"roles": ["librarian"]}),)


async def test_the_newest_come_first_by_eight(association: Database, ana: Person, cvetka: Person) -> None:
    sent = [
        await submit(association, cvetka, NOW + timedelta(days=day), content=text(f"Dan {day}")) for day in range(10)
    ]
    await deliver(association, NOW + timedelta(days=10))
    newest = [one.id for one in reversed(sent)]
    first = await association.read(archive.received, ana.id, 0)
    assert [one.id for one in first.lines] == newest[:PAGE]
    assert (first.number, first.pages, first.total) == (0, 2, 10)
    for page in (1, 2, 99):
        last = await association.read(archive.received, ana.id, page)
        assert ([one.id for one in last.lines], last.number) == (newest[PAGE:], 1)


async def test_only_what_reached_somebody_is_theirs(
    association: Database, ana: Person, bojan: Person, cvetka: Person, darja: Person
) -> None:
    one = await submit(association, cvetka)
    results: dict[PersonId, Result] = {ana.id: Uncertain("lost"), bojan.id: Refused("no"), darja.id: Blocked()}
    assert (await association.read(archive.received, ana.id, 0)).total == 0
    await deliver(association, results=results)
    others = await submit(association, cvetka, audience=LIBRARIANS)
    await deliver(association)
    seen = {
        person.id: [line.id for line in (await association.read(archive.received, person.id, 0)).lines]
        for person in (ana, bojan, cvetka, darja)
    }
    assert seen == {ana.id: [others.id, one.id], bojan.id: [], cvetka.id: [one.id], darja.id: []}
    assert await association.read(archive.received_one, ana.id, one.id) == one
    assert await association.read(archive.received_one, bojan.id, one.id) is None
    assert await association.read(archive.received_one, cvetka.id, others.id) is None


async def test_what_was_recalled_is_not_there(association: Database, ana: Person, cvetka: Person) -> None:
    one = await submit(association, cvetka)
    await deliver(association)
    await association.transact(afterwards.recall, one.id, cvetka.id, NOW)
    assert (await association.read(archive.received, ana.id, 0)).total == 0
    assert await association.read(archive.received_one, ana.id, one.id) is None
    assert (await association.read(archive.find, ana.id, "sl", "pozdravljeni")).total == 0


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("solstvo", ["Šolstvo"]),
        ("ŠOLSTVO, na", ["Šolstvo"]),
        ("delavnici", ["Delavnica"]),
        ("delav maribor", ["Delavnica"]),
        ("na", ["Delavnica", "Šolstvo"]),
        ("delavnica ljubljana", []),
        ("avnica", []),
        ("workshop", []),
        ("…!", []),
        ("", []),
    ],
)
async def test_words_are_found_in_spite_of_diacritics_and_endings(
    association: Database, ana: Person, cvetka: Person, said: str, found: list[str]
) -> None:
    schools, workshop = "Šolstvo: vabilo na posvet čez teden dni", "Delavnica na Ptuju in v Mariboru"
    await submit(association, cvetka, content=text(schools))
    await submit(association, cvetka, content=Content(Part(workshop, workshop), Part("Workshop", "Workshop")))
    await deliver(association)
    page = await association.read(archive.find, ana.id, "sl", said)
    assert [one.content.part("sl").plain.split(":")[0].split()[0] for one in page.lines] == found
    assert page.total == len(found)


async def test_it_is_searched_as_it_is_read(association: Database, ana: Person, cvetka: Person) -> None:
    await submit(association, cvetka, content=Content(Part("Delavnica", "Delavnica"), Part("Workshop", "Workshop")))
    await deliver(association)
    assert (await association.read(archive.find, ana.id, "en", "workshops")).total == 1
    assert (await association.read(archive.find, ana.id, "en", "delavnica")).total == 0


async def test_more_than_a_page_is_counted(association: Database, ana: Person, cvetka: Person) -> None:
    for day in range(PAGE + 2):
        await submit(association, cvetka, NOW + timedelta(days=day), content=text(f"Dan {day}"))
    await deliver(association, NOW + timedelta(days=20))
    page = await association.read(archive.find, ana.id, "sl", "dan")
    assert (len(page.lines), page.total) == (PAGE, PAGE + 2)


async def test_what_went_to_many_is_kept_for_two_years_and_notices_for_three_months(
    association: Database, ana: Person, cvetka: Person
) -> None:
    await submit(association, cvetka)
    notice = Owed(MessageKey("k"), ana.id, "reminder", {}, NOW)
    await association.transact(outbox.owe, [notice], NOW)
    await deliver(association)
    second = timedelta(seconds=1)
    kept = []
    for moment in (SETTLED_KEPT, SETTLED_KEPT + second, ANNOUNCED_KEPT, ANNOUNCED_KEPT + second):
        await association.transact(all_books.tidy, NOW + moment)
        kept.append((len(await owed(association, "reminder")), len(await owed(association))))
    assert kept == [(1, 2), (0, 2), (0, 2), (0, 0)]


async def test_what_waits_is_kept_as_long_as_it_waits(association: Database, cvetka: Person) -> None:
    await submit(association, cvetka)
    await association.transact(all_books.tidy, NOW + 2 * ANNOUNCED_KEPT)
    assert await owed(association) == [(cvetka.id, Delivery.PENDING)]


async def test_my_data_says_which_announcements_i_got_and_confirmed(
    association: Database, ana: Person, bojan: Person, cvetka: Person
) -> None:
    one = await ask_to_confirm(association, cvetka, content=text("Prvo"))
    await submit(association, cvetka, content=text("Drugo"))
    await deliver(association, results={bojan.id: Refused("no")})
    await association.transact(afterwards.confirm, one.id, ana.id, None, NOW + timedelta(hours=1))
    mine = await association.read(own.my_data, ana.id)
    assert mine is not None
    assert json.loads(json.dumps(mine))["announcements"] == [
        {"announcement": "Prvo", "delivery": "sent", "at": "2027-03-01T08:00:00+00:00",
         "confirmed_at": "2027-03-01T09:00:00+00:00"},
        {"announcement": "Drugo", "delivery": "sent", "at": "2027-03-01T08:00:00+00:00", "confirmed_at": None},
    ]  # fmt: skip
    theirs = await association.read(own.my_data, bojan.id)
    assert theirs is not None
    assert [line["delivery"] for line in theirs["announcements"]] == ["failed", "failed"]


async def test_forget_me_leaves_no_trace_in_announcements(association: Database, ana: Person, cvetka: Person) -> None:
    one = await ask_to_confirm(association, cvetka)
    await deliver(association)
    await association.transact(afterwards.confirm, one.id, ana.id, None, NOW)
    assert await association.transact(leaving.forget, ana.id, NOW) == leaving.Forgotten()
    assert await owed(association) == [(cvetka.id, Delivery.SENT)]
    assert await association.read(archive.about, ana.id) == []
    assert await association.transact(afterwards.confirm, one.id, ana.id, None, NOW) == actions.NoSuch()


async def test_an_announcement_outlives_whoever_wrote_it(
    association: Database, ana: Person, cvetka: Person, darja: Person
) -> None:
    one = await submit(association, cvetka)
    await deliver(association)
    await association.transact(leaving.forget, cvetka.id, NOW)
    found = await association.read(archive.received_one, ana.id, one.id)
    assert found is not None
    assert found.created_by is None
