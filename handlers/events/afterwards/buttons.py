"""The buttons of what comes after an event."""

from dataclasses import dataclass

from handlers.buttons import Button
from storage.drafts import DraftId
from storage.events.rules import EventId, RegistrationId
from storage.people import LibraryId


@dataclass(frozen=True, slots=True)
class Attendance(Button):
    """Who was at an event, for the office."""

    tag = "ta"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class AttendanceList(Button):
    """Who had a seat, library by library, a page of them."""

    tag = "tl"
    event_id: EventId
    page: int


@dataclass(frozen=True, slots=True)
class AttendanceNames(Button):
    """Who had a seat from a library (0: the office, -1: from outside), a page of them."""

    tag = "tn"
    event_id: EventId
    library_id: LibraryId
    page: int


@dataclass(frozen=True, slots=True)
class MarkAttended(Button):
    """Somebody on such a page was there; `came` is 0 if not."""

    tag = "tm"
    number: RegistrationId
    page: int
    came: int


@dataclass(frozen=True, slots=True)
class ConfirmAttendance(Button):
    """Those who are marked were there, or `everybody` who had a seat; `sure` is 1 once it was asked about."""

    tag = "tc"
    event_id: EventId
    everybody: int
    sure: int


@dataclass(frozen=True, slots=True)
class MyCertificate(Button):
    """My certificate of an event."""

    tag = "tp"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class NameCertificate(Button):
    """The name on my certificate is another."""

    tag = "tpn"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class IssueCertificate(Button):
    """Make the certificate with the name that was typed, if the conversation is still at `version`."""

    tag = "tpi"
    draft_id: DraftId
    version: int


@dataclass(frozen=True, slots=True)
class Guests(Button):
    """The guests who were at an event, and may have certificates, a page of them."""

    tag = "tg"
    event_id: EventId
    page: int


@dataclass(frozen=True, slots=True)
class GuestCertificate(Button):
    """The certificate of a guest; `anew` is 1 if the name on it is another."""

    tag = "tgp"
    number: RegistrationId
    anew: int


@dataclass(frozen=True, slots=True)
class IssueForGuest(Button):
    """Make it with the name that was typed, if the conversation is still at `version`."""

    tag = "tgi"
    draft_id: DraftId
    version: int


@dataclass(frozen=True, slots=True)
class MyRecord(Button):
    """Where I was over the years, a page of it."""

    tag = "tr"
    page: int


@dataclass(frozen=True, slots=True)
class RecordPaper(Button):
    """The same as PDF."""

    tag = "trp"


@dataclass(frozen=True, slots=True)
class Rate(Button):
    """So many stars for an event."""

    tag = "vs"
    sealed = True
    event_id: EventId
    stars: int


@dataclass(frozen=True, slots=True)
class WriteOpinion(Button):
    """I want to write what I think of an event."""

    tag = "vm"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class SendOpinion(Button):
    """Send what was typed, if the conversation is still at `version`."""

    tag = "vp"
    draft_id: DraftId
    version: int


@dataclass(frozen=True, slots=True)
class SurveyResults(Button):
    """What those who were there think of it, a page of what they wrote."""

    tag = "vr"
    event_id: EventId
    page: int


@dataclass(frozen=True, slots=True)
class SurveyChart(Button):
    """The stars as a picture."""

    tag = "vc"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class SurveySheet(Button):
    """All of it as a spreadsheet."""

    tag = "vx"
    event_id: EventId
