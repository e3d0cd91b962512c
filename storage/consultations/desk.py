"""Consultations as the office looks at them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from storage.consultations import books, progress, results
from storage.consultations.results import Entitled
from storage.consultations.rules import Consultation, ConsultationId
from storage.people import LibraryId


@dataclass(frozen=True, slots=True)
class Board:
    """A consultation with its `questions`, the libraries on its roll, and which has given its vote to which."""

    one: Consultation
    questions: int
    roll: Sequence[Entitled]
    given: Mapping[LibraryId, LibraryId]


def board(tx: Connection, consultation_id: ConsultationId) -> Board | None:
    """Find a consultation as the office sees it."""
    one = books.find(tx, consultation_id)
    if one is None:
        return None
    return Board(one, progress.total(tx, one), results.turnout(tx, one), books.given(tx, one.id).given)
