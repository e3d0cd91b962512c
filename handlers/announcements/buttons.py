"""The buttons of announcements."""

from dataclasses import dataclass

from handlers.buttons import Button
from storage.announcements.rules import AnnouncementId
from storage.announcements.saved import AudienceId
from storage.announcements.steering import How
from storage.batches import BatchId
from storage.drafts import DraftId


@dataclass(frozen=True, slots=True)
class HaveRead(Button):
    """Under an announcement: I have read this."""

    tag = "ar"
    announcement_id: AnnouncementId


# The office's list and card


@dataclass(frozen=True, slots=True)
class OfficeAnnouncements(Button):
    """All announcements, a page of them."""

    tag = "aol"
    page: int


@dataclass(frozen=True, slots=True)
class OfficeAnnouncement(Button):
    """An announcement's card as it stands now."""

    tag = "aoe"
    announcement_id: AnnouncementId


@dataclass(frozen=True, slots=True)
class Steer(Button):
    """Pause, resume or cancel a batch of an announcement; `sure` is 1 once it was asked about."""

    tag = "aos"
    announcement_id: AnnouncementId
    batch_id: BatchId
    how: How
    sure: int


# Writing


@dataclass(frozen=True, slots=True)
class NewAnnouncement(Button):
    """Write a new announcement; `anew` is 1 if a draft that waits is to be thrown away."""

    tag = "an"
    anew: int


@dataclass(frozen=True, slots=True)
class ResumeAnnouncement(Button):
    """Go on with the draft of an announcement."""

    tag = "anr"


@dataclass(frozen=True, slots=True)
class SendAnnouncement(Button):
    """Send the draft, or plan it, if it is still at `version`."""

    tag = "ans"
    draft_id: DraftId
    version: int


@dataclass(frozen=True, slots=True)
class SendTest(Button):
    """Send the draft to a colleague as a test; 0 is all others of the office."""

    tag = "ant"
    draft_id: DraftId
    version: int
    person_id: int


@dataclass(frozen=True, slots=True)
class SaveAudience(Button):
    """Keep the draft's choices under the name in it."""

    tag = "ana"
    draft_id: DraftId
    version: int


@dataclass(frozen=True, slots=True)
class ForgetAudience(Button):
    """Delete an audience with a name; `sure` is 1 once it was asked about."""

    tag = "anx"
    audience_id: AudienceId
    sure: int
