"""Rule 8: a pseudonymous ballot cannot be traced, by joining tables, by order, or by times."""

import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, select

from storage import audit, backup, people
from storage.consultations import books as books_of
from storage.consultations import sealed
from storage.consultations.chain import Do
from storage.consultations.majority import Choice
from storage.consultations.rules import Consultation, Key, WordingId, seal
from storage.consultations.tables import wordings
from storage.database import Database, open_database
from storage.people import LibraryId
from tests.storage.consultations import sample
from tests.storage.consultations.attack import Attack, Cast, World, look
from tests.storage.consultations.sample import END, NOW, SEALED

LIBRARIES, QUESTIONS = 9, 5
SUBSETS = [(1, 2), (2, 3, 4), (0, 3), (1, 4), (0, 1, 2)]
"""The questions on which some libraries vote; the others vote on all."""


async def _vote(db: Database) -> tuple[Consultation, Mapping[Cast, Choice], Mapping[str, Cast]]:
    """Let libraries vote in a mixed order: on some or on all questions, one by one or all the rest, some change."""
    members = await db.transact(sample.add_members, LIBRARIES)
    one = await sample.put(db, questions=QUESTIONS, ballot=SEALED)
    questions = await sample.asked(db, one.id)
    mixed = random.Random(8)
    mixed.shuffle(members)
    truth: dict[Cast, Choice] = {}
    for place, member in enumerate(members):
        key, who = f"key-{member.library.id}", member.delegate
        for number in SUBSETS[place] if place < len(SUBSETS) else (0, 4):
            choice = mixed.choice(list(Choice))
            await sample.drop(db, questions[number], who, key, choice, NOW)
            truth[questions[number].wording_id, member.library.id] = choice
        if place >= len(SUBSETS):
            rest = one.id, 1, member.library.id, who.id, Key(key), NOW
            assert isinstance(await db.transact(sealed.cast_rest, *rest), sealed.Dropped)
            for question in questions:
                truth.setdefault((question.wording_id, member.library.id), Choice.FOR)
    changing = members[0]
    for number in SUBSETS[0]:
        await sample.drop(db, questions[number], changing.delegate, f"key-{changing.library.id}", Choice.ABSTAIN, NOW)
        truth[questions[number].wording_id, changing.library.id] = Choice.ABSTAIN
    seals = {seal(Key(f"key-{library}"), WordingId(wording), LibraryId(library)): (wording, library)
             for wording, library in truth}  # fmt: skip
    return one, truth, seals


async def _traces(db: Database, *, closed: bool = False) -> list[str]:
    one, truth, seals = await _vote(db)
    if closed:
        await sample.close(db, one)
    world = await db.read(look)
    assert _truth_in(world, seals) == truth, "The ballots are what was cast."
    return Attack(world, truth, seals).run()


def _truth_in(world: World, seals: Mapping[str, Cast]) -> Mapping[Cast, Choice]:
    return {seals[row["seal"]]: Choice(row["choice"]) for row in world.tables["ballots"]}


@pytest.mark.parametrize("closed", [False, True])
async def test_rule_8_nothing_in_the_books_leads_from_a_voter_to_a_ballot(books: Database, closed: bool) -> None:
    assert await _traces(books, closed=closed) == []


def _written_down_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each ballot be an entry of the log as it comes, as open votes are."""
    drop = sealed._drop

    def _drop(tx: Connection, library_id: LibraryId, on: Any, choice: Choice, key: Key, *, among: Any) -> None:
        drop(tx, library_id, on, choice, key, among=among)
        question = tx.execute(select(wordings.c.question_id).where(wordings.c.id == on[0])).scalar_one()
        number = books_of.of_question(tx, question)
        locked = books_of.lock(tx, number) if number else None
        assert locked is not None
        cast = [seal(key, one, library_id) for one in on]
        books_of.write_down(tx, locked, [{"do": Do.VOTE, "ballot": one, "choice": choice} for one in cast], cast)

    monkeypatch.setattr(sealed, "_drop", _drop)


async def test_control_a_log_in_the_order_of_the_votes_gives_them_away(
    books: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    _written_down_at_once(monkeypatch)
    assert any("ballot_log by number, in runs" in trace for trace in await _traces(books))


async def test_control_a_log_beside_an_audit_gives_them_away(books: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    _written_down_at_once(monkeypatch)
    drop = sealed._drop

    def _noted(tx: Connection, library_id: LibraryId, on: Any, choice: Choice, key: Key, *, among: Any) -> None:
        drop(tx, library_id, on, choice, key, among=among)
        for one in on:
            audit.note(tx, None, "vote", {"library": f"k{library_id:02}", "wording": one}, NOW)

    monkeypatch.setattr(sealed, "_drop", _noted)
    assert any("audit by id beside ballot_log by number" in trace for trace in await _traces(books))


@pytest.fixture
async def on_postgresql(postgresql_url: str) -> Any:
    """Books on PostgreSQL, which shows the transaction and the place of each row."""
    db = open_database(postgresql_url)
    yield db
    await db.close()


async def test_control_on_postgresql_what_is_not_written_anew_is_told_by_its_transaction(
    on_postgresql: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealed, "_mix", lambda tx, among: None)
    assert any("voters._xmin = ballots._xmin" in trace for trace in await _traces(on_postgresql))


async def test_control_on_postgresql_the_lock_on_the_voter_tells_the_transaction(
    on_postgresql: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    _written_down_at_once(monkeypatch)
    monkeypatch.setattr(people, "get", books_of.staying)
    assert any("people._xmax = ballot_log._xmin" in trace for trace in await _traces(on_postgresql))


async def test_control_on_postgresql_a_vote_for_the_rest_that_touches_only_the_rest_is_told(
    on_postgresql: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop = sealed._drop

    def _only_these(tx: Connection, library_id: LibraryId, on: Any, choice: Choice, key: Key, *, among: Any) -> None:
        drop(tx, library_id, on, choice, key, among=on)

    monkeypatch.setattr(sealed, "_drop", _only_these)
    members = await on_postgresql.transact(sample.add_members, 3)
    one = await sample.put(on_postgresql, questions=3, ballot=SEALED)
    questions = await sample.asked(on_postgresql, one.id)
    truth: dict[Cast, Choice] = {}
    for member, question in zip(members, questions, strict=True):
        await sample.drop(on_postgresql, question, member.delegate, f"key-{member.library.id}", Choice.AGAINST)
        truth[question.wording_id, member.library.id] = Choice.AGAINST
    first = members[0]
    rest = one.id, 1, first.library.id, first.delegate.id, Key(f"key-{first.library.id}"), NOW
    await on_postgresql.transact(sealed.cast_rest, *rest)
    truth |= {(question.wording_id, first.library.id): Choice.FOR for question in questions[1:]}
    assert any("in one go" in trace for trace in Attack(await on_postgresql.read(look), truth, {}).run())


async def test_rule_8_a_backup_holds_each_ballot_as_it_is_and_nothing_of_what_was(
    sqlite_url: str, tmp_path: Path
) -> None:
    db = open_database(sqlite_url)
    try:
        _, _, seals = await _vote(db)
        copy = tmp_path / "copy.db"
        assert isinstance(backup.backup(sqlite_url, copy), backup.Done)
        found = copy.read_bytes()
        places = {found.count(one.encode()) for one in seals}
        assert places == {2}, "In its table, and in the index of seals."
    finally:
        await db.close()


async def test_of_a_sealed_vote_the_log_says_nothing_before_the_end_and_then_all(books: Database) -> None:
    one, truth, seals = await _vote(books)
    entries, _ = await sample.log(books, one)
    assert [entry.said["do"] for entry in entries] == [Do.OPEN]
    await sample.close(books, one, END)
    entries, _ = await sample.log(books, one)
    assert [entry.said["do"] for entry in entries] == [Do.OPEN, *[Do.VOTE] * len(truth), Do.CLOSE]
    cast = {seals[entry.said["ballot"]]: entry.said["choice"] for entry in entries[1:-1]}
    assert cast == truth
    assert not any("at" in entry.said or "library" in entry.said for entry in entries[1:-1])
