"""Consultations: members read a draft text, vote on it question by question and say what they would change."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.consultations import (
    ballots,
    buttons,
    member,
    office,
    outcome,
    proxies,
    receipts,
    remarks,
    screens,
    voting,
    words,
)
from handlers.consultations.push import PUSHES
from handlers.context import AudienceKind, Feature, Section, Tile
from handlers.dates import writing
from handlers.screen import Key
from handlers.texts import Say
from storage.consultations import books, reading
from storage.consultations.reading import Waits
from storage.consultations.rules import VOTERS, Consultation, ConsultationId
from storage.database import Tx
from storage.people import Person


@dataclass(frozen=True, slots=True)
class _Waiting:
    """What waits for a person, who casts a vote or not; so many days are left for the first of it."""

    waits: Waits
    votes: bool
    days: int


def _load(tx: Tx, person: Person, now: datetime) -> _Waiting | None:
    found = reading.waits(tx, person, now)
    if found is None:
        return None
    return _Waiting(found, person.role in VOTERS, writing.days_left(found.ends_at, now))


def _line(found: _Waiting | None, say: Say) -> str | None:
    if found is None:
        return None
    key = "home-waits-vote" if found.votes else "home-waits-stance"
    return say(key, count=found.waits.count, left=say.label("consultation-days-left", days=found.days))


def _home(person: Person, say: Say) -> Sequence[Key]:  # noqa: ARG001 - as keys are made
    return [Key(say.label("key-consultations"), buttons.Consultations(0))]


def _option(one: Consultation, say: Say, now: datetime) -> str:
    return words.cut(f"{writing.short(one.terms.ends_at, now, say.language)} · {one.title(say.language)}")


def _not_voted(one: Consultation, say: Say) -> str:
    return say.label("audience-not-voted", title=one.title(say.language))


_AUDIENCE = AudienceKind(
    "not_voted", "consultation", lambda say: say.label("key-audience-not-voted"), reading.running,
    lambda tx, number: books.find(tx, ConsultationId(number)), _option, _not_voted,
)  # fmt: skip

FEATURE = Feature(
    "consultations",
    (
        *member.ROUTES,
        *voting.ROUTES,
        *ballots.ROUTES,
        *remarks.ROUTES,
        *receipts.ROUTES,
        *proxies.ROUTES,
        *office.ROUTES,
        *outcome.ROUTES,
    ),
    guides=(remarks.GUIDE, receipts.GUIDE, proxies.GUIDE, *office.GUIDES, *outcome.GUIDES),
    pushes={**PUSHES, **outcome.PUSHES},
    tile=Tile(_load, _line),
    mine=Section(reading.mine, screens.mine_section),
    audiences=(_AUDIENCE,),
    home=_home,
    office=office.keys,
)
