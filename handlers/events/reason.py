"""The conversation in which somebody says why they give up a seat late. Pure, but for `load`."""

from datetime import datetime

from handlers.context import Ask
from handlers.conversation import Guide, Misread, begin_card
from handlers.dates import writing
from handlers.dates.asking import one_line
from handlers.events import buttons, words
from handlers.events import seat_buttons as own
from handlers.events.card import no_such
from handlers.guiding import picks, said
from handlers.heard import Heard
from handlers.screen import Key, Screen, in_rows, lines
from handlers.texts import Say
from storage.database import Tx
from storage.drafts import Draft
from storage.events import books
from storage.events.answering import REASON
from storage.events.rules import Event, EventId
from storage.people import Person, Role

ASKING, READY = "asking", "ready"
"""The steps."""

AT_MOST = 200
"""Characters of a reason."""


def load(tx: Tx, draft: Draft, person: Person, now: datetime) -> Event | None:  # noqa: ARG001 - as guides load
    """Find the event."""
    return books.find(tx, EventId(draft.data["event"]))


def takes(draft: Draft, heard: Heard, event: Event | None, now: datetime) -> Draft | Misread:  # noqa: ARG001
    """Take a reason, typed or by a button."""
    if heard.text is None:
        return Misread("conversation-text-only")
    if heard.text == "/back":
        return draft.at(ASKING)
    if heard.text.startswith("/"):
        known = heard.text.removeprefix("/reason ") in words.REASONS
        return draft.at(READY, reason=heard.text.removeprefix("/reason ")) if known else Misread("guide-choose")
    text = one_line(heard.text)
    if len(text) > AT_MOST:
        return Misread("guide-too-long", {"count": len(text), "most": AT_MOST})
    return draft.at(READY, reason=text) if text else Misread("guide-empty")


def show(draft: Draft, event: Event | None, say: Say, now: datetime) -> Screen:
    """Ask for a reason, or once more whether the seat is to be given up."""
    if event is None:
        return no_such(say)
    pick = picks(draft)
    when = writing.near(event.details.starts_at, now, say.language)
    head = say("event-unregister-title", title=words.title(event.details, say), when=when)
    back = Key(say.label("key-back"), buttons.OpenEvent(event.id, 0, 0))
    if draft.step == ASKING:
        reasons = [pick(writing.capitalised(words.reason(one, say)), said("/reason", one)) for one in words.REASONS]
        return Screen(lines(head, say("event-reason-ask")), [*in_rows(reasons, 2), [back]])
    text = lines(
        head, say("event-reason-given", reason=words.reason(draft.data["reason"], say)), say("event-reason-sure")
    )
    other = pick(say.label("key-other-reason"), "/back")
    return Screen(text, [[Key(say.label("key-unregister"), own.SendReason(draft.id, draft.version)), other], [back]])


GUIDE = Guide(REASON, Role.LIBRARIAN, None, show, load, takes=takes)


async def begin(ask: Ask, event_id: EventId) -> Screen:
    """Ask why somebody gives up their seat."""
    return await begin_card(ask, GUIDE, ASKING, {"event": event_id})
