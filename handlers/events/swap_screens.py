"""Giving a seat to a colleague, as members see it. Pure: outcome in, card out."""

from collections.abc import Sequence
from datetime import datetime
from typing import assert_never

from handlers.dates import writing
from handlers.events import buttons
from handlers.events import seat_buttons as own
from handlers.events.card import card, said
from handlers.events.seat_screens import seated
from handlers.membership.names import short
from handlers.paging import PAGE, turning
from handlers.screen import Key, Screen
from handlers.texts import Say
from storage.events import rules, seats, swaps
from storage.events.looking import Giving, Named
from storage.events.reading import Card
from storage.events.rules import EventId
from storage.events.substituting import Asking, NoSuch, Taking
from storage.events.swaps import Answer
from storage.pages import page_of


def _to_event(event_id: EventId, say: Say) -> Key:
    return Key(say.label("key-back"), buttons.OpenEvent(event_id, 0, 0))


def gone(say: Say) -> Screen:
    """Say that the seat is not there to be given."""
    return Screen(say("swap-gone"), [[Key(say.label("key-events"), buttons.Events(0))]])


def our_seats(event_id: EventId, found: Sequence[Named], page: int, say: Say) -> Screen:
    """List who of a library has a seat, for whoever speaks for it."""
    shown = page_of(found, page, PAGE)
    keys = [[Key(short(one.name), own.GiveSeat(one.seat, 0))] for one in shown.lines if one.seat is not None]
    turn = turning(shown, lambda to: own.OurSeats(event_id, to), say)
    text = say("our-seats", count=len(found)) if found else say("our-seats-none")
    return Screen(text, [*keys, turn, [_to_event(event_id, say)]])


def colleagues(found: Giving | None, page: int, say: Say, now: datetime, *, mine: bool) -> Screen:
    """List the people to whom a seat could go; once it is for somebody, say so."""
    if found is None:
        return gone(say)
    if (handed := found.handed) is not None:
        text = say("swap-given", name=handed.to, until=writing.lasting(handed.swap.ends_at, now, say.language))
        keep = Key(say.label("key-keep-seat" if mine else "key-withdraw-swap"), own.KeepSeat(handed.swap.id))
        return Screen(text, [[keep, _to_event(found.event, say)]])
    shown = page_of(found.colleagues, page, PAGE)
    keys = [[Key(short(one.name), own.GiveTo(found.seat.id, one.id, 0))] for one in shown.lines]
    turn = turning(shown, lambda to: own.GiveSeat(found.seat.id, to), say)
    if not keys:
        text = say("swap-no-colleagues")
    else:
        text = say("swap-choose") if mine or found.owner is None else say("swap-choose-for", name=found.owner)
    return Screen(text, [*keys, turn, [_to_event(found.event, say)]])


def ask_give(found: Giving | None, to: Named | None, until: datetime, say: Say, now: datetime, *, mine: bool) -> Screen:
    """Ask whether a seat is to be offered to somebody."""
    if found is None or to is None:
        return gone(say)
    args = {"name": to.name, "until": writing.lasting(until, now, say.language)}
    text = (
        say("swap-question", **args)
        if mine or found.owner is None
        else say("swap-question-for", owner=found.owner, **args)
    )
    keys = [Key(say.label("key-give-sure"), own.GiveTo(found.seat.id, to.id, 1)),
            Key(say.label("key-back"), own.GiveSeat(found.seat.id, 0))]  # fmt: skip
    return Screen(text, [keys])


def asked(outcome: Asking | NoSuch, say: Say, now: datetime) -> Screen:
    """Say what became of offering a seat to a colleague."""
    if isinstance(outcome, NoSuch):
        return gone(say)
    name = outcome.to.first_name if outcome.to else ""
    match outcome.outcome:
        case swaps.Offered(ends_at):
            text = say("swap-offered", name=name, until=writing.lasting(ends_at, now, say.language))
        case swaps.Pending(swap):
            text = say("swap-pending", until=writing.lasting(swap.ends_at, now, say.language))
        case swaps.NoColleague():
            text = say("swap-no-colleague")
        case swaps.NoSeat():
            text = say("swap-gone")
        case seats.CheckedIn():
            text = say("swap-checked-in")
        case rules.Cancelled():
            text = say("event-cancelled")
        case rules.Over():
            text = say("swap-over")
        case _:
            assert_never(outcome.outcome)
    return Screen(text, [[_to_event(outcome.event.id, say)]])


def taken(outcome: Taking | NoSuch, say: Say, now: datetime) -> Screen:
    """Say what became of taking a colleague's seat."""
    if isinstance(outcome, NoSuch):
        return gone(say)
    one = outcome.card
    match outcome.outcome:
        case seats.Seated():
            return seated(one, say, now, say("swap-left-list") if outcome.left else None)
        case seats.AlreadyIn():
            return card(one, say, now)
        case swaps.TooLate(answer):
            return said(say(f"swap-late-{answer}"), one, say, now)
        case swaps.NoSeat():
            return said(say("swap-gone"), one, say, now)
        case seats.Asks():
            return said(say("answers-missing"), one, say, now)
        case rules.Cancelled() | rules.Over():
            return card(one, say, now)
        case _:
            assert_never(outcome.outcome)


def ended(outcome: swaps.Ended | swaps.TooLate, done: Answer, one: Card, say: Say, now: datetime) -> Screen:
    """Say what became of refusing a colleague's seat, or of keeping one's own."""
    match outcome:
        case swaps.Ended():
            return said(say(f"swap-done-{done}"), one, say, now)
        case swaps.TooLate(answer):
            return said(say(f"swap-late-{answer}"), one, say, now)
        case _:
            assert_never(outcome)
