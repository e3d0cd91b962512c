"""What became of seats: asked for, given up, offered, refused. Pure: outcome in, card out."""

from collections.abc import Sequence
from datetime import datetime
from typing import assert_never

from handlers.dates import writing
from handlers.events import buttons, words
from handlers.events import seat_buttons as own
from handlers.events.card import body, can_ask, card, has_room, keys, leave_key, no_such, said, to_come
from handlers.screen import Key, Screen, lines
from handlers.texts import Markup, Say
from storage.events import rules, seats
from storage.events.actions import Answering, NoSuch, Registration, Unregistration
from storage.events.reading import Card
from storage.events.rules import EventId, Lead, Reminder
from storage.events.seats import State


def described(one: Card, say: Say) -> Screen:
    """Show what an event is about, and who speaks."""
    details = one.event.details
    text = lines(
        say("event-title", title=words.title(details, say)),
        *(say("event-speaker", name=name) for name in details.speakers),
        "",
        say("event-description", text=words.description(details, say) or say.label("event-no-description")),
    )
    return Screen(text, [[_to_event(one.event.id, say)]])


def _to_event(event_id: EventId, say: Say) -> Key:
    return Key(say.label("key-back"), buttons.OpenEvent(event_id, 0, 0))


def registered(outcome: Registration | NoSuch, say: Say, now: datetime) -> Screen:
    """Say what became of asking for a seat."""
    if isinstance(outcome, NoSuch):
        return no_such(say)
    one = outcome.card
    match outcome.outcome:
        case seats.AlreadyIn() if not one.seated:
            return card(one, say, now)
        case seats.Seated() | seats.AlreadyIn():
            return seated(one, say, now)
        case seats.Waiting(position, library):
            first = seats.first_come(one.event, now) and not library
            key = "event-waiting-library" if library else "event-waiting"
            said_so = say("event-waiting-late") if first else say(key, position=position)
            return Screen(lines(said_so, "", _face(one, say)), keys(one, say, now))
        case seats.NotOpen():
            return card(one, say, now)
        case seats.Closed() | seats.Asks() | rules.Cancelled() | rules.Over():
            return said(say("event-register-late"), one, say, now)
        case _:
            assert_never(outcome.outcome)


def seated(one: Card, say: Say, now: datetime, first: Markup | None = None) -> Screen:
    """Say that there is a seat, which reminders come, and where it is."""
    free = one.event.details.free_until
    until = say("event-free-until", until=writing.lasting(free, now, say.language)) if free and now < free else None
    return Screen(lines(first, _seated(one.reminders, say), until, "", _face(one, say)), keys(one, say, now))


def _face(one: Card, say: Say) -> str:
    return words.face(one.event.details, say, link=one.seated)


def _seated(reminders: Sequence[Reminder], say: Say) -> Markup:
    """Say that there is a seat, and which reminders come."""
    if not reminders:
        return say("event-seated")
    return say("event-seated-reminders", when=_in_a_row([reminder.lead for reminder in reminders], say))


def _in_a_row(leads: Sequence[Lead], say: Say) -> str:
    """Name leads in a sentence, »prej« behind the last one."""
    names = [say.label(f"event-lead-{lead}") for lead in leads]
    if len(names) == 1:
        return names[0]
    return say.label("event-leads", first=", ".join(names[:-1]), last=names[-1])


def registered_all(outcome: Sequence[Registration], say: Say) -> Screen:
    """Say what became of asking for a seat at each date of a series."""
    first = outcome[0].card.event
    text = lines(
        say("event-title", title=words.title(first.details, say)),
        say("series-done"),
        *(say("series-date", when=_date(one.card, say), what=_became(one, say)) for one in outcome[:DATES]),
        say("series-more", count=len(outcome) - DATES) if len(outcome) > DATES else None,
    )
    there = [Key(say.label("key-my-events"), buttons.Mine(0)), Key(say.label("key-events"), buttons.Events(0))]
    return Screen(text, [there])


DATES = 20
"""So many dates of a series are named in a message."""


def _date(one: Card, say: Say) -> str:
    return writing.day(one.event.details.starts_at, say.language)


def _became(one: Registration, say: Say) -> str:
    match one.outcome:
        case seats.Seated():
            return say.label("series-seated")
        case seats.AlreadyIn() if one.card.seated:
            return say.label("series-already")
        case seats.AlreadyIn():
            return say.label("series-already-waiting")
        case seats.Waiting(position, _):
            return say.label("series-waiting", position=position)
        case seats.NotOpen():
            return say.label("series-not-open")
        case seats.Asks():
            return say.label("series-asks")
        case seats.Closed() | rules.Cancelled() | rules.Over():
            return say.label("series-closed")
        case _:
            assert_never(one.outcome)


def ask_unregister(one: Card, say: Say, now: datetime) -> Screen:
    """Ask whether a seat is to be given up; without a seat, or once it is too late, the card says how things stand."""
    if one.mine is not None and one.mine.checked_in:
        return said(say("event-unregister-checked-in"), one, say, now)
    if one.mine is None or not to_come(one, now):
        return card(one, say, now)
    key = "event-unregister-question" if one.mine.state is not State.WAITING else "event-leave-list-question"
    text = say(
        key,
        title=words.title(one.event.details, say),
        when=writing.near(one.event.details.starts_at, now, say.language),
    )
    back = Key(say.label("key-back"), buttons.OpenEvent(one.event.id, 0, 0))
    return Screen(text, [[leave_key(one, say, 1), back]])


def unregistered(outcome: Unregistration | NoSuch, say: Say, now: datetime) -> Screen:
    """Say what became of giving up a seat."""
    if isinstance(outcome, NoSuch):
        return no_such(say)
    one = outcome.card
    match outcome.outcome:
        case seats.Freed(State.WAITING):
            return said(say("event-left-list"), one, say, now)
        case seats.Freed(_, late):
            return said(say("event-unregistered-late" if late else "event-unregistered"), one, say, now)
        case seats.NotIn():
            return said(say("event-not-in"), one, say, now)
        case seats.CheckedIn():
            return said(say("event-unregister-checked-in"), one, say, now)
        case seats.NeedsReason() | rules.Cancelled() | rules.Over():
            return said(say("event-unregister-late"), one, say, now)
        case _:
            assert_never(outcome.outcome)


def coming(one: Card, say: Say, now: datetime) -> Screen:
    """Thank whoever says that they come, as long as they can."""
    if not one.seated or not to_come(one, now):
        return card(one, say, now)
    return Screen(lines(say("event-coming"), "", _face(one, say)), keys(one, say, now))


def ask_refuse(one: Card, say: Say, now: datetime) -> Screen:
    """Ask whether the seat is to go to the next; without an offer, the card says how things stand."""
    mine = one.mine
    if mine is None or mine.offer_ends_at is None or not mine.offered(now) or one.event.cancelled:
        return card(one, say, now)
    text = say("refuse-question", title=words.title(one.event.details, say),
               until=writing.lasting(mine.offer_ends_at, now, say.language))  # fmt: skip
    refuse = Key(say.label("key-refuse-sure"), own.Refuse(one.event.id, 1))
    return Screen(text, [[refuse, Key(say.label("key-accept"), own.Accept(one.event.id))]])


def answered(outcome: Answering | NoSuch, say: Say, now: datetime) -> Screen:
    """Say what became of an offer."""
    if isinstance(outcome, NoSuch):
        return no_such(say)
    one = outcome.card
    match outcome.outcome:
        case seats.Seated() | seats.AlreadyIn():
            return seated(one, say, now)
        case seats.Refused(until):
            text = say("offer-refused", until=writing.lasting(until, now, say.language))
            again = Key(say.label("key-wait-again"), own.WaitAgain(one.event.id))
            return Screen(lines(text, "", body(one, say, now)), [[again], [_to_event(one.event.id, say)]])
        case seats.Back() if one.mine is not None and one.mine.offered(now):
            return card(one, say, now)
        case seats.Back():
            return said(say("offer-back"), one, say, now)
        case seats.Taken():
            return said(say("offer-taken"), one, say, now)
        case seats.NoOffer():
            gone = "offer-gone-register" if has_room(one) else "offer-gone-join"
            return said(say(gone if can_ask(one, now) else "offer-gone"), one, say, now)
        case rules.Cancelled() | rules.Over():
            return card(one, say, now)
        case _:
            assert_never(outcome.outcome)
