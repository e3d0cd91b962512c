"""The buttons of announcements."""

from dataclasses import dataclass

from handlers.buttons import Button
from storage.announcements.rules import AnnouncementId
from storage.announcements.steering import How
from storage.batches import BatchId


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
