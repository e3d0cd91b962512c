"""Consultations as the office looks at them, and how it reminds those who have not finished."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from storage import audit
from storage.consultations import books, letters, notices, reading, results, rules
from storage.consultations.results import Entitled
from storage.consultations.rules import Closed, Consultation, ConsultationId, Lead
from storage.consultations.tables import consultations
from storage.consultations.voting import NoSuch
from storage.local_time import LJUBLJANA
from storage.people import LibraryId, PersonId, people


@dataclass(frozen=True, slots=True)
class Board:
    """A consultation as the office sees it, with its number of `questions`, all of which are `articles` or not.

    `roll` are the libraries that are asked, `given` those that have given their vote to another. In the libraries
    `in_chat` somebody can cast the vote. So many `letters` were entered. A reminder was last sent at `reminded_at`.
    """

    one: Consultation
    questions: int
    articles: bool
    roll: Sequence[Entitled]
    given: Mapping[LibraryId, LibraryId]
    in_chat: AbstractSet[LibraryId]
    letters: int
    reminded_at: datetime | None

    @property
    def behind(self) -> list[Entitled]:
        """The libraries that have not voted on everything."""
        return [library for library in self.roll if library.voted < self.questions]

    @property
    def by_letter(self) -> list[Entitled]:
        """The libraries whose vote nobody in chat can cast."""
        return [library for library in self.roll if library.id not in self.in_chat and library.id not in self.given]


def board(tx: Connection, consultation_id: ConsultationId) -> Board | None:
    """Find a consultation as the office sees it."""
    one = books.find(tx, consultation_id)
    if one is None:
        return None
    casting = select(people.c.library_id).where(people.c.role.in_(rules.VOTERS), people.c.library_id.is_not(None))
    asked = [question.text for question in books.outline(tx, one.id, one.version)]
    return Board(
        one, len(asked), reading.all_articles(asked), results.turnout(tx, one), books.given(tx, one.id).given,
        {LibraryId(library) for library in tx.execute(casting).scalars()}, len(letters.kept(tx, one.id)),
        _reminded_at(tx, one),
    )  # fmt: skip


def _reminded_at(tx: Connection, one: Consultation) -> datetime | None:
    return tx.execute(select(consultations.c.reminded_at).where(consultations.c.id == one.id)).scalar()


@dataclass(frozen=True, slots=True)
class Reminded:
    """So many people are reminded."""

    told: int


@dataclass(frozen=True, slots=True)
class RemindedToday:
    """A reminder has gone out today already."""

    at: datetime


def remind(
    tx: Connection, consultation_id: ConsultationId, by: PersonId, now: datetime
) -> Reminded | RemindedToday | Closed | NoSuch:
    """Remind those who cast the vote of a library that has not finished, on each day once at most."""
    locked = books.lock(tx, consultation_id)
    if locked is None:
        return NoSuch()
    if not locked.one.runs(now):
        return Closed()
    before = _reminded_at(tx, locked.one)
    if before is not None and before.astimezone(LJUBLJANA).date() == now.astimezone(LJUBLJANA).date():
        return RemindedToday(before)
    told = notices.remind(tx, locked.one, Lead.NOW, f"{now:%Y%m%d%H%M}", now)
    audit.note(tx, by, "remind_consultation", {"consultation": consultation_id}, now)
    return Reminded(told)
