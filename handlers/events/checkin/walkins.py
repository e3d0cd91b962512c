"""Whoever comes without a seat: the office types a name, and chooses the member or lets in a guest."""

from datetime import datetime

from handlers.context import Tap
from handlers.conversation import Guide, Misread, again, begin_card
from handlers.events.checkin import buttons, screens
from handlers.events.staff_screens import no_such
from handlers.membership.find import LONGEST
from handlers.reply import Answer
from handlers.routes import on_tap, refusal
from storage.database import Tx
from storage.drafts import Draft, Gone, NotYours
from storage.events import checkin, walkins
from storage.events.rules import EventId
from storage.events.walkins import Found
from storage.people import Person, Role

STAFF = Role.STAFF


def _advance(draft: Draft, said: str, now: datetime) -> Draft | Misread:  # noqa: ARG001 - as guides advance
    text = " ".join("".join(char if char.isprintable() else " " for char in said[:LONGEST]).split())
    return draft.at("found", text=text) if text else Misread("walk-in-nothing")


def _load(tx: Tx, draft: Draft, person: Person, now: datetime) -> Found:  # noqa: ARG001 - as guides load
    return walkins.look(tx, EventId(draft.data["event"]), draft.data.get("text", ""))


GUIDE = Guide(walkins.FEATURE, STAFF, _advance, screens.walk_in, _load)


@on_tap(buttons.WalkIn, may=STAFF)
async def ask(tap: Tap[buttons.WalkIn]) -> Answer:
    """Ask for the name of whoever has come."""
    found = await tap.db.read(checkin.at_door, tap.button.event_id, tap.now)
    if found is None:
        return no_such(tap.say)
    if not found.open:
        return screens.door(found, tap.say, tap.now)
    return await begin_card(tap, GUIDE, "ask", {"event": found.event.id})


@on_tap(buttons.WalkInMember, may=STAFF)
async def member(tap: Tap[buttons.WalkInMember]) -> Answer:
    """Let in a member."""
    button = tap.button
    sure = buttons.WalkInMember(button.event_id, button.person_id, 1)
    done = await tap.db.transact(
        walkins.member, button.event_id, button.person_id, tap.person.id, tap.now, beyond=bool(button.sure)
    )
    return screens.walked_in(done, sure, tap.say, tap.now)


@on_tap(buttons.WalkInGuest, may=STAFF)
async def guest(tap: Tap[buttons.WalkInGuest]) -> Answer:
    """Let in a guest."""
    button = tap.button
    sure = buttons.WalkInGuest(button.draft_id, button.version, 1)
    done = await tap.db.transact(
        walkins.guest, button.draft_id, button.version, tap.person.id, tap.now, beyond=bool(button.sure)
    )
    if isinstance(done, NotYours):
        return refusal(tap)
    if isinstance(done, Gone):
        return await again(tap, GUIDE)
    return screens.walked_in(done, sure, tap.say, tap.now)


ROUTES = (ask, member, guest)
