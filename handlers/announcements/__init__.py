"""Announcements: the office tells its members, and sees who got it and who has read it."""

from collections.abc import Sequence

from handlers.announcements import archive, buttons, correct, desk, groups, member, notices, reached
from handlers.announcements.compose import push as trials
from handlers.announcements.compose import staff
from handlers.announcements.compose.guide import guide
from handlers.announcements.push import BULKS
from handlers.context import AudienceKind, Feature
from handlers.screen import Key
from handlers.texts import Say
from storage.people import Person


def _home(person: Person, say: Say) -> Sequence[Key]:  # noqa: ARG001 - as keys are made
    return [Key(say.label("key-archive"), buttons.Archive(0))]


def _office(person: Person, say: Say) -> Sequence[Key]:  # noqa: ARG001 - as keys are made
    return [Key(say.label("key-office-announcements"), buttons.OfficeAnnouncements(0))]


def feature(offered: Sequence[AudienceKind]) -> Feature:
    """Make the feature, which knows the kinds of choices of who gets a message that other features offer."""
    return Feature(
        "announcements",
        (
            *member.ROUTES,
            *archive.ROUTES,
            *groups.ROUTES,
            *desk.ROUTES,
            *correct.ROUTES,
            *reached.ROUTES,
            *staff.ROUTES,
        ),
        guides=(guide((*offered, groups.KIND)), correct.GUIDE, archive.FIND),
        pushes={**notices.PUSHES, **trials.PUSHES},
        bulks=BULKS,
        live=desk.LIVE,
        home=_home,
        office=_office,
    )
