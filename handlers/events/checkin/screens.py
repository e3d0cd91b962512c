"""What check-in looks like. Pure: outcome in, card out."""

from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from handlers.buttons import Button
from handlers.dates import writing
from handlers.events import buttons as events
from handlers.events import words as general
from handlers.events.afterwards.buttons import Attendance
from handlers.events.checkin import buttons
from handlers.events.lists import Lists, cut
from handlers.home import Home
from handlers.screen import Key, Screen, in_rows, lines
from handlers.texts import Say
from storage.drafts import Draft
from storage.events import door as outcomes
from storage.events.checkin import AtDoor, Door, NoTicket, Numbers, TakenBack
from storage.events.door import CheckedIn, OtherDay, Ticket
from storage.events.rules import Cancelled, EventId
from storage.events.seats import State
from storage.events.walkins import Entering, Found, Full, WalkedIn

LISTS = Lists(
    buttons.DoorList, buttons.DoorNames, buttons.Tick, buttons.Door, lambda row: row.checked_in_at is not None
)
"""Those with a seat, ticked who are checked in."""

VOID = {State.SUBSTITUTED: "door-substituted", State.REMOVED: "door-removed"}


@dataclass(frozen=True, slots=True)
class Words:
    """What stands on a ticket."""

    kind: str
    title: str
    when: str
    where: str
    name: str
    library: str
    link: str


def words(ticket: Ticket, link: str, say: Say) -> Words:
    """Say what stands on a ticket."""
    details = ticket.event.details
    when = writing.span(details.starts_at, details.ends_at, say.language)
    library = ticket.library or say.label("office-of-association")
    return Words(say.label("ticket-kind"), general.title(details, say), when, general.where(details, say),
                 ticket.name or "", library, link)  # fmt: skip


def caption(ticket: Ticket, title: str, say: Say, now: datetime) -> str:
    """Say what the picture holds, for those who hear it read, and what to do with it."""
    when = writing.near(ticket.event.details.starts_at, now, say.language)
    return lines(say("ticket-for", title=title, when=when), say("ticket-how"))


def void(say: Say) -> Screen:
    """Say that somebody's own ticket does not hold any more."""
    return Screen(say("ticket-void"), [[Key(say.label("key-events"), events.Events(0))]])


def not_yours(say: Say) -> Screen:
    """Say nothing of a ticket that is somebody else's, or nobody's."""
    return Screen(say("ticket-not-yours"), [[Key(say.label("key-home"), Home())]])


def not_found(outcome: NoTicket, say: Say) -> Screen:
    """Say that there is no such ticket."""
    listed = Key(say.label("key-events"), events.OfficeEvents(0))
    back = listed if outcome.at is None else Key(say.label("key-door"), buttons.Door(outcome.at))
    return Screen(say("door-no-ticket"), [[back]])


def _who(ticket: Ticket, say: Say) -> str:
    name = ticket.name or say.label("lists-nameless")
    return name if ticket.library is None else say.label("door-who", name=name, library=ticket.library)


def _count(numbers: Numbers, say: Say) -> str:
    return say("door-count", came=numbers.came, seated=numbers.seated)


def door(found: Door, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as live cards show
    """Show the door of an event: how many have come, and the ways to let people in."""
    one, details = found.event, found.event.details
    text = lines(
        say("door-card", title=general.title(details, say)),
        say("event-when", when=writing.span(details.starts_at, details.ends_at, say.language)),
        _count(found.numbers, say),
        say("door-walked-in", count=found.numbers.walked_in) if found.numbers.walked_in else None,
        say("door-how") if found.open else say("event-cancelled") if one.cancelled else say("door-closed"),
    )
    keys = [Key(say.label("key-door-list"), buttons.DoorList(one.id, 0)),
            Key(say.label("key-walk-in"), buttons.WalkIn(one.id))]  # fmt: skip
    return Screen(text, [keys if found.open else [], [Key(say.label("key-back"), events.OfficeEvent(one.id, 0))]])


def scanned(outcome: AtDoor | NoTicket, say: Say, now: datetime) -> Screen:
    """Say what became of a ticket at the door."""
    if isinstance(outcome, NoTicket):
        return not_found(outcome, say)
    ticket, result = outcome.ticket, outcome.outcome
    details = ticket.event.details
    to_door = Key(say.label("key-door"), buttons.Door(outcome.at))
    if isinstance(result, outcomes.LetIn):
        text = lines(say("door-let-in", who=_who(ticket, say)), say("door-event", title=general.title(details, say)),
                     _count(outcome.numbers, say))  # fmt: skip
        return Screen(text, [[Key(say.label("key-door-take-back"), buttons.TakeBack(ticket.id)), to_door]])
    keys = [to_door]
    if isinstance(result, outcomes.OtherEvent):
        keys.insert(0, Key(say.label("key-door-let-in"), buttons.LetIn(ticket.id)))
    if isinstance(result, outcomes.Confirmed):
        keys.insert(0, Key(say.label("key-attendance"), Attendance(ticket.event.id)))
    if isinstance(result, outcomes.NoSeat) and ticket.person is not None:
        keys.insert(0, Key(say.label("key-door-let-in"), buttons.WalkInMember(ticket.event.id, ticket.person, 0)))
    return Screen(lines(why_not(result, ticket, say, now), _who(ticket, say)), [keys])


def why_not(outcome: CheckedIn, ticket: Ticket, say: Say, now: datetime) -> str:
    """Say why somebody is not let in."""
    details = ticket.event.details
    title, when = general.title(details, say), writing.near(details.starts_at, now, say.language)
    match outcome:
        case outcomes.LetIn():
            return say("door-let-in", who=_who(ticket, say))
        case outcomes.InAlready(at):
            return say("door-in-already", at=writing.hour(at, say.language))
        case outcomes.Void(state):
            return say(VOID.get(state, "door-given-up"))
        case outcomes.NoSeat():
            return say("door-no-seat")
        case outcomes.OtherDay() | outcomes.OtherEvent():
            return say("door-other", title=title, when=when)
        case outcomes.Confirmed():
            return say("door-confirmed")
        case Cancelled():
            return say("door-cancelled", title=title)
        case _:
            assert_never(outcome)


def taken_back(outcome: TakenBack | NoTicket, say: Say) -> Screen:
    """Say that somebody has not come after all."""
    if isinstance(outcome, NoTicket):
        return Screen(say("door-not-taken-back"), [[Key(say.label("key-events"), events.OfficeEvents(0))]])
    text = lines(say("door-taken-back", who=_who(outcome.ticket, say)), _count(outcome.numbers, say))
    return Screen(text, [[Key(say.label("key-door"), buttons.Door(outcome.ticket.event.id))]])


def walk_in(draft: Draft, found: Found, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as guides show
    """Ask who has come, or show who fits."""
    event_id, text = EventId(draft.data["event"]), draft.data.get("text")
    back = [Key(say.label("key-back"), buttons.Door(event_id))]
    if text is None:
        return Screen(say("walk-in-ask"), [back])
    people = [
        Key(cut(say.label("door-who", name=one.first_name, library=one.library.name) if one.library
                 else say.label("door-who", name=one.first_name, library=say.label("office-of-association"))),
            buttons.WalkInMember(event_id, one.id, 0))
        for one in found.people
    ]  # fmt: skip
    guest = Key(cut(say.label("key-walk-in-guest", name=text)), buttons.WalkInGuest(draft.id, draft.version, 0))
    said = say("walk-in-found", text=text) if people else say("walk-in-none", text=text)
    return Screen(lines(said, say("walk-in-again")), [*in_rows(people, 1), [guest], back])


def walked_in(outcome: Entering, sure: Button, say: Say, now: datetime) -> Screen:
    """Say what became of letting in somebody without a seat; beyond the seats, ask first."""
    match outcome:
        case AtDoor() | NoTicket():
            return scanned(outcome, say, now)
        case WalkedIn(event, number, name, beyond):
            text = lines(say("door-let-in", who=name), say("walk-in-beyond" if beyond else "walk-in-done"))
            keys = [
                Key(say.label("key-door-take-back"), buttons.TakeBack(number)),
                Key(say.label("key-walk-in-next"), buttons.WalkIn(event.id)),
                Key(say.label("key-door"), buttons.Door(event.id)),
            ]
            return Screen(text, [keys])
        case Full(event, name, taken):
            text = lines(say("walk-in-full", name=name, taken=taken, capacity=event.details.capacity),
                         say("walk-in-full-means"))  # fmt: skip
            return Screen(
                text, [[Key(say.label("key-door-let-in"), sure), Key(say.label("key-back"), buttons.Door(event.id))]]
            )
        case OtherDay() | outcomes.Confirmed():
            return Screen(say("door-closed"), [[Key(say.label("key-events"), events.OfficeEvents(0))]])
        case Cancelled():
            return Screen(say("event-cancelled"), [[Key(say.label("key-events"), events.OfficeEvents(0))]])
        case _:
            assert_never(outcome)
