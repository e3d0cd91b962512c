"""What the office does with announcements that are written: see how they go, hold them up, end them."""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from datetime import datetime
from typing import Any

from handlers.announcements import buttons, desk_screens
from handlers.announcements.letter import letter
from handlers.context import Ask, Live, Tap
from handlers.reply import Answer
from handlers.routes import on_tap
from handlers.screen import Ready, Screen
from handlers.texts import Say
from storage import cards
from storage.announcements import actions, afterwards, desk, steering, tables
from storage.announcements.actions import NoSuch
from storage.announcements.desk import Facts
from storage.announcements.rules import AnnouncementId, State
from storage.announcements.steering import How
from storage.cards import Place
from storage.database import Tx
from storage.drafts import NotYours
from storage.features import AUDIENCES
from storage.outbox import State as Delivery
from storage.people import Person, Role

STAFF = Role.STAFF
KIND = "announcement"

LATE = "desk-too-late"
"""What is said when the announcement has moved on since the button was shown."""


@on_tap(buttons.OfficeAnnouncements, may=STAFF)
async def announcements(tap: Tap[buttons.OfficeAnnouncements]) -> Answer:
    """All announcements, a page of them."""
    return desk_screens.listed(await tap.db.read(desk.listed, tap.button.page), tap.say)


async def facts_of(ask: Ask, announcement_id: AnnouncementId) -> Facts | None:
    """Read all that the card shows."""
    return await ask.db.read(desk.card, AUDIENCES, announcement_id, ask.now)


async def card(tap: Tap[Any], announcement_id: AnnouncementId, alert: str | None = None, **args: Any) -> Screen:  # noqa: ANN401
    """Draw the card of an announcement as it stands now; while it goes, the card keeps itself up to date."""
    facts = await facts_of(tap, announcement_id)
    if facts is None:
        return desk_screens.no_such(tap.say)
    tapped = tap.arrival.tapped
    if facts.live and tapped is not None and tapped.card is not None:
        place = Place(tap.arrival.chat_id, tapped.card)
        await tap.db.transact(cards.keep, place, tap.person.id, KIND, {"announcement": announcement_id})
    shown = desk_screens.progress_card(facts, tap.say, tap.now)
    return Screen(shown.text, shown.keys, tap.say.label(alert, **args) if alert else None)


@on_tap(buttons.OfficeAnnouncement, may=STAFF)
async def announcement(tap: Tap[buttons.OfficeAnnouncement]) -> Answer:
    """An announcement's card."""
    return await card(tap, tap.button.announcement_id)


def _load(tx: Tx, person: Person, args: Mapping[str, Any], now: datetime) -> Facts | None:
    return desk.card(tx, AUDIENCES, args["announcement"], now) if person.may(STAFF) else None


LIVE = {KIND: Live(_load, desk_screens.progress_card, over=lambda facts: not facts.live)}


@on_tap(buttons.Steer, may=STAFF)
async def steer(tap: Tap[buttons.Steer]) -> Answer:
    """Pause, resume, or once it was asked about cancel."""
    button = tap.button
    if button.how is How.CANCEL and not button.sure:
        facts = await facts_of(tap, button.announcement_id)
        for going in (facts.going, facts.follow_up) if facts else ():
            if facts is not None and going is not None and going.batch.id == button.batch_id and going.open:
                return desk_screens.ask_cancel(facts, going, tap.say)
        return await card(tap, button.announcement_id, LATE)
    return await _done(tap, steering.steer, button.announcement_id, button.batch_id, button.how)


async def _done(tap: Tap[Any], action: Callable[..., Any], announcement_id: AnnouncementId, *args: Any) -> Screen:  # noqa: ANN401
    """Do something with an announcement and draw its card; it may have moved on since the button was shown."""
    outcome = await tap.db.transact(action, announcement_id, *args, tap.person.id, tap.now)
    return await card(tap, announcement_id, LATE if isinstance(outcome, NoSuch) else None)


@on_tap(buttons.SendNow, may=STAFF)
async def send_now(tap: Tap[buttons.SendNow]) -> Answer:
    """Send now what is planned or held, once it was asked about."""
    one = tap.button.announcement_id
    if not tap.button.sure:
        return await _ask(tap, one, {State.PLANNED, State.HELD}, desk_screens.ask_send_now)
    outcome = await tap.db.transact(actions.send_held, AUDIENCES, one, tap.person.id, tap.now)
    return await card(tap, one, LATE if isinstance(outcome, NoSuch) else None)


@on_tap(buttons.WithdrawAnnouncement, may=STAFF)
async def withdraw(tap: Tap[buttons.WithdrawAnnouncement]) -> Answer:
    """Call off what has not begun, once it was asked about."""
    one = tap.button.announcement_id
    if not tap.button.sure:
        return await _ask(tap, one, {State.PROPOSED, State.PLANNED, State.HELD}, desk_screens.ask_withdraw)
    return await _done(tap, actions.withdraw, one)


@on_tap(buttons.Approve, may=STAFF)
async def approve(tap: Tap[buttons.Approve]) -> Answer:
    """Let go what somebody else has written."""
    one = tap.button.announcement_id
    outcome = await tap.db.transact(actions.approve, AUDIENCES, one, tap.person.id, tap.now)
    match outcome:
        case NotYours():
            return await card(tap, one, "desk-own")
        case NoSuch():
            return await card(tap, one, LATE)
        case _:
            return await card(tap, one)


@on_tap(buttons.SendAgain, may=STAFF)
async def send_again(tap: Tap[buttons.SendAgain]) -> Answer:
    """Send again what has failed, or once it was asked about what is uncertain."""
    button = tap.button
    if button.state is Delivery.UNCERTAIN and not button.sure:
        return await _ask(tap, button.announcement_id, {State.SENT}, desk_screens.ask_again)
    return await _done(tap, afterwards.send_again, button.announcement_id, button.state)


@on_tap(buttons.Remind, may=STAFF)
async def remind(tap: Tap[buttons.Remind]) -> Answer:
    """Remind those who have not confirmed."""
    one = tap.button.announcement_id
    count = await tap.db.transact(afterwards.remind, one, tap.button.after, tap.person.id, tap.now)
    if isinstance(count, NoSuch):
        return await card(tap, one, LATE)
    return await card(tap, one, "desk-reminding", count=count)


@on_tap(buttons.Recall, may=STAFF)
async def recall(tap: Tap[buttons.Recall]) -> Answer:
    """Delete what was delivered, once it was asked about."""
    one = tap.button.announcement_id
    if not tap.button.sure:
        return await _ask(tap, one, {State.SENT}, lambda facts, say: desk_screens.ask_recall(facts, say, tap.now))
    return await _done(tap, afterwards.recall, one)


async def _ask(
    tap: Tap[Any], announcement_id: AnnouncementId, states: AbstractSet[State], question: Callable[[Facts, Say], Screen]
) -> Screen:
    """Ask before something is done, as long as the announcement is in one of these states."""
    facts = await facts_of(tap, announcement_id)
    if facts is None or facts.one.state not in states:
        return await card(tap, announcement_id, LATE)
    return question(facts, tap.say)


@on_tap(buttons.ShowMessage, may=STAFF)
async def message(tap: Tap[buttons.ShowMessage]) -> Answer:
    """The message itself, as it arrives with whoever looks."""
    one = await tap.db.read(tables.get, tap.button.announcement_id)
    if one is None:
        return desk_screens.no_such(tap.say)
    person, library = tap.person, tap.person.library
    place = library.name if library else tap.say("office-of-association")
    calls = letter(one, tap.arrival.chat_id, person.first_name, place, tap.say)
    return Ready(calls, lambda words: Screen(tap.say("desk-not-shown", words=words)))


ROUTES = (
    announcements, announcement, steer, send_now, withdraw, approve, send_again, remind, recall, message,
)  # fmt: skip
