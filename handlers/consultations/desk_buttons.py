"""The buttons of consultations, as the office has them."""

from dataclasses import dataclass

from handlers.buttons import Button
from storage.consultations.rules import ConsultationId


@dataclass(frozen=True, slots=True)
class OfficeConsultations(Button):
    """All consultations, a page of them."""

    tag = "kl"
    page: int


@dataclass(frozen=True, slots=True)
class OfficeConsultation(Button):
    """A consultation's card for the office."""

    tag = "kc"
    consultation_id: ConsultationId
