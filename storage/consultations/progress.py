"""How far libraries and people have come with the questions of a consultation."""

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


def voted(tx: Connection, one: Consultation) -> dict[LibraryId, int]:
    """Count the questions on which each library has voted, in the wording that they have now; 0 stands for none."""
    here = outlines.c.consultation_id == one.id, outlines.c.version == one.version
    if one.sealed:
        chosen = select(voters.c.library_id, func.count()).join(outlines, outlines.c.wording_id == voters.c.wording_id)
        counted = chosen.where(*here).group_by(voters.c.library_id)
    else:
        same = and_(outlines.c.question_id == votes.c.question_id, outlines.c.wording_id == votes.c.wording_id)
        chosen = select(votes.c.library_id, func.count()).join(outlines, same)
        counted = chosen.where(*here).group_by(votes.c.library_id)
    done = {LibraryId(library): count for library, count in tx.execute(counted)}
    entitled = tx.execute(select(roll.c.library_id).where(roll.c.consultation_id == one.id)).scalars()
    return {**dict.fromkeys(map(LibraryId, entitled), 0), **done}


def waiting(tx: Connection, one: Consultation) -> dict[LibraryId, int]:
    """Count the questions that wait for the vote of each library."""
    of = total(tx, one)
    return {library: of - count for library, count in voted(tx, one).items()}


def left(tx: Connection, one: Consultation, person: Person) -> int:
    """Count the questions that wait for a person: for the vote that they cast, or for their own stance."""
    if person.library is None:
        return 0
    if person.role in VOTERS:
        behind = waiting(tx, one)
        return sum(behind.get(library, 0) for library in books.given(tx, one.id).cast_by(person.library.id))
    same = and_(outlines.c.question_id == stances.c.question_id, outlines.c.wording_id == stances.c.wording_id)
    taken = _asked(one).select_from(outlines.join(stances, same)).where(stances.c.person_id == person.id)
    return total(tx, one) - tx.execute(taken).scalar_one()
