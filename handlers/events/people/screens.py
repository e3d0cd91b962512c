"""Those at an event, on the office's screens. Pure."""

from datetime import datetime
from typing import assert_never

from handlers.announcements.buttons import AnnounceTo
from handlers.dates import writing
from handlers.events import buttons as events
from handlers.events import words
from handlers.events.lists import cut
from handlers.events.people import buttons
from handlers.paging import page_line, turning
from handlers.screen import Key, Screen, lines
from handlers.texts import Markup, Say
from storage.events import questions
from storage.events.actions import NoSuch
from storage.events.by_hand import TakenOff
from storage.events.desk import Attendee, Listed, Overview, Which
from storage.events.rules import Cancelled, Event, EventId, Over
from storage.events.seats import State

SHOWN = 200
"""So many characters of an answer are shown; twelve of them fit a message."""


def _title(event: Event, say: Say) -> Markup:
    return say("event-title", title=words.title(event.details, say))


def to_event(event_id: EventId, say: Say) -> Key:
    """Give the way back to the event."""
    return Key(say.label("key-back"), events.OfficeEvent(event_id, 0))


def listed(found: Listed, say: Say) -> Screen:
    """List people, a button for each."""
    number = found.event.id
    keys = [[Key(_label(one, say), buttons.Attendee(one.id, found.page.number))] for one in found.page.lines]
    some, none = f"people-{found.which}", f"people-{found.which}-none"
    text = lines(
        _title(found.event, say),
        say(some, count=found.page.total) if found.page.total else say(none),
        page_line(found.page, say),
    )
    turn = turning(found.page, lambda to: buttons.People(number, found.which, to), say)
    return Screen(text, [*keys, turn, [to_event(number, say)]])


def _label(one: Attendee, say: Say) -> str:
    label = name(one, say) if one.guest else say.label("key-attendee", name=name(one, say), place=place(one, say))
    if one.state is State.WAITING:
        label = say.label("key-in-queue", position=str(one.position), name=label)
    elif one.state is State.OFFERED:
        label = say.label("key-offered", name=label)
    return cut(label, words.LABEL)


def name(one: Attendee, say: Say) -> str:
    """Name somebody."""
    return one.name or say.label("lists-nameless")


def place(one: Attendee, say: Say) -> str:
    """Say where somebody is from."""
    return one.library or say.label("lists-guests" if one.guest else "office-of-association")


def attendee(event: Event, one: Attendee, page: int, say: Say, now: datetime) -> Screen:
    """Show somebody: what they have, since when, what they have answered."""
    asked = [question for question in event.details.questions if question.id in one.answers]
    text = lines(
        _title(event, say),
        say("attendee", name=name(one, say), place=place(one, say)),
        _state(one, say, now),
        say("attendee-speaks") if one.speaks else None,
        say("attendee-since", when=writing.until_moment(one.registered_at, now, say.language)),
        "" if asked else None,
        *(say("question-answered", question=cut(question.text(say.language), SHOWN).rstrip("?:"),
              answer=cut(answer_of(question, one.answers[question.id], say), SHOWN)) for question in asked),
    )  # fmt: skip
    which = Which.SEATED if one.state is State.SEATED else Which.QUEUE
    over = event.cancelled or now >= event.details.ends_at
    off = [] if over else [Key(say.label("key-take-off"), buttons.TakeOff(one.id, 0))]
    return Screen(text, [[*off, Key(say.label("key-back"), buttons.People(event.id, which, page))]])


def answer_of(question: questions.Question, answer: str, say: Say) -> str:
    """Say an answer: the text of what was chosen, or as it was typed."""
    return next((option.text(say.language) for option in question.options if option.id == answer), answer)


def _state(one: Attendee, say: Say, now: datetime) -> Markup:
    match one.state:
        case State.WAITING:
            return say("attendee-waiting", position=one.position)
        case State.OFFERED if one.offer_ends_at is not None and now < one.offer_ends_at:
            return say("attendee-offered", until=writing.lasting(one.offer_ends_at, now, say.language))
        case State.OFFERED:
            return say("attendee-offer-over")
        case _ if one.checked_in_at is not None:
            return say("attendee-checked-in", when=writing.until_moment(one.checked_in_at, now, say.language))
        case _:
            return say("attendee-seated")


def ask_take_off(event: Event, one: Attendee, say: Say) -> Screen:
    """Ask whether somebody is to be taken off."""
    seated = one.state is State.SEATED
    text = lines(
        say("take-off-question", name=name(one, say), title=words.title(event.details, say)),
        say("take-off-means" if seated else "take-off-means-queue"),
        say("take-off-told") if one.person is not None else None,
    )
    keys = [Key(say.label("key-take-off"), buttons.TakeOff(one.id, 1)),
            Key(say.label("key-back"), buttons.Attendee(one.id, 0))]  # fmt: skip
    return Screen(text, [keys])


def taken_off(outcome: TakenOff | Cancelled | Over | NoSuch, event: Event, say: Say) -> Screen:
    """Say what became of taking somebody off."""
    match outcome:
        case TakenOff(_, known):
            text = say("take-off-done", name=known or say.label("lists-nameless"))
        case Cancelled():
            text = say("event-cancelled")
        case Over():
            text = say("event-over")
        case NoSuch():
            text = say("attendee-gone")
        case _:
            assert_never(outcome)
    list_of = Key(say.label("key-people-one-by-one"), buttons.People(event.id, Which.SEATED, 0))
    return Screen(text, [[list_of, Key(say.label("key-open-event"), events.OfficeEvent(event.id, 0))]])


def nobody(say: Say) -> Screen:
    """Say that there is no such person at an event (any more)."""
    return Screen(say("attendee-gone"), [[Key(say.label("key-back"), events.OfficeEvents(0))]])


def ask_write_to(found: Overview, say: Say) -> Screen:
    """Ask to whom the message goes."""
    number = found.event.id
    keys = [
        [Key(say.label("key-write-seated", count=found.seated - found.guests), AnnounceTo("seat", number, 0))],
        [Key(say.label("key-write-queue", count=found.waiting + found.offered), AnnounceTo("waits", number, 0))],
        [to_event(number, say)],
    ]
    return Screen(lines(_title(found.event, say), say("write-to-whom")), keys)
