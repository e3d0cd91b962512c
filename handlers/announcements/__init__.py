"""Announcements: the office tells its members, and sees who got it and who has read it."""

from collections.abc import Sequence

from handlers.announcements import buttons, desk, member, reached
from handlers.announcements.notices import PUSHES
from handlers.announcements.push import BULKS
from handlers.context import Feature
from handlers.screen import Key
from handlers.texts import Say
from storage.people import Person


def _office(person: Person, say: Say) -> Sequence[Key]:  # noqa: ARG001 - as keys are made
    return [Key(say.label("key-office-announcements"), buttons.OfficeAnnouncements(0))]


FEATURE = Feature(
    "announcements",
    (*member.ROUTES, *desk.ROUTES, *reached.ROUTES),
    pushes=PUSHES,
    bulks=BULKS,
    live={desk.LIVE: desk.CARD},
    office=_office,
)
