"""The office lets somebody in by hand: it types a name, and chooses the member or lets in a guest from outside."""

from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from handlers.context import Tap
from handlers.conversation import Guide, Misread, again, begin_card, take_up_card
from handlers.dates.asking import one_line
from handlers.events import buttons as events
from handlers.events import words
from handlers.events.compose import outcomes
from handlers.events.lists import cut
from handlers.events.people import buttons, screens
from handlers.events.staff_screens import no_such
from handlers.guiding import picks
from handlers.reply import Answer
from handlers.routes import on_tap, refusal
from handlers.screen import Key, Screen, lines
from handlers.texts import Say
from storage.database import Tx
from storage.drafts import Draft, Gone, NotYours
from storage.events import books, by_hand, desk, rules
from storage.events.actions import NoSuch
from storage.events.by_hand import FEATURE, GUEST_AT_MOST, Entered, NoRoom
from storage.events.desk import Attendee
from storage.events.publishing import CallingOff
from storage.events.rules import CalledOff, Cancelled, Event, EventId, Over
from storage.events.seats import AlreadyIn, State
from storage.membership import lists
from storage.people import Person, Role

STAFF = Role.STAFF
ASK, FOUND = "ask", "found"


@dataclass(frozen=True, slots=True)
class Found:
    """The event, and the people who fit what was typed."""

    event: Event | None
    people: tuple[Person, ...]


def _advance(draft: Draft, said: str, now: datetime) -> Draft | Misread:  # noqa: ARG001 - as guides advance
    if said == "/speaks":
        return draft.at(draft.step, speaks=None if draft.data.get("speaks") else True)
    if said.startswith("/"):
        return Misread("guide-choose")
    text = one_line(said)
    if len(text) > GUEST_AT_MOST:
        return Misread("guide-too-long", {"count": len(text), "most": GUEST_AT_MOST})
    return draft.at(FOUND, text=text) if text else Misread("find-nothing-typed")


def _load(tx: Tx, draft: Draft, person: Person, now: datetime) -> Found:  # noqa: ARG001 - as guides load
    text = draft.data.get("text")
    return Found(books.find(tx, EventId(draft.data["event"])), lists.find(tx, text).people if text else ())


def _show(draft: Draft, found: Found, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as guides show
    if found.event is None:
        return no_such(say)
    number, text, pick = found.event.id, draft.data.get("text"), picks(draft)
    speaks = bool(draft.data.get("speaks"))
    label = say.label("key-enter-speaks")
    toggle = [pick(say.label("key-ticked", name=label) if speaks else label, "/speaks")]
    head = say("event-title", title=words.title(found.event.details, say))
    back = [screens.to_event(number, say)]
    if text is None:
        return Screen(lines(head, "", say("enter-ask")), [toggle, back])
    keys = [[Key(_name(one, say), buttons.EnterMember(number, one.id, int(speaks)))] for one in found.people]
    guest = Key(cut(say.label("key-enter-guest", name=text)), buttons.EnterGuest(draft.id, draft.version))
    found_or_not = lines(say("enter-found", text=text), say("enter-again")) if keys else say("enter-none", text=text)
    return Screen(lines(head, "", found_or_not), [*keys, [guest], toggle, back])


def _name(one: Person, say: Say) -> str:
    place = one.library.name if one.library else say.label("office-of-association")
    return cut(say.label("key-attendee", name=one.first_name, place=place), words.LABEL)


GUIDE = Guide(FEATURE, STAFF, _advance, _show, _load)


@on_tap(buttons.Enter, may=STAFF)
async def ask(tap: Tap[buttons.Enter]) -> Answer:
    """Ask who is to be let in."""
    event = await tap.db.read(books.find, tap.button.event_id)
    if event is None:
        return no_such(tap.say)
    over = rules.cancel_event(event, tap.now)
    if not isinstance(over, CalledOff):
        return outcomes.off(CallingOff(over, event, 0), tap.say)
    return await begin_card(tap, GUIDE, ASK, {"event": event.id})


@on_tap(buttons.EnterMember, may=STAFF)
async def member(tap: Tap[buttons.EnterMember]) -> Answer:
    """Let in a member."""
    button = tap.button
    done = await tap.db.transact(
        by_hand.enter, button.event_id, button.person_id, tap.person.id, tap.now, speaks=bool(button.speaks)
    )
    there = await tap.db.read(desk.of_person, button.event_id, button.person_id)
    name = there.name if there and there.name else ""
    return entered(done, button.event_id, name, tap.say, there)


@on_tap(buttons.EnterGuest, may=STAFF)
async def guest(tap: Tap[buttons.EnterGuest]) -> Answer:
    """Let in a guest."""
    button = tap.button
    done = await tap.db.transact(by_hand.enter_guest, button.draft_id, button.version, tap.person.id, tap.now)
    if isinstance(done, NotYours):
        return refusal(tap)
    if isinstance(done, Gone):
        return await again(tap, GUIDE)
    if isinstance(done.outcome, NoRoom) and (card := await take_up_card(tap, GUIDE)) is not None:
        return Screen(lines(card.text, "", tap.say("enter-no-room")), card.keys)
    return entered(done.outcome, done.event_id, done.name, tap.say)


def entered(
    outcome: Entered | NoRoom | AlreadyIn | Cancelled | Over | NoSuch, event_id: EventId, name: str, say: Say,
    there: Attendee | None = None,
) -> Screen:  # fmt: skip
    """Say what became of letting somebody in, with the way to their registration."""
    match outcome:
        case Entered(_, State.SEATED):
            text = say("enter-seated", name=name)
        case Entered():
            text = say("enter-waits", name=name)
        case NoRoom():
            text = say("enter-no-room")
        case AlreadyIn():
            text = say("enter-already", name=name)
        case Cancelled():
            text = say("event-cancelled")
        case Over():
            text = say("event-over")
        case NoSuch():
            text = say("enter-gone")
        case _:
            assert_never(outcome)
    more = Key(say.label("key-enter-next"), buttons.Enter(event_id))
    one = [] if there is None else [Key(say.label("key-see-attendee"), buttons.Attendee(there.id, 0))]
    return Screen(text, [one, [more, Key(say.label("key-open-event"), events.OfficeEvent(event_id, 0))]])


ROUTES = (ask, member, guest)
