"""The buttons of pseudonymous ballots. Those that hold the key are sealed: nothing but their tag is written down."""

from dataclasses import dataclass

from handlers.buttons import Button
from storage.consultations.majority import Choice
from storage.consultations.rules import ConsultationId, Key, QuestionId, WordingId
from storage.people import LibraryId


@dataclass(frozen=True, slots=True)
class AboutBallots(Button):
    """What a pseudonymous ballot is, before one is cast."""

    tag = "cb"
    consultation_id: ConsultationId


@dataclass(frozen=True, slots=True)
class NewKey(Button):
    """Give me a card with a key for my ballots."""

    tag = "cbk"
    consultation_id: ConsultationId


@dataclass(frozen=True, slots=True)
class UseKey(Button):
    """The key itself, on its card: shows the first ballot that waits, below it."""

    tag = "cbu"
    sealed = True
    stays = True
    consultation_id: ConsultationId
    key: Key


@dataclass(frozen=True, slots=True)
class Ballots(Button):
    """All ballots of a library, a page of them."""

    tag = "cbl"
    sealed = True
    consultation_id: ConsultationId
    library_id: LibraryId
    page: int
    key: Key


@dataclass(frozen=True, slots=True)
class OpenBallot(Button):
    """The ballot of a library on a question, with a page of its text."""

    tag = "cbq"
    sealed = True
    question_id: QuestionId
    library_id: LibraryId
    page: int
    key: Key


@dataclass(frozen=True, slots=True)
class CastBallot(Button):
    """Cast a ballot, or change the one that the key opens."""

    tag = "cbc"
    sealed = True
    question_id: QuestionId
    wording_id: WordingId
    library_id: LibraryId
    choice: Choice
    key: Key


@dataclass(frozen=True, slots=True)
class CastRest(Button):
    """Cast ballots for all questions of a version that wait; `sure` is 1 once it was asked about."""

    tag = "cbr"
    sealed = True
    consultation_id: ConsultationId
    library_id: LibraryId
    version: int
    sure: int
    key: Key


@dataclass(frozen=True, slots=True)
class CheckBallots(Button):
    """Find the ballots that the key opens in the ballot log."""

    tag = "cbv"
    sealed = True
    consultation_id: ConsultationId
    library_id: LibraryId
    key: Key
