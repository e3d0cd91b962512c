"""A call for projects, short ways to say how it goes on, and what people hear of it while time passes."""

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from types import ModuleType
from typing import Any
from unittest.mock import patch

from sqlalchemy import Connection, update

from storage import books as all_books
from storage import due, people, sending
from storage.calls import books, following, intents, mornings, news, notices, publishing, reach
from storage.calls.changes import Difference
from storage.calls.feature import FEATURE
from storage.calls.news import What
from storage.calls.reminding import Pace
from storage.calls.rules import Call, Content, Deadline, DeadlineKind, Declared, Details, Intent, Topic, When
from storage.database import Database
from storage.local_time import LJUBLJANA
from storage.membership import leaving
from storage.people import Person, PersonId
from storage.sending import Claimed, Moot, Result, Retry, Sent


def local(day: int, hour: float = 0, month: int = 3, year: int = 2027) -> datetime:
    """A moment on the wall in Ljubljana, by default in March 2027, whose 1st is a Monday."""
    wall = datetime(year, month, day, int(hour), round(hour % 1 * 60), tzinfo=LJUBLJANA)
    return wall.astimezone(UTC)


NOW = local(1, 10)
END = When(date(2027, 4, 15), time(12))
DETAILS = Details("Bralna kultura 2027", "Reading culture 2027", "JAK RS", topics=(Topic.READING,), amount=20_000)


def deadline(when: When = END, kind: DeadlineKind = DeadlineKind.SUBMISSION) -> Deadline:
    """A deadline that is not written yet."""
    return Deadline(kind, when)


def content(*whens: When, **changes: Any) -> Content:
    """A call that is to be handed in by some deadlines."""
    return Content(dataclasses.replace(DETAILS, **changes), tuple(deadline(when) for when in whens or [END]))


async def publish(db: Database, *whens: When, now: datetime = NOW, **changes: Any) -> Call:
    """Publish the call, but for some changes."""
    outcome = await db.transact(publishing.publish, content(*whens, **changes), None, now)
    assert isinstance(outcome, publishing.Published)
    return outcome.call


async def amend(db: Database, call: Call, by: Person, now: datetime, *whens: When | None, **changes: Any) -> Call:
    """Let a call say something else: move its deadlines, the oldest first (None: away), change its details."""
    there = sorted(call.deadlines, key=lambda one: one.id or 0)
    moved = [
        dataclasses.replace(one, when=when)
        for one, when in zip(there, whens or [one.when for one in there], strict=True)
        if when is not None
    ]
    said = Content(dataclasses.replace(call.details, **changes), tuple(moved))
    outcome = await db.transact(publishing.amend, call.id, call.version, said, by.id, now)
    assert isinstance(outcome, publishing.Amended), outcome
    return outcome.call


async def follow(db: Database, *everybody: Person, topic: Topic | None = Topic.READING) -> None:
    """Let people follow a topic, or everything."""
    for person in everybody:
        await db.transact(following.follow, person.id, topic, on=True)


async def prefer(db: Database, person: Person, **changes: Any) -> None:
    """Change how a person wants to hear of calls."""
    before = await db.read(reach.preferences, person.id)
    await db.transact(following.prefer, person.id, dataclasses.replace(before, **changes))


async def pace(db: Database, person: Person, wanted: Pace) -> None:
    """Change how soon a person hears of new calls."""
    await prefer(db, person, pace=wanted)


async def quiet(db: Database, person: Person, starts: time, ends: time) -> None:
    """Give a person quiet hours."""
    here = people.people.c.id == person.id
    await db.transact(lambda tx: tx.execute(update(people.people).where(here).values(quiet_from=starts, quiet_to=ends)))


async def declare(db: Database, call: Call, person: Person, intent: Intent | None, now: datetime = NOW) -> None:
    """Declare the intent of a person's library."""
    assert await db.transact(intents.declare, call.id, person, intent, now) == Declared(intent)


@dataclass(frozen=True, slots=True)
class Heard:
    """What somebody hears at a moment: of which deadlines they are reminded, which calls are new; or news of a call."""

    person: PersonId
    at: datetime
    reminders: Sequence[tuple[Call, Deadline]] = ()
    new: Sequence[Call] = ()
    news: What | None = None
    call: Call | None = None
    difference: Difference | None = None
    depends: bool = False
    notice: str | None = None

    @property
    def reminded(self) -> list[date]:
        """The days of the deadlines."""
        return [one.when.day for _, one in self.reminders]

    @property
    def moved(self) -> list[tuple[When | None, When | None]]:
        """What the deadlines were before, and are now."""
        moved = () if self.difference is None else self.difference.moved
        return [(_when(two.before), _when(two.after)) for two in moved]

    @property
    def clock(self) -> str:
        """Day and hour on the wall."""
        return f"{self.at.astimezone(LJUBLJANA):%d. %m. %H:%M}"


def _when(one: Deadline | None) -> When | None:
    return None if one is None else one.when


def _says(tx: Connection, one: Claimed, now: datetime) -> Heard | Result:
    """What a message says when it is sent, as the delivery engine has it."""
    assert one.to.person_id is not None
    who = one.to.person_id
    if one.batch_id is not None:
        if one.to.former:
            return Moot()
        if not one.args.get("urgent") and (morning := one.to.quiet_until(now)):
            return Retry(morning)
        said = news.facts(tx, one.batch_id, now)
        if said is None:
            return Moot()
        return Heard(who, now, news=said.what, call=said.call, difference=said.difference, depends=said.depends)
    if one.kind == mornings.MORNING:
        found = notices.morning_facts(tx, who, one.args, now)
        if found is None:
            return Moot()
        return Heard(who, now, reminders=found.reminders, new=found.new)
    load = {notices.PROPOSED: notices.proposed_facts, notices.DECLARED: notices.declared_facts,
            notices.UNDECIDED: notices.undecided_facts}[one.kind]  # fmt: skip
    return Moot() if load(tx, who, one.args, now) is None else Heard(who, now, notice=one.kind)


def _send(tx: Connection, now: datetime, limit: int) -> list[Heard]:
    found = []
    for one in sending.claim(tx, now, limit):
        said = _says(tx, one, now)
        sending.settle(tx, [(one, Sent([one.id]) if isinstance(said, Heard) else said)], now)
        found += [said] if isinstance(said, Heard) else []
    return found


async def fire(db: Database, now: datetime) -> None:
    """Let everything fall due that does by now."""
    while await db.transact(due.fire, FEATURE.on_due, now):
        pass


async def deliver(db: Database, now: datetime, limit: int = 1000) -> list[Heard]:
    """Send what may go now; say what it says."""
    return await db.transact(_send, now, limit)


async def pass_time(db: Database, now: datetime, until: datetime) -> list[Heard]:
    """Let time pass, with the bot running: what falls due happens at its moment, what may go is sent at its own."""
    return await db.transact(_pass, now, until)


def _pass(tx: Connection, now: datetime, until: datetime) -> list[Heard]:
    found: list[Heard] = []
    while now <= until:
        while due.fire(tx, FEATURE.on_due, now):
            pass
        found += _send(tx, now, 1000)
        later = all_books.next_at(tx, now)
        if later is None:
            break
        now = later
    return found


def reminded(heard: Iterable[Heard], who: Person) -> list[tuple[str, list[int]]]:
    """When somebody is reminded, and of deadlines in how many days."""
    return [
        (one.clock, [(day - one.at.astimezone(LJUBLJANA).date()).days for day in one.reminded])
        for one in heard
        if one.person == who.id and one.reminded
    ]


def told(heard: Iterable[Heard], who: Person) -> list[tuple[str, What | None]]:
    """When somebody is told what of a call."""
    return [(one.clock, one.news) for one in heard if one.person == who.id and one.news is not None]


def new(heard: Iterable[Heard], who: Person) -> list[str]:
    """When somebody hears in a morning's message of calls that are new."""
    return [one.clock for one in heard if one.person == who.id and one.new]


def watch(tx: Connection, call: Call, who: Person) -> None:
    """Let somebody follow one call."""
    following.watch(tx, call.id, who.id, on=True)


def mute(tx: Connection, call: Call, who: Person, now: datetime, *, on: bool = True) -> None:
    """Let somebody hear nothing more of a call, or again."""
    following.mute(tx, call.id, who.id, now, on=on)


def add_own(tx: Connection, call: Call, one: Deadline) -> None:
    """Write down a deadline of a library's or a consortium's own."""
    books.add_deadline(tx, call.id, one)


def expel(tx: Connection, who: Person) -> None:
    """Let the library of somebody be a member no more."""
    tx.execute(update(people.people).where(people.people.c.id == who.id).values(library_id=None))


def remove(tx: Connection, by: Person, who: Person) -> None:
    """Let somebody be removed."""
    assert isinstance(leaving.remove(tx, by.id, who.id, NOW), leaving.Removed)


@contextmanager
def replaced(where: ModuleType, name: str, by: Any) -> Iterator[None]:
    """Put something else in its place for a while."""
    with patch.object(where, name, by):
        yield


@contextmanager
def turns(where: ModuleType, many: int) -> Iterator[None]:
    """Let so few be many."""
    with patch.object(where, "AT_A_TIME", many):
        yield
