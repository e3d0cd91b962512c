"""What members see of events. Pure: outcome in, card out."""

from collections.abc import Sequence
from datetime import datetime
from typing import assert_never

from handlers.buttons import Button
from handlers.dates import writing
from handlers.events import buttons, words
from handlers.home import Home
from handlers.mine import Mine
from handlers.screen import Key, Keys, Screen, lines
from handlers.texts import Say
from storage.events import rules, seats
from storage.events.actions import NoSuch, Registration, Unregistration
from storage.events.reading import Card, Page
from storage.events.rules import Event, Reminder
from storage.events.seats import State


def upcoming(page: Page, say: Say, now: datetime) -> Screen:
    """List the events to come."""
    if not page.total:
        return Screen(say("events-none"), [[Key(say.label("key-home"), Home())]])
    text = lines(
        say("events-card"), say("events-count", count=page.total), say("events-choose"), _which_page(page, say)
    )
    return Screen(text, _listed(page, say, now, mine=0, back=Home()))


SHORTLY = 3
"""So many events stand on the card of all that is mine."""


def mine_section(page: Page, say: Say, now: datetime) -> tuple[str, Keys] | None:
    """Give the events to come at which somebody has a seat, the first ones of them."""
    if not page.total:
        return None
    keys = [
        [Key(words.label(line.event, say, now), buttons.OpenEvent(line.event.id, 2, 0))]
        for line in page.lines[:SHORTLY]
    ]
    rest = [Key(say.label("key-all-my-events", count=page.total), buttons.Mine(0))] if page.total > SHORTLY else []
    return say("home-registered", count=page.total), [*keys, rest]


def back_to(button: buttons.OpenEvent) -> Button:
    """Tell where an event was opened from."""
    if button.mine > 1:
        return Mine()
    return buttons.Mine(button.page) if button.mine else buttons.Events(button.page)


def mine(page: Page, say: Say, now: datetime) -> Screen:
    """List the events to come at which somebody has a seat."""
    if not page.total:
        keys = [[Key(say.label("key-events"), buttons.Events(0)), Key(say.label("key-home"), Home())]]
        return Screen(say("events-mine-none"), keys)
    text = lines(say("events-mine-card"), say("events-mine-count", count=page.total), _which_page(page, say))
    return Screen(text, _listed(page, say, now, mine=1, back=Mine()))


def _which_page(page: Page, say: Say) -> str | None:
    return say("events-page", page=page.number + 1, pages=page.pages) if page.pages > 1 else None


def _listed(page: Page, say: Say, now: datetime, mine: int, back: Button) -> Keys:
    mark = say.label("events-mark-mine")
    keys = [
        [
            Key(
                words.label(line.event, say, now, mark if line.mine and not mine else ""),
                buttons.OpenEvent(line.event.id, mine, page.number),
            )
        ]
        for line in page.lines
    ]
    return [*keys, words.turning(page, buttons.Mine if mine else buttons.Events, say), [_back(say, back)]]


def _back(say: Say, to: Button) -> Key:
    return Key(say.label("key-back"), to)


def no_such(say: Say) -> Screen:
    """Say that there is no such event."""
    return Screen(say("event-gone"), [[Key(say.label("key-events"), buttons.Events(0))]])


def card(one: Card, say: Say, now: datetime, back: Button | None = None) -> Screen:
    """Show an event."""
    return Screen(_body(one, say, now), _keys(one, say, now, back))


def _body(one: Card, say: Say, now: datetime) -> str:
    seat = one.seated
    face = words.face(one.event.details, say, link=seat and not one.event.cancelled)
    return lines(face, _own(one, say) or words.standing(one, say, now, mine=seat))


def _keys(one: Card, say: Say, now: datetime, back: Button | None = None) -> Keys:
    event = one.event
    first = []
    if one.mine is not None and _can_go(event, now):
        first.append(Key(say.label("key-unregister"), buttons.Unregister(event.id, 0)))
    elif one.mine is None and not event.cancelled and now < event.details.closes_at:
        label = "key-register" if one.left else "key-wait"
        first.append(Key(say.label(label), buttons.Register(event.id)))
    if words.description(event.details, say):
        first.append(Key(say.label("key-describe"), buttons.Describe(event.id)))
    return [[*first, _back(say, back or buttons.Events(0))]]


def _own(one: Card, say: Say) -> str | None:
    """Say that somebody waits; None if they do not."""
    if one.mine is None or one.mine.state is State.SEATED or one.event.cancelled:
        return None
    return say("event-in-list", position=one.mine.position)


def _can_go(event: Event, now: datetime) -> bool:
    return not event.cancelled and now < event.details.starts_at


def described(one: Card, say: Say) -> Screen:
    """Show what an event is about."""
    details = one.event.details
    text = lines(
        say("event-title", title=words.title(details, say)), "",
        say("event-description", text=words.description(details, say) or say.label("event-no-description")),
    )  # fmt: skip
    return Screen(text, [[_back(say, buttons.OpenEvent(one.event.id, 0, 0))]])


def registered(outcome: Registration | NoSuch, say: Say, now: datetime) -> Screen:
    """Say what became of asking for a seat."""
    if isinstance(outcome, NoSuch):
        return no_such(say)
    one = outcome.card
    match outcome.outcome:
        case seats.AlreadyIn() if not one.seated:
            return card(one, say, now)
        case seats.Seated() | seats.AlreadyIn():
            face = words.face(one.event.details, say, link=True)
            return Screen(lines(_seated(one.reminders, say), "", face), _keys(one, say, now))
        case seats.Waiting(position, _):
            face = words.face(one.event.details, say, link=False)
            return Screen(lines(say("event-waiting", position=position), "", face), _keys(one, say, now))
        case seats.Closed() | seats.NotOpen() | seats.Asks() | rules.Cancelled() | rules.Over():
            return Screen(lines(say("event-register-late"), "", _body(one, say, now)), _keys(one, say, now))
        case _:
            assert_never(outcome.outcome)


def _seated(reminders: Sequence[Reminder], say: Say) -> str:
    """Say that there is a seat, and which reminders come: those from the first one to come up to the last."""
    return say(f"event-seated-{reminders[0].lead}") if reminders else say("event-seated")


def ask_unregister(one: Card, say: Say, now: datetime) -> Screen:
    """Ask whether a seat is to be given up; without a seat, or once it is too late, the card says how things stand."""
    if one.mine is None or not _can_go(one.event, now):
        return card(one, say, now)
    text = say(
        "event-unregister-question",
        title=words.title(one.event.details, say),
        when=writing.near(one.event.details.starts_at, now, say.language),
    )
    keys = [Key(say.label("key-unregister"), buttons.Unregister(one.event.id, 1)),
            _back(say, buttons.OpenEvent(one.event.id, 0, 0))]  # fmt: skip
    return Screen(text, [keys])


def unregistered(outcome: Unregistration | NoSuch, say: Say, now: datetime) -> Screen:
    """Say what became of giving up a seat."""
    if isinstance(outcome, NoSuch):
        return no_such(say)
    match outcome.outcome:
        case seats.Freed():
            said = say("event-unregistered")
        case seats.NotIn():
            said = say("event-not-in")
        case seats.CheckedIn() | seats.NeedsReason() | rules.Cancelled() | rules.Over():
            said = say("event-unregister-late")
        case _:
            assert_never(outcome.outcome)
    return Screen(lines(said, "", _body(outcome.card, say, now)), _keys(outcome.card, say, now))


def coming(one: Card, say: Say, now: datetime) -> Screen:
    """Thank whoever says that they come, as long as they can."""
    if not one.seated or not _can_go(one.event, now):
        return card(one, say, now)
    return Screen(lines(say("event-coming"), "", words.face(one.event.details, say, link=True)), _keys(one, say, now))
