"""The buttons of announcements."""

from dataclasses import dataclass

from handlers.buttons import Button
from storage.announcements.rules import AnnouncementId


@dataclass(frozen=True, slots=True)
class HaveRead(Button):
    """Under an announcement: I have read this."""

    tag = "ar"
    announcement_id: AnnouncementId


@dataclass(frozen=True, slots=True)
class Archive(Button):
    """The announcements that I got, a page of them."""

    tag = "aa"
    page: int


@dataclass(frozen=True, slots=True)
class OpenAnnouncement(Button):
    """An announcement that I got, as it arrived; `page` is where it was in the list, below 0 if it was found."""

    tag = "aao"
    announcement_id: AnnouncementId
    page: int


@dataclass(frozen=True, slots=True)
class FindAnnouncement(Button):
    """Look for an announcement by its words; `anew` is 0 to see again what was found."""

    tag = "aaf"
    anew: int
