"""What the office does with calls: all of it, as the feature takes it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from handlers.calls import desk, desk_buttons, desk_lists, desk_moving, words
from handlers.calls.compose import guide, staff
from handlers.context import AudienceKind, Push
from handlers.screen import Key
from handlers.texts import Say
from storage.calls import books
from storage.calls.desk import intended_on
from storage.calls.rules import Call, CallId
from storage.database import Tx
from storage.people import Person

ROUTES = (*staff.ROUTES, *desk.ROUTES, *desk_moving.ROUTES)
GUIDES = (guide.GUIDE, desk_moving.GUIDE)
PUSHES: Mapping[str, Push] = {}


def keys(person: Person, say: Say) -> Sequence[Key]:  # noqa: ARG001 - as keys are made
    """Give the way to the calls from the office card."""
    return [Key(say.label("key-calls"), desk_buttons.OfficeCalls(0, 0))]


def _find(tx: Tx, number: int) -> Call | None:
    return books.find(tx, CallId(number))


def _option(one: Call, say: Say, now: datetime) -> str:
    return desk_lists.name(one, say, now)


def _intending(one: Call, say: Say) -> str:
    return say.label("audience-call-intends", title=words.title(one, say))


AUDIENCE = AudienceKind(
    "call_intends", "call", lambda say: say.label("key-audience-call-intends"), intended_on, _find, _option, _intending
)
"""Announcements to those who speak for libraries that intend something with a call."""
