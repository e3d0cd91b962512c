"""The morning's message: of what a person is reminded today, and which calls are new to them, all in one.

Nothing is written down for a person beforehand. A due row stands for each morning on which there may be something to
say; what it is follows from what holds then, so a deadline that has moved, a person who has left or muted a call, or
chosen other days, need nothing taken back.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, or_, select, update

from storage import due, outbox
from storage.calls import books, following, reach, reminding
from storage.calls.reach import Reached
from storage.calls.reminding import Concern, Pace, Quiet
from storage.calls.rules import Call, CallId, Deadline, DeadlineId, State
from storage.calls.tables import call_deadlines, call_done, call_preferences, call_readers, calls, consortium_members
from storage.due import Due
from storage.local_time import LJUBLJANA
from storage.outbox import MessageKey, Owed
from storage.people import LibraryId, PersonId, people

MORNING = "call_morning"


def plan(tx: Connection, deadlines: Iterable[Deadline], now: datetime) -> None:
    """Write down the mornings to come on which deadlines may have to be reminded of."""
    _write(tx, {day for one in deadlines for day in reminding.mornings(one.when)}, now)


def plan_digests(tx: Connection, now: datetime) -> None:
    """Write down the next mornings of digests."""
    _write(tx, reminding.digests(list(Pace), now), now)


def _write(tx: Connection, days: Iterable[date], now: datetime) -> None:
    moments = {day: reminding.morning(day) for day in sorted(days)}
    rows = [Due(f"{MORNING}:{day}", MORNING, at, None, {"day": day.isoformat()}) for day, at in moments.items()
            if at > now]  # fmt: skip
    due.add(tx, rows)


@dataclass(slots=True)
class _Post:
    """What a person is told on one occasion: reminders, by deadline, and new calls."""

    at: datetime
    reminders: list[Deadline] = field(default_factory=list)
    new: list[CallId] = field(default_factory=list)

    def args(self, occasion: str) -> Mapping[str, Any]:
        """Say what is promised."""
        reminders = [[one.id, one.when.ends_at.isoformat()] for one in self.reminders]
        return {"occasion": occasion, "reminders": reminders, "calls": self.new}


Posts = dict[tuple[PersonId, str], _Post]
"""By person and occasion: the local day, those of the morning and those of the evening apart."""


def key(occasion: str, person_id: PersonId) -> MessageKey:
    """The key of the message that a person gets on an occasion."""
    return MessageKey(f"{MORNING}:{occasion}:{person_id}")


def morning_due(tx: Connection, row: Due, now: datetime) -> None:
    """Owe everybody the message of this morning, and of any before it that was missed."""
    since, today = date.fromisoformat(row.args["day"]), now.astimezone(LJUBLJANA).date()
    posts: Posts = {}
    for call, deadlines in _in_question(tx, since, today, now):
        told = _remind(tx, posts, call, deadlines, since, today, now)
        following.told(tx, call, told)
    _digest(tx, posts, since, today, now)
    owed = [
        Owed(key(occasion, person), person, MORNING, post.args(occasion), post.at)
        for (person, occasion), post in sorted(posts.items())
    ]
    outbox.owe(tx, owed, now)


def _post(posts: Posts, person: PersonId, at: datetime) -> _Post:
    """Find the message that a person gets at about a moment."""
    local = at.astimezone(LJUBLJANA)
    part = "evening" if local.time() >= reminding.EVENING else "morning"
    return posts.setdefault((person, f"{local.date()}-{part}"), _Post(at))


def _in_question(
    tx: Connection, since: date, today: date, now: datetime
) -> Iterable[tuple[Call, Sequence[Deadline]]]:  # fmt: skip
    """List the calls with deadlines of which somebody may have to be reminded on these mornings."""
    mornings = [since + timedelta(days=count) for count in range((today - since).days + 1)]
    days = {morning + timedelta(days=before) for morning in mornings for before in reminding.BEFORE}
    chosen = (
        select(call_deadlines)
        .join(calls, calls.c.id == call_deadlines.c.call_id)
        .where(calls.c.state != State.WITHDRAWN, call_deadlines.c.ends_at > now, call_deadlines.c.day.in_(days))
        .order_by(call_deadlines.c.call_id, call_deadlines.c.ends_at, call_deadlines.c.id)
    )
    found: dict[CallId, list[Deadline]] = defaultdict(list)
    for row in tx.execute(chosen).mappings():
        found[CallId(row["call_id"])].append(books.deadline_of(row))
    for call_id, deadlines in found.items():
        call = books.lock(tx, call_id)
        if call is not None and (held := [one for one in deadlines if call.holds(one)]):
            yield call, held


def _remind(
    tx: Connection, posts: Posts, call: Call, deadlines: Sequence[Deadline], since: date, today: date, now: datetime
) -> list[PersonId]:
    """Add the reminders of a call to what people are told; return who is reminded."""
    whose = {one.id: libraries_of(tx, one) for one in deadlines if not one.of_all}
    everybody = reach.concerned(tx, call.id, call.details, {library for some in whose.values() for library in some})
    done = done_by(tx, [one.id for one in deadlines if one.id is not None])
    told: list[PersonId] = []
    for one in everybody:
        for deadline in deadlines:
            concern = concern_of(one, deadline, whose.get(deadline.id, ()), done)
            if concern is None:
                continue
            leads = one.choice.leads(concern)
            found = reminding.falls_due(deadline.when, leads, one.quiet, since, today, now)
            if found is not None:
                _post(posts, one.person, found.at).reminders.append(deadline)
                told.append(one.person)
    return told


def concern_of(
    one: Reached, deadline: Deadline, whose: Sequence[LibraryId], done: set[tuple[DeadlineId | None, LibraryId]]
) -> Concern | None:
    """Tell how much a deadline concerns a person, if it is one of the libraries `whose` that has not met it."""
    library = one.tie.library
    if library is not None and (deadline.id, library) in done:
        return None
    if deadline.of_all:
        return reminding.concern(one.tie)
    return reminding.own_concern(one.tie) if library in whose else None


def libraries_of(tx: Connection, one: Deadline) -> Sequence[LibraryId]:
    """List the libraries whose own deadline it is."""
    if one.library is not None:
        return [one.library]
    mine = consortium_members.c.consortium_id == one.consortium
    return list(tx.execute(select(consortium_members.c.library_id).where(mine)).scalars())


def done_by(tx: Connection, deadlines: Sequence[DeadlineId]) -> set[tuple[DeadlineId | None, LibraryId]]:
    """List which library has met which of the deadlines."""
    chosen = select(call_done.c.deadline_id, call_done.c.library_id).where(call_done.c.deadline_id.in_(deadlines))
    return {(row.deadline_id, row.library_id) for row in tx.execute(chosen)}


def _digest(tx: Connection, posts: Posts, since: date, today: date, now: datetime) -> None:
    """Add the calls of which people have not been told to what they are told, if it is their day."""
    pace = call_preferences.c.pace
    joined = call_readers.join(people, people.c.id == call_readers.c.person_id).outerjoin(
        call_preferences, call_preferences.c.person_id == people.c.id
    )  # fmt: skip
    chosen = select(call_readers.c.call_id, people.c.id, people.c.quiet_from, people.c.quiet_to).select_from(joined)
    chosen = chosen.where(call_readers.c.waits)
    if not reminding.digested(Pace.WEEKLY, since, today):
        chosen = chosen.where(or_(pace.is_(None), pace != Pace.WEEKLY))
    waiting: dict[CallId, list[Any]] = defaultdict(list)
    for row in tx.execute(chosen.order_by(call_readers.c.call_id, people.c.id)):
        waiting[CallId(row.call_id)].append(row)
    for call_id, rows in waiting.items():
        _tell_new(tx, posts, call_id, rows, today, now)


def _tell_new(tx: Connection, posts: Posts, call_id: CallId, rows: Sequence[Any], today: date, now: datetime) -> None:
    """Add a new call to what people are told who still want such calls; none of them waits for it any more."""
    here = call_readers.c.call_id == call_id
    everybody = [row.id for row in rows]
    call = books.lock(tx, call_id)
    if call is not None and call.runs(now):
        wanted = set(tx.execute(reach.followers(call.details)).scalars()) - set(
            tx.execute(reach.muted(call_id)).scalars()
        )
        told = [row for row in rows if row.id in wanted]
        for row in told:
            at = reminding.after_quiet(max(reminding.morning(today), now), Quiet(row.quiet_from, row.quiet_to))
            _post(posts, row.id, at).new.append(call_id)
        following.told(tx, call, [row.id for row in told])
    for start in range(0, len(everybody), 500):
        some = call_readers.c.person_id.in_(everybody[start : start + 500])
        tx.execute(update(call_readers).where(here, some).values(waits=False))
