"""Rule 12: whatever libraries do, in whatever order, no contact is in anything that leaves before both agreed."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, delete, insert, select
from structlog.testing import capture_logs

from storage import due, outbox
from storage.all_tables import metadata
from storage.calls import partner_books
from storage.calls.partner_books import Contact
from storage.calls.partner_rules import Offer, Reply, Standing
from storage.database import Database
from storage.people import Library, LibraryId, libraries, library_of
from tests.handlers.calls.sample import SUBMISSION, publish
from tests.handlers.calls.town import CALL, EVERYBODY, FIRST, PEOPLE, Town, line_of
from tests.handlers.phone import NOW, Phone
from tests.handlers.post import deliver
from tests.handlers.world import Rows, rows
from tests.storage.membership.association import put

Step = tuple[str, int, int, int]
"""What is done, by whom, about which offer, and about the library at which place."""

DOES = ("say", "answer", "answer", "take_back", "accept", "accept", "refuse", "withdraw", "look", "export",
        "found", "invite", "invite", "join")  # fmt: skip
STEP = st.tuples(st.sampled_from(DOES), st.sampled_from(EVERYBODY), st.integers(1, 3), st.integers(0, 2))

BEGIN: list[Step] = [("say", 0, 1, 0), ("say", 2, 2, 1), ("found", 0, 1, 0)]
BECOME: list[Step] = [*BEGIN, ("answer", 2, 1, 1), ("look", 0, 1, 1), ("look", 2, 1, 0), ("accept", 0, 1, 1)]


@pytest.fixture
def books_url(sqlite_url: str) -> str:
    """What is shown does not depend on the database; many steps are taken."""
    return sqlite_url


def _three(tx: Connection) -> list[Library]:
    entries = [{"code": f"k{one}", "name": f"Knjižnica {one}", "town": "Kraj", "kind": "splošna"} for one in range(3)]
    tx.execute(insert(libraries), entries)
    return [library_of(row) for row in tx.execute(select(libraries).order_by(libraries.c.id)).mappings()]


@pytest.fixture
async def start(books: Database) -> tuple[Sequence[LibraryId], Rows]:
    """Three libraries with their people, a call, and the books as they are then."""
    three = await books.transact(_three)
    for number, (name, role, place) in enumerate(PEOPLE):
        await put(books, FIRST + number, role, three[place], name=name)
    assert (await publish(books, SUBMISSION)).id == CALL
    return [library.id for library in three], await books.read(rows)


def _restore(tx: Connection, before: Rows) -> None:
    for table in reversed(metadata.sorted_tables):
        tx.execute(delete(table))
    for table in metadata.sorted_tables:
        if before[table.name]:
            tx.execute(insert(table), [dict(row) for row in before[table.name]])


def owed(tx: Connection) -> str:
    """All that is owed and falls due, whole."""
    return str([list(tx.execute(select(table)).mappings()) for table in (outbox.outbox, due.due)])


async def go(books: Database, of: Sequence[LibraryId], steps: Sequence[Step]) -> Town:
    """Take the steps, and see at each what phones show, and what is written down to leave and in the log."""
    town = Town([Phone(books, FIRST + number, name) for number, (name, _, _) in enumerate(PEOPLE)], of)
    with capture_logs() as logs:
        for does, *about in steps:
            await getattr(town, does)(*about)
            town.check()
            await deliver(books, NOW, *town.phones)
            town.check()
            written = f"{await books.read(owed)} {logs}"
            assert not [who for who in EVERYBODY if line_of(who) in written or PEOPLE[who][0] in written]
    return town


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEP, min_size=3, max_size=12))
async def test_rule_12_no_contact_leaves_before_both_agreed(
    books: Database, start: tuple[Sequence[LibraryId], Rows], steps: list[Step]
) -> None:
    of, before = start
    await books.transact(_restore, before)
    await go(books, of, [*BEGIN, *steps])


async def test_both_know_each_other_once_they_have_agreed(
    books: Database, start: tuple[Sequence[LibraryId], Rows]
) -> None:
    town = await go(books, start[0], BECOME)
    assert town.known == {(2, 0), (0, 2), (1, 2)}
    assert line_of(0) in await town.phones[2].forges("Po:1")
    assert f"={FIRST + 2}" in await town.phones[0].forges(f"Pw:1:{start[0][1]}")


async def test_control_a_contact_that_is_given_too_early_is_seen(
    books: Database, start: tuple[Sequence[LibraryId], Rows], monkeypatch: pytest.MonkeyPatch
) -> None:
    as_it_is = partner_books.contacts

    def too_early(tx: Connection, one: Offer, of: Reply, to: LibraryId) -> Contact | None:
        return as_it_is(tx, one, replace(of, standing=Standing.AGREED, settled_by=one.person), to)

    monkeypatch.setattr(partner_books, "contacts", too_early)
    monkeypatch.setattr("handlers.calls.partners.offer_screens._standing", lambda one, say: str(one.contact))
    with pytest.raises(AssertionError, match="Vesna sees"):
        await go(books, start[0], BECOME)
