"""The buttons of the association's position on a consultation."""

from dataclasses import dataclass

from handlers.buttons import Button
from storage.consultations.positions import Stage
from storage.consultations.rules import ConsultationId
from storage.drafts import DraftId


@dataclass(frozen=True, slots=True)
class OpenPosition(Button):
    """The position on a consultation and how far it has come."""

    tag = "cp"
    consultation_id: ConsultationId


@dataclass(frozen=True, slots=True)
class MakeDocument(Button):
    """Make the document from the results, in a language; `built_in` is 1 for the template that comes with the bot."""

    tag = "cpd"
    consultation_id: ConsultationId
    language: str
    built_in: int


@dataclass(frozen=True, slots=True)
class SendDocument(Button):
    """I send the document as it was edited."""

    tag = "cps"
    consultation_id: ConsultationId


@dataclass(frozen=True, slots=True)
class KeepDocument(Button):
    """Keep the document that was sent, if the conversation is still at `version`."""

    tag = "cpk"
    draft_id: DraftId
    version: int


@dataclass(frozen=True, slots=True)
class ShowDocument(Button):
    """The document as it is kept."""

    tag = "cpf"
    consultation_id: ConsultationId


@dataclass(frozen=True, slots=True)
class MovePosition(Button):
    """The position is at a further stage; `sure` is 1 once it was asked about."""

    tag = "cpm"
    consultation_id: ConsultationId
    stage: Stage
    sure: int
