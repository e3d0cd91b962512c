"""A position is kept, published once and followed; those who took part are told of each stage once."""

import asyncio
from collections import Counter
from datetime import timedelta

from sqlalchemy import Connection, select

from storage import outbox
from storage.consultations import notices, positions
from storage.consultations.positions import IsPublic, Moved, NotNext, NotOver, Position, Stage
from storage.consultations.remarks import Kind
from storage.consultations.rules import ConsultationId
from storage.consultations.voting import NoSuch
from storage.database import Database
from storage.people import PersonId
from tests.storage.consultations import outcomes
from tests.storage.consultations.outcomes import AFTER, six_libraries

ONE = ConsultationId(1)


def told(tx: Connection) -> Counter[str]:
    """How many were told what."""
    rows = tx.execute(select(outbox.outbox.c.kind, outbox.outbox.c.args)).all()
    kinds = ("consultation_position", "consultation_followed")
    return Counter(row.args.get("stage", row.kind) for row in rows if row.kind in kinds)


async def keep(books: Database, name: str = "mnenje.docx") -> Position | IsPublic | NotOver | NoSuch:
    """Keep a document."""
    by = (await books.read(outcomes.of, 90)).id
    return await books.transact(positions.keep, ONE, f"file of {name}", name, by, AFTER)


async def move(books: Database, stage: Stage, minutes: int = 0) -> Moved | NotNext | NoSuch:
    """Bring it to a stage."""
    by: PersonId = (await books.read(outcomes.of, 90)).id
    return await books.transact(positions.move, ONE, stage, by, AFTER + timedelta(minutes=minutes))


async def test_the_document_can_be_replaced_until_it_is_published(books: Database) -> None:
    await outcomes.association(books)
    await keep(books)
    assert isinstance(await keep(books, "boljše.docx"), Position)
    await move(books, Stage.PUBLISHED)
    assert await keep(books, "najboljše.docx") == IsPublic()
    found = await books.read(positions.find, ONE)
    assert found is not None
    assert (found.name, found.file_id, found.stage) == ("boljše.docx", "file of boljše.docx", Stage.PUBLISHED)


async def test_there_is_no_position_before_the_end(books: Database) -> None:
    await books.transact(six_libraries)
    await books.transact(outcomes.opened)
    assert await keep(books) == NotOver()
    assert await move(books, Stage.PUBLISHED) == NoSuch()


async def test_everybody_who_was_asked_gets_it_once(books: Database) -> None:
    await outcomes.association(books)
    await keep(books)
    both = await asyncio.gather(move(books, Stage.PUBLISHED), move(books, Stage.PUBLISHED))
    assert sorted(type(one).__name__ for one in both) == ["Moved", "NotNext"]
    assert await books.read(told) == {"consultation_position": 8}


async def test_those_who_took_part_are_told_of_each_stage_once(books: Database) -> None:
    await books.transact(six_libraries)
    one = await books.transact(outcomes.opened)
    await books.transact(outcomes.said, one)  # 22 is a librarian, and takes a stance; so does 21
    await books.transact(outcomes.close, one)
    await keep(books)
    assert await move(books, Stage.SENT) == NotNext()
    await move(books, Stage.PUBLISHED)
    sent = await move(books, Stage.SENT)
    assert isinstance(sent, Moved)
    assert sent.told == 8
    assert await move(books, Stage.SENT) == NotNext()
    assert await move(books, Stage.PUBLISHED) == NotNext()
    assert (await books.read(told))["sent"] == 8


async def test_whoever_has_only_supported_what_another_wrote_has_taken_part(books: Database) -> None:
    await books.transact(six_libraries)
    one = await books.transact(outcomes.opened)
    first, *_ = await books.read(outcomes.asked, one)
    await books.transact(outcomes.remark, first, 1, Kind.COMMENT, "Tako naj bo.", 21)
    concerned = await books.read(notices.concerned, one)
    assert {person.telegram_id for person in concerned} == {1, 2, 3, 4, 5, 6, 21}


async def test_a_stage_tapped_by_mistake_is_not_told_once_it_is_put_right_in_time(books: Database) -> None:
    await outcomes.association(books)
    await keep(books)
    for stage in (Stage.PUBLISHED, Stage.ADOPTED, Stage.PARTLY):
        await move(books, stage)
    waiting = select(outbox.outbox.c.args).where(outbox.outbox.c.state == outbox.State.PENDING)
    kept = await books.read(lambda tx: [args.get("stage") for args in tx.execute(waiting).scalars()])
    assert Counter(kept)["partly"] == 8
    assert "adopted" not in kept
