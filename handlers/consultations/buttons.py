"""The buttons of consultations, as members have them.

`library_id` is the library for whose vote one looks, 0 one's own. A button that says something of a question carries
the wording that was read.
"""

from dataclasses import dataclass

from handlers.buttons import Button
from storage.consultations.majority import Choice
from storage.consultations.remarks import Kind
from storage.consultations.rules import CommentId, ConsultationId, QuestionId, WordingId
from storage.drafts import DraftId
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


@dataclass(frozen=True, slots=True)
class Remarks(Button):
    """What was written on a question, a page of it."""

    tag = "cm"
    question_id: QuestionId
    library_id: LibraryId
    page: int


@dataclass(frozen=True, slots=True)
class OpenRemark(Button):
    """A comment or an amendment, whole; `page` is where it was in the list."""

    tag = "cmo"
    remark_id: CommentId
    library_id: LibraryId
    page: int


@dataclass(frozen=True, slots=True)
class Support(Button):
    """I say the same, or with `on` 0 not any more; `page` is where it was in the list."""

    tag = "cms"
    remark_id: CommentId
    library_id: LibraryId
    page: int
    on: int


@dataclass(frozen=True, slots=True)
class WriteRemark(Button):
    """Write on a question; `anew` is 1 if a draft on another one is to be thrown away."""

    tag = "cmw"
    question_id: QuestionId
    kind: Kind
    anew: int


@dataclass(frozen=True, slots=True)
class KeepRemark(Button):
    """Keep what is written in the draft, if it is still at `version`."""

    tag = "cmk"
    draft_id: DraftId
    version: int


@dataclass(frozen=True, slots=True)
class DeleteRemark(Button):
    """Take back what I wrote on a question; `sure` is 1 once it was asked about."""

    tag = "cmd"
    question_id: QuestionId
    kind: Kind
    sure: int


@dataclass(frozen=True, slots=True)
class CheckReceipt(Button):
    """Look for a receipt in the ballot log."""

    tag = "ck"
    consultation_id: ConsultationId


@dataclass(frozen=True, slots=True)
class Proxy(Button):
    """Whether my library votes itself, and how it can give its vote to another."""

    tag = "cg"
    consultation_id: ConsultationId


@dataclass(frozen=True, slots=True)
class ChooseProxy(Button):
    """Look for the library that is to cast the vote of mine."""

    tag = "cgc"
    consultation_id: ConsultationId


@dataclass(frozen=True, slots=True)
class GiveVote(Button):
    """Give the vote of my library to another; `sure` is 1 once it was asked about."""

    tag = "cgg"
    consultation_id: ConsultationId
    library_id: LibraryId
    sure: int


@dataclass(frozen=True, slots=True)
class TakeBack(Button):
    """Take the vote of my library back; `sure` is 1 once it was asked about."""

    tag = "cgt"
    consultation_id: ConsultationId
    sure: int
