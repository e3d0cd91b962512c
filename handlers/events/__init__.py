"""Events: members register and are reminded, the office writes, publishes and sees who comes."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from handlers.context import AudienceKind, Feature, Section, Subject, Tile
from handlers.events import answering, buttons, calendar, giving, member, news, offers, reason, staff, words
from handlers.events.afterwards import attendance, certificates, guests, record, survey
from handlers.events.afterwards import push as afterwards
from handlers.events.afterwards.buttons import MyRecord
from handlers.events.checkin import door, tickets, walkins
from handlers.events.compose import staff as writing
from handlers.events.guide import GUIDE
from handlers.events.materials import push as materials
from handlers.events.materials import routes as files
from handlers.events.materials.guide import GUIDE as SENDING
from handlers.events.people import entering
from handlers.events.people import routes as people
from handlers.events.push import PUSHES
from handlers.events.screens import Own, mine_section, tile
from handlers.screen import Key
from handlers.texts import Say
from storage.database import Tx
from storage.events import books, reading
from storage.events.materials import KIND
from storage.events.news import MATTER
from storage.events.reading import Tally
from storage.events.rules import Event, EventDetails, EventId
from storage.people import Person


def _load(tx: Tx, person: Person, now: datetime) -> Tally:
    return reading.tally(tx, person.id, now)


def _own(tx: Tx, person: Person, now: datetime) -> Own:
    return Own(_load(tx, person, now), reading.mine(tx, person.id, 0, now))


def _home(person: Person, say: Say) -> Sequence[Key]:  # noqa: ARG001 - as keys are made
    return [Key(say.label("key-events"), buttons.Events(0))]


def _settings(person: Person, say: Say) -> Sequence[Key]:  # noqa: ARG001 - as keys are made
    return [Key(say.label("key-record"), MyRecord(0))]


def _office(person: Person, say: Say) -> Sequence[Key]:  # noqa: ARG001 - as keys are made
    return [Key(say.label("key-events"), buttons.OfficeEvents(0))]


def _with_seat(details: EventDetails, say: Say) -> str:
    return say.label("audience-seat", title=words.title(details, say))


def _waiting(details: EventDetails, say: Say) -> str:
    return say.label("audience-waits", title=words.title(details, say))


def _without_seat(details: EventDetails, say: Say) -> str:
    return say.label("audience-no-seat", title=words.title(details, say))


def _option(details: EventDetails, say: Say, now: datetime) -> str:
    return words.label(Event(EventId(0), details, cancelled=False), say, now)


_SEATS = (
    AudienceKind("seat", "event", lambda say: say.label("key-audience-seat"), reading.recent, reading.details,
                 _option, _with_seat),
    AudienceKind("waits", "event", lambda say: say.label("key-audience-waits"), reading.recent, reading.details,
                 _option, _waiting),
    AudienceKind("no_seat", "event", lambda say: say.label("key-audience-no-seat"), reading.recent, reading.details,
                 _option, _without_seat),
)  # fmt: skip


def _find(tx: Tx, args: Mapping[str, Any]) -> Event | None:
    return books.find(tx, args["event"])


def _subject(about: str) -> Subject:
    return Subject(
        _find,
        lambda event, say: words.title(event.details, say),
        lambda _, say: say(about),
        lambda event, say: Key(say.label("key-open-event"), buttons.OfficeEvent(event.id, 0)),
    )


FEATURE = Feature(
    "events",
    (
        *member.ROUTES, *offers.ROUTES, *giving.ROUTES, *calendar.ROUTES, *staff.ROUTES,
        *writing.ROUTES, *people.ROUTES, *entering.ROUTES,
        *tickets.ROUTES, *door.ROUTES, *walkins.ROUTES, *files.ROUTES,
        *attendance.ROUTES, *certificates.ROUTES, *guests.ROUTES, *record.ROUTES, *survey.ROUTES,
    ),
    guides=(
        GUIDE, entering.GUIDE, answering.GUIDE, reason.GUIDE, walkins.GUIDE, SENDING, certificates.GUIDE, guests.GUIDE,
        survey.GUIDE,
    ),
    pushes={**PUSHES, **afterwards.PUSHES},
    bulks={**news.BULKS, **materials.BULKS},
    subjects={MATTER.kind: _subject("news-about"), KIND: _subject("materials-about")},
    live=door.LIVE,
    tile=Tile(_load, tile),
    audiences=_SEATS,
    mine=Section(_own, mine_section),
    calendar=calendar.seats,
    home=_home,
    settings=_settings,
    office=_office,
)  # fmt: skip
