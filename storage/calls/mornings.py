"""The morning's message: of what a person is reminded today, and which calls are new to them, all in one.

Nothing is written down for a person beforehand. One due row stands for the next look, in the morning or in the evening,
which finds what cannot wait for the next morning; what there is to say then follows from what holds then, so a deadline
that has moved, a person who has left or muted a call, or chosen other days, need nothing taken back. Many people are
taken in turns, each of them once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, select

from storage import due, outbox
from storage.calls import books, following, plain, reminding
from storage.calls.reach import Circle, Reader
from storage.calls.reminding import Concern, Tie
from storage.calls.rules import CallId, Deadline, DeadlineId, Details, State, holds
from storage.calls.tables import call_deadlines, call_done, call_readers, calls, consortium_members
from storage.due import Due
from storage.outbox import MessageKey, Owed
from storage.people import LibraryId, PersonId, people

MORNING = "call_morning"

AT_A_TIME = 1000
"""So many people are looked at in one transaction: what others write waits for it."""

ALL = 2**62
"""No person has this number."""


def plan(tx: Connection, now: datetime) -> None:
    """See to it that there is a next look; the one after follows from it."""
    _write(tx, reminding.next_look(now), {})


def _write(tx: Connection, at: datetime, args: Mapping[str, Any]) -> None:
    due.add(tx, [Due(MORNING, MORNING, at, None, args)])


class Looks(NamedTuple):
    """The looks `since` one until the `last` of which it is `now` the time: one, unless some were missed."""

    since: datetime
    last: datetime
    now: datetime


class _Call(NamedTuple):
    """What a morning needs to know of a call."""

    id: CallId
    version: int
    details: Details


@dataclass(slots=True)
class _Post:
    """What a person is told at a moment: reminders, by deadline, and new calls."""

    reminders: dict[DeadlineId | None, Deadline] = field(default_factory=dict)
    new: list[CallId] = field(default_factory=list)

    def args(self, occasion: str) -> Mapping[str, Any]:
        """Say what is promised."""
        reminders = [[number, one.when.ends_at.isoformat()] for number, one in self.reminders.items()]
        return {"occasion": occasion, "reminders": reminders, "calls": self.new}


Posts = dict[tuple[PersonId, datetime], _Post]


def key(occasion: str, person_id: PersonId) -> MessageKey:
    """The key of the message that a person gets on an occasion: that of a morning, or the evening before."""
    return MessageKey(f"{MORNING}:{occasion}:{person_id}")


def morning_due(tx: Connection, row: Due, now: datetime) -> None:
    """Owe people the message of this morning or evening, and of any before it that was missed."""
    last = datetime.fromisoformat(row.args["last"]) if row.args else reminding.last_look(now)
    when = Looks(row.at, last, now)
    first = row.args.get("from", 0)
    turn = select(people.c.id).where(people.c.id >= first).order_by(people.c.id)
    beyond = tx.execute(turn.limit(1).offset(AT_A_TIME)).scalar()
    _tell(tx, first, ALL if beyond is None else beyond - 1, when)
    if beyond is None:
        _write(tx, reminding.next_look(last), {})
    else:
        _write(tx, row.at, {"last": last.isoformat(), "from": beyond})


def _tell(tx: Connection, first: int, last: int, when: Looks) -> None:
    """Owe those whose numbers are so what there is to say to them."""
    in_question = _in_question(when)
    circle = Circle(tx, first, last, in_question.with_only_columns(call_deadlines.c.call_id))
    posts: Posts = {}
    told = _remind(tx, posts, circle, in_question, when)
    following.know(tx, told)
    _digest(tx, posts, circle, call_readers.c.person_id.between(first, last), when)
    owed = []
    for (person, at), post in sorted(posts.items(), key=lambda one: one[0]):
        occasion = f"{when.last:%Y%m%d%H}-{at:%d%H%M%S}"
        owed.append(Owed(key(occasion, person), person, MORNING, post.args(occasion), at))
    outbox.owe(tx, owed, when.now)


def _in_question(when: Looks) -> Select[Any]:
    """Make a query for the deadlines of calls of which somebody may have to be reminded by these looks."""
    days = reminding.looked_at(when.since, when.last)
    return (
        select(call_deadlines, calls.c.version, calls.c.details, calls.c.state)
        .join(calls, calls.c.id == call_deadlines.c.call_id)
        .where(calls.c.state != State.WITHDRAWN, call_deadlines.c.ends_at > when.now, call_deadlines.c.day.in_(days))
    )


def _remind(
    tx: Connection, posts: Posts, circle: Circle, in_question: Select[Any], when: Looks
) -> list[tuple[CallId, PersonId, int]]:
    """Add reminders to what people are told; return who has not known which call before, and its version."""
    rows = tx.execute(in_question.order_by(call_deadlines.c.ends_at, call_deadlines.c.id)).mappings().all()
    found: dict[CallId, tuple[_Call, list[Deadline]]] = {}
    for row in rows:
        number, one = CallId(row["call_id"]), books.deadline_of(row)
        if not holds(State(row["state"]), one):
            continue
        if number not in found:
            found[number] = _Call(number, row["version"], plain.details(row["details"])), []
        found[number][1].append(one)
    done = done_by(tx, in_question.with_only_columns(call_deadlines.c.id))
    moments = cache(reminding.falls_due)
    told: dict[tuple[CallId, PersonId, int], None] = {}
    for call, deadlines in found.values():
        whose = {one.id: libraries_of(tx, one) for one in deadlines if not one.of_all}
        for reader, tie in circle.ties(call.id, call.details, {library for some in whose.values() for library in some}):
            for one in deadlines:
                concern = concern_of(reader, tie, one, whose.get(one.id, ()), done)
                if concern is None:
                    continue
                for at in moments(one.when, reader.choice.leads(concern), reader.quiet, *when):
                    posts.setdefault((reader.person, at), _Post()).reminders[one.id] = one
                    if not circle.known(call.id, reader.person).told:
                        told[call.id, reader.person, call.version] = None
    return list(told)


def concern_of(
    reader: Reader, tie: Tie, deadline: Deadline, whose: Sequence[LibraryId],
    done: set[tuple[DeadlineId | None, LibraryId]],
) -> Concern | None:  # fmt: skip
    """Tell how much a deadline concerns a person, if it is one of the libraries `whose` that has not met it."""
    if reader.library is not None and (deadline.id, reader.library) in done:
        return None
    if deadline.of_all:
        return reminding.concern(tie)
    return reminding.own_concern(tie) if reader.library in whose else None


def libraries_of(tx: Connection, one: Deadline) -> Sequence[LibraryId]:
    """List the libraries whose own deadline it is."""
    if one.library is not None:
        return [one.library]
    mine = consortium_members.c.consortium_id == one.consortium
    return list(tx.execute(select(consortium_members.c.library_id).where(mine)).scalars())


def done_by(tx: Connection, deadlines: Sequence[DeadlineId] | Select[Any]) -> set[tuple[DeadlineId | None, LibraryId]]:
    """List which library has met which of the deadlines, or of those in a query for their numbers."""
    chosen = select(call_done.c.deadline_id, call_done.c.library_id).where(call_done.c.deadline_id.in_(deadlines))
    return {(row.deadline_id, row.library_id) for row in tx.execute(chosen)}


def _digest(tx: Connection, posts: Posts, circle: Circle, some: ColumnElement[bool], when: Looks) -> None:
    """Add the calls of which people have not been told to what they are told, if it is their day's morning.

    Who does not want such a call any more, or whom it would come too late, waits for it no more either.
    """
    first, today = reminding.first_morning(when.since), reminding.last_morning(when.last)
    if first > today:
        return
    chosen = select(calls, call_readers.c.person_id).select_from(call_readers.join(calls))
    chosen = chosen.where(call_readers.c.waits, some)
    rows = tx.execute(chosen.order_by(calls.c.published_at, calls.c.id)).mappings().all()
    known = {call.id: call for call in books.read(tx, list({row["id"]: row for row in rows}.values()))}
    told, over = [], []
    for row in rows:
        call, reader = known[row["id"]], circle.readers.get(row["person_id"])
        if reader is None or not call.runs(when.now) or reader.person not in circle.followers(call.details):
            over.append((call.id, row["person_id"]))
        elif reminding.digested(reader.pace, call.content, first, today):
            at = reminding.after_quiet(when.now, reader.quiet)
            posts.setdefault((reader.person, at), _Post()).new.append(call.id)
            told.append((call.id, reader.person, call.version))
    following.know(tx, told)
    following.wait_no_more(tx, over)
