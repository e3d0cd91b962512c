"""Calls for projects: members follow them, say what their library intends, and are reminded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.calls import (
    buttons,
    calendar,
    deciding,
    following,
    member,
    morning,
    news,
    office,
    partners,
    push,
    screens,
    words,
)
from handlers.calls.feeds import guide as feeds_guide
from handlers.calls.feeds import push as feeds_push
from handlers.calls.feeds import staff as feeds_staff
from handlers.context import Feature, Section, Tile
from handlers.screen import Key
from handlers.texts import Say
from storage.calls import reading, waiting
from storage.calls.reading import Row
from storage.calls.waiting import Waits
from storage.database import Tx
from storage.pages import Page
from storage.people import Person


@dataclass(frozen=True, slots=True)
class _Waiting:
    """What the home card says: applications of the library, else new calls, else that calls can be followed."""

    waits: Waits | None
    new: int
    hint: bool
    now: datetime


def _load(tx: Tx, person: Person, now: datetime) -> _Waiting:
    return _Waiting(
        waiting.waits(tx, person, now), waiting.new_count(tx, person, now), waiting.hint(tx, person, now), now
    )  # fmt: skip


def _line(found: _Waiting, say: Say) -> str | None:
    if found.waits is not None:
        left = words.days_left(found.waits.when, say, found.now)
        return say("home-applying", count=found.waits.count, left=left)
    if found.new:
        return say("home-new-calls", count=found.new)
    return say("home-follow-calls") if found.hint else None


def _mine(tx: Tx, person: Person, now: datetime) -> Page[Row]:  # noqa: ARG001 - as sections are loaded
    return reading.mine(tx, person, 0)


def _home(person: Person, say: Say) -> Sequence[Key]:  # noqa: ARG001 - as keys are made
    return [Key(say.label("key-calls"), buttons.Calls(0, ""))]


def _settings(person: Person, say: Say) -> Sequence[Key]:  # noqa: ARG001 - as keys are made
    return [Key(say.label("key-following-calls"), buttons.Following())]


FEATURE = Feature(
    "calls",
    (
        *member.ROUTES,
        *deciding.ROUTES,
        *following.ROUTES,
        *morning.ROUTES,
        *partners.ROUTES,
        *office.ROUTES,
        *feeds_staff.ROUTES,
    ),
    guides=(following.GUIDE, *partners.GUIDES, *office.GUIDES, feeds_guide.GUIDE),
    pushes={**push.PUSHES, **partners.PUSHES, **office.PUSHES, **feeds_push.PUSHES},
    bulks=news.BULKS,
    subjects=news.SUBJECTS,
    audiences=(office.AUDIENCE,),
    tile=Tile(_load, _line),
    mine=Section(_mine, screens.mine_section),
    calendar=calendar.deadlines,
    home=_home,
    settings=_settings,
    office=office.keys,
)
