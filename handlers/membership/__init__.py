"""Who belongs: joining by an invite, settings, and what the office does with members."""

from collections.abc import Sequence
from datetime import datetime

from handlers.context import Feature, Tile
from handlers.membership import buttons, invites, member, own_calendar, staff
from handlers.membership.find import FIND
from handlers.membership.names import role_name
from handlers.membership.push import LIVE, PUSHES
from handlers.membership.screens import own_keys
from handlers.screen import Key
from handlers.texts import Say
from storage.database import Tx
from storage.membership import lists
from storage.people import Person, Role

ROUTES = (*member.ROUTES, *own_calendar.ROUTES, *staff.ROUTES, *invites.ROUTES)


def _load(tx: Tx, person: Person, now: datetime) -> Role | int:  # noqa: ARG001 - as tiles are loaded
    """Find the role that the person waits for, or how many wait for the office."""
    if person.wanted_role:
        return person.wanted_role
    return len(lists.waiting(tx)) if person.may(Role.STAFF) else 0


def _line(facts: Role | int, say: Say) -> str | None:
    if isinstance(facts, Role):
        return say("home-role-waits", role=role_name(facts, say))
    return say("home-others-wait", count=facts) if facts else None


def _home(person: Person, say: Say) -> Sequence[Key]:  # noqa: ARG001 - as keys are made
    return [Key(say.label("key-settings"), buttons.Settings())]


def _office(person: Person, say: Say) -> Sequence[Key]:  # noqa: ARG001 - as keys are made
    return [
        Key(say.label("key-members"), buttons.Members(0)),
        Key(say.label("key-find"), buttons.Find()),
        Key(say.label("key-confirmations"), buttons.Confirmations(0)),
        Key(say.label("key-invites"), buttons.Invites(0)),
    ]


FEATURE = Feature(
    "membership",
    ROUTES,
    guides=(FIND,),
    pushes=PUSHES,
    live=LIVE,
    tile=Tile(_load, _line),
    home=_home,
    office=_office,
    former=own_keys,
)
