"""What the bot says of its own accord to single people about events. Pure."""

from datetime import datetime

from handlers.context import Push
from handlers.dates import writing
from handlers.events import around, buttons, swap_push, words
from handlers.events import seat_buttons as own
from handlers.events.card import can_ask, has_room, leave_key, offer_keys
from handlers.screen import Key, Screen, lines
from handlers.texts import Say
from storage.events import notices
from storage.events.notices import Late
from storage.events.reading import Card
from storage.events.rules import Event
from storage.events.seats import State


def _near(event: Event, say: Say, now: datetime) -> str:
    return writing.near(event.details.starts_at, now, say.language)


def _open(event: Event, say: Say) -> Key:
    return Key(say.label("key-open-event"), buttons.OpenEvent(event.id, 0, 0))


def reminder(one: Card, say: Say, now: datetime) -> Screen:
    """Remind of an event, and ask whoever cannot come to free the seat."""
    details = one.event.details
    when = writing.capitalised(_near(one.event, say, now))
    text = lines(
        say("reminder", when=when, title=words.title(details, say), where=words.where(details, say)),
        say("event-link", link=details.link) if details.link else None,
        say("reminder-cannot"),
    )
    keys = [
        Key(say.label("key-coming"), buttons.Coming(one.event.id)),
        Key(say.label("key-unregister"), buttons.Unregister(one.event.id, 0)),
    ]
    today = writing.days_left(details.starts_at, now) == 0
    return Screen(text, [around.ticket(one.event, say) if today else [], keys])


def called_off(one: Card, say: Say, now: datetime) -> Screen:
    """Say that an event is off; whoever has it in their calendar gets a file that takes it away."""
    title = words.title(one.event.details, say)
    text = lines(
        say("called-off", title=title, when=_near(one.event, say, now)),
        say("called-off-means" if one.seated else "called-off-means-list"),
    )
    file = [Key(say.label("key-event-calendar-off"), own.ToCalendar(one.event.id))] if one.seated else []
    return Screen(text, [file, [Key(say.label("key-events"), buttons.Events(0))]])


def offered(one: Card, say: Say, now: datetime) -> Screen:
    """Say that a seat is held for somebody, and until when."""
    details = one.event.details
    ends_at = one.mine.offer_ends_at if one.mine else None
    text = lines(
        say("offered", title=words.title(details, say)),
        say("offered-when", when=writing.capitalised(_near(one.event, say, now)), where=words.where(details, say)),
        say("event-offered", until=writing.lasting(ends_at or details.starts_at, now, say.language)),
    )
    return Screen(text, [offer_keys(one, say), [_open(one.event, say)]])


def lapsed(one: Card, say: Say, now: datetime) -> Screen:
    """Say that an offer is over, and how to wait again."""
    which = "register" if has_room(one) else "join"
    text = lines(say("lapsed", title=words.title(one.event.details, say)),
                 say(f"lapsed-{which}" if can_ask(one, now) else "lapsed-closed"))  # fmt: skip
    label = say.label("key-register" if has_room(one) else "key-wait")
    again = [Key(label, buttons.Register(one.event.id))] if can_ask(one, now) else []
    return Screen(text, [[*again, _open(one.event, say)]])


def first_come(one: Card, say: Say, now: datetime) -> Screen:
    """Say that there is a seat for the first who takes it."""
    details = one.event.details
    text = lines(
        say("first-come", title=words.title(details, say)),
        say("offered-when", when=writing.capitalised(_near(one.event, say, now)), where=words.where(details, say)),
        say("first-come-take"),
    )
    return Screen(text, [[Key(say.label("key-take"), own.Accept(one.event.id)), _open(one.event, say)]])


def late(one: Late, say: Say, now: datetime) -> Screen:
    """Tell the office who does not come after all, and why."""
    who = (
        say("late-who", name=one.name, library=one.library or say.label("office-of-association"))
        if one.name
        else say("late-nobody")
    )
    text = lines(
        say("late", title=words.title(one.event.details, say), when=_near(one.event, say, now)),
        who,
        say("event-reason-given", reason=words.reason(one.reason, say)),
    )
    return Screen(text, [[Key(say.label("key-open-event"), buttons.OfficeEvent(one.event.id, 0))]])


def entered(one: Card, say: Say, now: datetime) -> Screen:
    """Say that the office has let somebody in."""
    details = one.event.details
    waits = one.mine is not None and one.mine.state is not State.SEATED
    speaks = one.mine is not None and one.mine.speaks
    text = lines(
        say("entered-list" if waits else "entered-speaks" if speaks else "entered", title=words.title(details, say)),
        say("offered-when", when=writing.capitalised(_near(one.event, say, now)), where=words.where(details, say)),
        say("changed-no-more" if speaks or waits else "reminder-cannot"),
    )
    calendar = [] if waits else [Key(say.label("key-event-calendar"), own.ToCalendar(one.event.id))]
    return Screen(text, [[leave_key(one, say), *calendar], [_open(one.event, say)]])


def removed(one: Card, say: Say, now: datetime) -> Screen:
    """Say that the office has taken somebody off."""
    when = _near(one.event, say, now)
    text = lines(say("taken-off", title=words.title(one.event.details, say), when=when), say("taken-off-means"))
    return Screen(text, [[_open(one.event, say)]])


PUSHES = {
    notices.REMINDER: Push(notices.reminder_facts, reminder),
    notices.CANCELLED: Push(notices.cancelled_facts, called_off),
    notices.OFFERED: Push(notices.offered_facts, offered),
    notices.LAPSED: Push(notices.lapsed_facts, lapsed),
    notices.FIRST_COME: Push(notices.first_come_facts, first_come),
    notices.LATE: Push(notices.late_facts, late),
    notices.ENTERED: Push(notices.entered_facts, entered),
    notices.REMOVED: Push(notices.lapsed_facts, removed),
    **swap_push.PUSHES,
}
