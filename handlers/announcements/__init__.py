"""Announcements: the office tells its members, and sees who got it and who has read it."""

from collections.abc import Sequence

from handlers.announcements import archive, buttons, member
from handlers.announcements.push import BULKS
from handlers.context import Feature
from handlers.screen import Key
from handlers.texts import Say
from storage.people import Person


def _home(person: Person, say: Say) -> Sequence[Key]:  # noqa: ARG001 - as keys are made
    return [Key(say.label("key-archive"), buttons.Archive(0))]


FEATURE = Feature(
    "announcements", (*member.ROUTES, *archive.ROUTES), guides=(archive.FIND,), bulks=BULKS, home=_home
)  # fmt: skip
