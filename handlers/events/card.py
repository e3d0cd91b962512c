"""An event's card for members: what it is, what is theirs there, and what they can do. Pure."""

from collections.abc import Sequence
from datetime import datetime

from handlers.buttons import Button
from handlers.dates import writing
from handlers.events import around, buttons, words
from handlers.events import seat_buttons as own
from handlers.screen import Key, Keys, Screen, in_rows, lines
from handlers.texts import Markup, Say
from storage.events import seats
from storage.events.reading import Card
from storage.events.seats import Mine, State
from storage.events.swaps import Handed

ABREAST = 3
"""So many buttons fit beside each other on a telephone."""


def no_such(say: Say) -> Screen:
    """Say that there is no such event."""
    return Screen(say("event-gone"), [[Key(say.label("key-events"), buttons.Events(0))]])


def card(one: Card, say: Say, now: datetime, back: Button | None = None) -> Screen:
    """Show an event."""
    return Screen(body(one, say, now), keys(one, say, now, back))


def said(words: str, one: Card, say: Say, now: datetime) -> Screen:
    """Say something, above the event as it stands."""
    return Screen(lines(words, "", body(one, say, now)), keys(one, say, now))


def body(one: Card, say: Say, now: datetime) -> str:
    """Say what the event is, and how things stand."""
    face = words.face(one.event.details, say, link=one.seated and not one.event.cancelled)
    return lines(face, *_standing(one, say, now))


def to_come(one: Card, now: datetime) -> bool:
    """Tell whether seats can change hands still."""
    return not one.event.cancelled and now < one.event.details.starts_at


def can_ask(one: Card, now: datetime) -> bool:
    """Tell whether whoever is not in can ask for a seat, or a place."""
    return one.mine is None and to_come(one, now) and one.event.details.registering(now)


def has_room(one: Card) -> bool:
    """Tell whether there is a seat that somebody of the library can have."""
    return one.left > 0 and not one.library_full


def first_come(one: Card, now: datetime) -> bool:
    """Tell whether there is a seat for the first of those who wait."""
    return seats.first_come(one.event, now) and has_room(one)


def _standing(one: Card, say: Say, now: datetime) -> Sequence[Markup]:
    if one.event.cancelled or now >= one.event.details.ends_at:
        return [words.standing(one, say, now)]
    if one.mine is not None:
        return _own(one, one.mine, say, now)
    held = [asked_by(one.beside.asked, say, now)] if one.beside.asked else []
    if one.beside.refused_until is not None:
        held.append(say("event-refused", until=writing.lasting(one.beside.refused_until, now, say.language)))
    if can_ask(one, now) and one.library_full:
        return [*held, say("event-library-full", count=one.event.details.per_library)]
    if can_ask(one, now) and not one.left and one.waiting:
        return [*held, say("event-full-waiting", count=one.waiting)]
    return [*held, words.standing(one, say, now)]


def _own(one: Card, mine: Mine, say: Say, now: datetime) -> Sequence[Markup]:
    """Say what is theirs: a seat, an offer, a place."""
    given, asked = one.beside.given, one.beside.asked
    handed = [asked_by(asked, say, now)] if asked else [_given(given, say, now)] if given else []
    if mine.checked_in:
        return [say("event-checked-in")]
    match mine.state:
        case State.SEATED:
            return [say("event-mine-speaks" if mine.speaks else "event-mine"), *handed, *_free(one, say, now)]
        case State.OFFERED if mine.offered(now) and mine.offer_ends_at is not None:
            until = writing.lasting(mine.offer_ends_at, now, say.language)
            return [say("event-offered", until=until), *handed]
        case State.WAITING if first_come(one, now):
            return [say("event-first-come"), *handed]
        case State.WAITING if seats.first_come(one.event, now):
            return [say("event-in-list-late"), *handed]
        case State.WAITING:
            return [say("event-in-list", position=mine.position), *handed]
        case _:
            return [say("event-offer-over"), *handed]


def _free(one: Card, say: Say, now: datetime) -> Sequence[Markup]:
    """Say until when a seat can be given up without a reason, if that is so."""
    until = one.event.details.free_until
    if until is None or not to_come(one, now):
        return []
    if now >= until:
        return [say("event-not-free")]
    return [say("event-free-until", until=writing.lasting(until, now, say.language))]


def _given(one: Handed, say: Say, now: datetime) -> Markup:
    return say("swap-given", name=one.to, until=writing.lasting(one.swap.ends_at, now, say.language))


def asked_by(one: Handed, say: Say, now: datetime) -> Markup:
    """Say who gives a seat, and until when it can be taken."""
    until = writing.lasting(one.swap.ends_at, now, say.language)
    if one.owner is None:
        return say("swap-asked-by-nobody", until=until)
    return say("swap-asked-by-library" if one.by_library else "swap-asked", name=one.owner, until=until)


def keys(one: Card, say: Say, now: datetime, back: Button | None = None) -> Keys:
    """Give the buttons: what can be done about a seat first."""
    event = one.event
    last = [Key(say.label("key-describe"), buttons.Describe(event.id))] if words.description(event.details, say) else []
    leave = [*last, Key(say.label("key-back"), back or buttons.Events(0))]
    asked = swap_keys(one.beside.asked, say) if one.beside.asked else []
    more = [*around.of_member(one, say, now), *_more(one, say, now)]
    return [asked, _first(one, say, now), *in_rows(more, ABREAST if len(more) <= ABREAST else 2), leave]


def _first(one: Card, say: Say, now: datetime) -> list[Key]:
    """Ask for a seat, take it, or give it up."""
    number, mine = one.event.id, one.mine
    if mine is None and one.beside.refused_until is not None:
        return [Key(say.label("key-wait-again"), own.WaitAgain(number))]
    if can_ask(one, now):
        label = "key-register" if has_room(one) else "key-wait"
        every = [Key(say.label("key-register-all", count=one.beside.others + 1), own.RegisterAll(number))]
        return [Key(say.label(label), buttons.Register(number)), *(every if one.beside.others else [])]
    if mine is None or mine.checked_in or not to_come(one, now):
        return []
    if mine.offered(now):
        return offer_keys(one, say)
    take = [Key(say.label("key-take"), own.Accept(number))]
    free = mine.state is State.WAITING and first_come(one, now)
    return [*(take if free else []), leave_key(one, say)]


def leave_key(one: Card, say: Say, sure: int = 0) -> Key:
    """Give up the seat, or leave the list."""
    return Key(say.label("key-unregister" if one.seated else "key-leave-list"), buttons.Unregister(one.event.id, sure))


def _more(one: Card, say: Say, now: datetime) -> list[Key]:
    """What else can be done: the calendar, a colleague in one's place, the answers, the library's seats, the series."""
    number, mine = one.event.id, one.mine
    found = []
    if one.seated:
        found.append(Key(say.label("key-event-calendar"), own.ToCalendar(number)))
    if not to_come(one, now):
        return found
    if one.beside.given is not None:
        found.append(Key(say.label("key-keep-seat"), own.KeepSeat(one.beside.given.swap.id)))
    elif mine is not None and one.beside.gives and not mine.checked_in:
        found.append(Key(say.label("key-give-seat"), own.GiveSeat(mine.id, 0)))
    if mine is not None and one.event.details.questions and now < one.event.details.closes_at:
        found.append(Key(say.label("key-my-answers"), own.MyAnswers(number)))
    if one.beside.colleagues:
        found.append(Key(say.label("key-our-seats"), own.OurSeats(number, 0)))
    if mine is not None and one.beside.others:
        found.append(Key(say.label("key-register-others", count=one.beside.others), own.RegisterAll(number)))
    return found


def offer_keys(one: Card, say: Say) -> list[Key]:
    """Answer an offer."""
    number = one.event.id
    return [Key(say.label("key-accept"), own.Accept(number)), Key(say.label("key-refuse"), own.Refuse(number, 0))]


def swap_keys(one: Handed, say: Say) -> list[Key]:
    """Answer a colleague."""
    return [
        Key(say.label("key-accept"), own.TakeSeat(one.swap.id)),
        Key(say.label("key-refuse"), own.LeaveSeat(one.swap.id)),
    ]
