"""The buttons of announcements."""

from dataclasses import dataclass

from handlers.buttons import Button
from storage.announcements.rules import AnnouncementId


@dataclass(frozen=True, slots=True)
class HaveRead(Button):
    """Under an announcement: I have read this."""

    tag = "ar"
    announcement_id: AnnouncementId
