"""How far libraries and people have come with the questions of a consultation."""

from collections.abc import Sequence

from sqlalchemy import Connection, Select, and_, func, select

from storage.consultations import books
from storage.consultations.rules import VOTERS, Consultation
from storage.consultations.tables import outlines, roll, stances, voters, votes
from storage.people import LibraryId, Person


def _asked(one: Consultation) -> Select[int]:
    return select(func.count()).where(
        outlines.c.consultation_id == one.id, outlines.c.version == one.version
    )  # fmt: skip


def total(tx: Connection, one: Consultation) -> int:
    """Count the questions."""
    return tx.execute(_asked(one)).scalar_one()


def voted(tx: Connection, one: Consultation, among: Sequence[LibraryId] | None = None) -> dict[LibraryId, int]:
    """Count the questions on which each library on the roll, or each `among` them, has voted as they read now."""
    here = outlines.c.consultation_id == one.id, outlines.c.version == one.version
    cast = voters if one.sealed else votes
    same = outlines.c.wording_id == cast.c.wording_id
    if not one.sealed:
        same = and_(same, outlines.c.question_id == votes.c.question_id)
    counted = select(cast.c.library_id, func.count()).join(outlines, same).where(*here).group_by(cast.c.library_id)
    entitled = select(roll.c.library_id).where(roll.c.consultation_id == one.id)
    if among is not None:
        counted = counted.where(cast.c.library_id.in_(among))
        entitled = entitled.where(roll.c.library_id.in_(among))
    done = {LibraryId(library): count for library, count in tx.execute(counted)}
    return {library: done.get(library, 0) for library in map(LibraryId, tx.execute(entitled).scalars())}


def waiting(tx: Connection, one: Consultation, among: Sequence[LibraryId] | None = None) -> dict[LibraryId, int]:
    """Count the questions that wait for the vote of each library on the roll, or of each `among` them."""
    of = total(tx, one)
    return {library: of - count for library, count in voted(tx, one, among).items()}


def left(tx: Connection, one: Consultation, person: Person) -> int:
    """Count the questions that wait for a person: for the vote that they cast, or for their own stance."""
    if person.library is None:
        return 0
    if person.role in VOTERS:
        return sum(waiting(tx, one, books.given(tx, one.id).cast_by(person.library.id)).values())
    same = and_(outlines.c.question_id == stances.c.question_id, outlines.c.wording_id == stances.c.wording_id)
    taken = _asked(one).select_from(outlines.join(stances, same)).where(stances.c.person_id == person.id)
    return total(tx, one) - tx.execute(taken).scalar_one()
