"""The buttons of consultations, as the office has them."""

from dataclasses import dataclass

from handlers.buttons import Button
from storage.consultations.rules import ConsultationId
from storage.drafts import DraftId
from storage.people import LibraryId


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


@dataclass(frozen=True, slots=True)
class OfficeTerms(Button):
    """The rules of a consultation."""

    tag = "kt"
    consultation_id: ConsultationId


@dataclass(frozen=True, slots=True)
class Behind(Button):
    """The libraries that have not finished, a page of them."""

    tag = "kb"
    consultation_id: ConsultationId
    page: int


@dataclass(frozen=True, slots=True)
class GivenVotes(Button):
    """Which libraries have given their votes to which, a page of them."""

    tag = "kg"
    consultation_id: ConsultationId
    page: int


@dataclass(frozen=True, slots=True)
class RemindVoters(Button):
    """Remind those who have not finished; `sure` is 1 once it was asked about."""

    tag = "km"
    consultation_id: ConsultationId
    sure: int


@dataclass(frozen=True, slots=True)
class WithdrawConsultation(Button):
    """Call a consultation off; `sure` is 1 once it was asked about."""

    tag = "kw"
    consultation_id: ConsultationId
    sure: int


@dataclass(frozen=True, slots=True)
class ExtendConsultation(Button):
    """Choose a later end."""

    tag = "ke"
    consultation_id: ConsultationId


@dataclass(frozen=True, slots=True)
class ExtendTo(Button):
    """Move the end to the moment in the draft, if it is still at `version`."""

    tag = "kx"
    draft_id: DraftId
    version: int


@dataclass(frozen=True, slots=True)
class EnterLetter(Button):
    """Enter a library's vote from its letter; `anew` is 1 if a letter that waits is to be thrown away."""

    tag = "kf"
    consultation_id: ConsultationId
    anew: int


@dataclass(frozen=True, slots=True)
class ResumeLetter(Button):
    """Go on with the letter that waits."""

    tag = "kfr"


@dataclass(frozen=True, slots=True)
class EnterVotes(Button):
    """Enter the votes of the letter in the draft, if it is still at `version`."""

    tag = "kv"
    draft_id: DraftId
    version: int


@dataclass(frozen=True, slots=True)
class Letters(Button):
    """The letters from which votes were entered, a page of them."""

    tag = "kj"
    consultation_id: ConsultationId
    page: int


@dataclass(frozen=True, slots=True)
class ShowLetter(Button):
    """A library's letter."""

    tag = "kjs"
    consultation_id: ConsultationId
    library_id: LibraryId


@dataclass(frozen=True, slots=True)
class NewVersion(Button):
    """Put a new version of the draft; `anew` is 1 if one that waits is to be thrown away."""

    tag = "ko"
    consultation_id: ConsultationId
    anew: int


@dataclass(frozen=True, slots=True)
class ResumeVersion(Button):
    """Go on with the new version that waits."""

    tag = "kor"


@dataclass(frozen=True, slots=True)
class ShowChange(Button):
    """What becomes of a question in the new version in the draft: the place in the list of all, and a page."""

    tag = "kd"
    draft_id: DraftId
    place: int
    page: int


@dataclass(frozen=True, slots=True)
class PutVersion(Button):
    """Put the new version in the draft before the members, if it is still at `version`."""

    tag = "kq"
    draft_id: DraftId
    version: int
