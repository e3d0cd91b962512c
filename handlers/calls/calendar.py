"""Deadlines of a call as a calendar file, and in somebody's own calendar."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from handlers import calendars
from handlers.calendars import Entry
from handlers.calls import words
from handlers.screen import File
from handlers.texts import Say
from storage.calls import reading
from storage.calls.reading import Card
from storage.calls.rules import Deadline, DeadlineId, DeadlineKind, State
from storage.database import Tx
from storage.people import Person

PAST = timedelta(days=90)
"""So long a deadline stays in a calendar that is over."""

INFORMATION = timedelta(hours=1)
"""How long an information day takes in a calendar."""


def file(one: Card, deadline_id: DeadlineId, domain: str, say: Say, now: datetime) -> File | None:
    """Make the file of one deadline, or of all that are to come; None if there is nothing to write."""
    found = one.deadline(deadline_id)
    to_come = [deadline for deadline in one.deadlines if deadline.when.ends_at > now]
    chosen = to_come if deadline_id == words.ALL else [found] if found else []
    if not chosen:
        return None
    title = words.title(one.call, say)
    return File(
        say.label("call-calendar-file"), calendars.calendar(_entries(one, chosen, domain, say, now)),
        say("call-calendar", title=title, count=len(chosen)),
    )  # fmt: skip


def deadlines(tx: Tx, person: Person, domain: str, say: Say, now: datetime) -> list[Entry]:
    """Lay out the deadlines of all calls on which somebody's library intends something; a while they stay when past."""
    cards = [reading.card(tx, number, person) for number in reading.intended(tx, person)]
    return [
        entry
        for one in cards
        if one is not None
        for entry in _entries(one, [it for it in one.deadlines if it.when.ends_at > now - PAST], domain, say, now)
    ]


def _entries(one: Card, chosen: Sequence[Deadline], domain: str, say: Say, now: datetime) -> list[Entry]:
    """Lay deadlines out as entries, which are the same at each change, by their numbers in this bot."""
    call = one.call
    withdrawn = call.state is State.WITHDRAWN
    return [
        Entry(
            uid=f"call-deadline-{deadline.id}@{domain}.t.me",
            # Neither ever falls, so that the sum grows with each change of either; after a withdrawal there is none.
            sequence=call.version + deadline.changes + withdrawn,
            stamp=max(one.changed_at, deadline.changed_at or one.changed_at),
            title=_title(one, deadline, say, withdrawn=withdrawn),
            when=_when(deadline),
            description=say.label(
                "call-calendar-about", when=words.when(deadline, say, now), caller=call.details.caller
            ),
            link=call.details.link or "",
            cancelled=withdrawn,
        )
        for deadline in chosen
    ]


def _title(one: Card, deadline: Deadline, say: Say, *, withdrawn: bool) -> str:
    said = say.label("call-calendar-title", name=words.name(deadline, say), title=words.title(one.call, say))
    if withdrawn:
        return say.label("call-calendar-withdrawn", title=said)
    return say.label("call-when-provisional", when=said) if deadline.when.provisional else said


def _when(of: Deadline) -> calendars.When:
    """Give the day of a deadline without an hour, else its moment; an information day begins at its hour."""
    when = of.when
    if when.hour is None:
        return when.day
    return (when.ends_at, when.ends_at + INFORMATION) if of.kind is DeadlineKind.INFORMATION else when.ends_at
