"""The buttons of consultations, as members have them.

`library_id` is the library for whose vote one looks, 0 one's own. A button that says something of a question carries
the wording that was read.
"""

from dataclasses import dataclass

from handlers.buttons import Button
from storage.consultations.majority import Choice
from storage.consultations.rules import ConsultationId, QuestionId, WordingId
from storage.people import LibraryId


@dataclass(frozen=True, slots=True)
class Consultations(Button):
    """The consultations, a page of them."""

    tag = "cl"
    page: int


@dataclass(frozen=True, slots=True)
class OpenConsultation(Button):
    """A consultation's card."""

    tag = "cc"
    consultation_id: ConsultationId


@dataclass(frozen=True, slots=True)
class Questions(Button):
    """All questions of a consultation, a page of them."""

    tag = "ca"
    consultation_id: ConsultationId
    library_id: LibraryId
    page: int


@dataclass(frozen=True, slots=True)
class OpenQuestion(Button):
    """A question with a page of its text."""

    tag = "cq"
    question_id: QuestionId
    library_id: LibraryId
    page: int


@dataclass(frozen=True, slots=True)
class Earlier(Button):
    """What a question was before its wording changed, a page of it."""

    tag = "ce"
    question_id: QuestionId
    library_id: LibraryId
    page: int


@dataclass(frozen=True, slots=True)
class Vote(Button):
    """Cast the open vote of a library."""

    tag = "cv"
    question_id: QuestionId
    wording_id: WordingId
    library_id: LibraryId
    choice: Choice


@dataclass(frozen=True, slots=True)
class VoteRest(Button):
    """Cast the open vote of a library for all questions of a version that wait; `sure` is 1 once it was asked about."""

    tag = "cw"
    consultation_id: ConsultationId
    library_id: LibraryId
    version: int
    sure: int


@dataclass(frozen=True, slots=True)
class Lean(Button):
    """This is what I think, for my delegate to see."""

    tag = "cs"
    question_id: QuestionId
    wording_id: WordingId
    choice: Choice
