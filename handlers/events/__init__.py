"""Events: members register and are reminded, the office writes, publishes and sees who comes."""

from collections.abc import Sequence
from datetime import datetime

from handlers.context import AudienceKind, Feature, Section, Tile
from handlers.events import buttons, member, screens, staff, words
from handlers.events.guide import GUIDE
from handlers.events.push import PUSHES
from handlers.screen import Key
from handlers.texts import Say
from storage.database import Tx
from storage.events import reading
from storage.events.reading import Page
from storage.events.rules import Event, EventDetails, EventId
from storage.people import Person


def _load(tx: Tx, person: Person, now: datetime) -> int:
    return reading.tally(tx, person.id, now).seats


def _line(count: int, say: Say) -> str | None:
    return say("home-registered", count=count) if count else None


def _seats(tx: Tx, person: Person, now: datetime) -> Page:
    return reading.mine(tx, person.id, 0, now)


def _home(person: Person, say: Say) -> Sequence[Key]:  # noqa: ARG001 - as keys are made
    return [Key(say.label("key-events"), buttons.Events(0))]


def _office(person: Person, say: Say) -> Sequence[Key]:  # noqa: ARG001 - as keys are made
    return [Key(say.label("key-events"), buttons.OfficeEvents(0))]


def _with_seat(details: EventDetails, say: Say) -> str:
    return say.label("audience-seat", title=words.title(details, say))


def _without_seat(details: EventDetails, say: Say) -> str:
    return say.label("audience-no-seat", title=words.title(details, say))


def _option(details: EventDetails, say: Say, now: datetime) -> str:
    return words.label(Event(EventId(0), details, cancelled=False), say, now)


_SEATS = (
    AudienceKind("seat", "event", lambda say: say.label("key-audience-seat"), reading.recent, reading.details,
                 _option, _with_seat),
    AudienceKind("no_seat", "event", lambda say: say.label("key-audience-no-seat"), reading.recent, reading.details,
                 _option, _without_seat),
)  # fmt: skip

FEATURE = Feature(
    "events", (*member.ROUTES, *staff.ROUTES), guides=(GUIDE,), pushes=PUSHES, tile=Tile(_load, _line),
    audiences=_SEATS, mine=Section(_seats, screens.mine_section), home=_home, office=_office,
)  # fmt: skip
