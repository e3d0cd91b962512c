"""What the office does with announcements that are written: see how they go, hold them up, end them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from handlers.announcements import buttons, desk_screens
from handlers.context import Ask, Live, Tap
from handlers.reply import Answer
from handlers.routes import on_tap
from handlers.screen import Screen
from storage import cards
from storage.announcements import desk, steering
from storage.announcements.actions import NoSuch
from storage.announcements.desk import Facts
from storage.announcements.rules import AnnouncementId
from storage.announcements.steering import How
from storage.cards import Place
from storage.database import Tx
from storage.features import AUDIENCES
from storage.people import Person, Role

STAFF = Role.STAFF
LIVE = "announcement"


@on_tap(buttons.OfficeAnnouncements, may=STAFF)
async def announcements(tap: Tap[buttons.OfficeAnnouncements]) -> Answer:
    """All announcements, a page of them."""
    return desk_screens.listed(await tap.db.read(desk.listed, tap.button.page), tap.say)


async def facts_of(ask: Ask, announcement_id: AnnouncementId) -> Facts | None:
    """Read all that the card shows."""
    return await ask.db.read(desk.card, AUDIENCES, announcement_id, ask.now)


async def card(ask: Ask, announcement_id: AnnouncementId, alert: str | None = None) -> Screen:
    """Draw the card of an announcement as it stands now; while it goes, the card keeps itself up to date."""
    facts = await facts_of(ask, announcement_id)
    if facts is None:
        return desk_screens.no_such(ask.say)
    if facts.open and ask.arrival.tapped and ask.arrival.tapped.card is not None:
        place = Place(ask.arrival.chat_id, ask.arrival.tapped.card)
        await ask.db.transact(cards.keep, place, ask.person.id, LIVE, {"announcement": announcement_id})
    shown = desk_screens.progress_card(facts, ask.say, ask.now)
    return Screen(shown.text, shown.keys, ask.say.label(alert) if alert else None)


@on_tap(buttons.OfficeAnnouncement, may=STAFF)
async def announcement(tap: Tap[buttons.OfficeAnnouncement]) -> Answer:
    """An announcement's card."""
    return await card(tap, tap.button.announcement_id)


@on_tap(buttons.Steer, may=STAFF)
async def steer(tap: Tap[buttons.Steer]) -> Answer:
    """Pause, resume, or once it was asked about cancel."""
    button = tap.button
    if button.how is How.CANCEL and not button.sure:
        facts = await facts_of(tap, button.announcement_id)
        if facts is None:
            return desk_screens.no_such(tap.say)
        for going in (facts.going, facts.follow_up):
            if going is not None and going.batch.id == button.batch_id and going.open:
                return desk_screens.ask_cancel(facts, going, tap.say)
        return await card(tap, button.announcement_id, "desk-too-late")
    outcome = await tap.db.transact(
        steering.steer, button.announcement_id, button.batch_id, button.how, tap.person.id, tap.now
    )
    return await card(tap, button.announcement_id, "desk-too-late" if isinstance(outcome, NoSuch) else None)


def _load(tx: Tx, person: Person, args: Mapping[str, Any], now: datetime) -> Facts | None:
    return desk.card(tx, AUDIENCES, args["announcement"], now) if person.may(STAFF) else None


CARD = Live(_load, desk_screens.progress_card, over=lambda facts: not facts.open)

ROUTES = (announcements, announcement, steer)
