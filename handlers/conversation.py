"""Conversations that ask for typed text. Their state is a row in drafts, so they survive whatever happens.

A feature describes one as a `Guide`. What is typed and what is tapped go the same way: a `Pick` button says one of
the words that could be typed as well. One transaction reads the draft, lets the guide advance it, and saves it.
"""

import contextlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from typing import Any

from telegram.error import BadRequest

from handlers.buttons import Button
from handlers.context import Arrival, Ask, Reach, Tap, Typed
from handlers.heard import FETCHED_AT_MOST, Heard, heard_of
from handlers.reply import Answer
from handlers.routes import Route, on_tap, refusal
from handlers.screen import Screen, Shown, lines
from handlers.texts import Say
from storage import drafts
from storage.database import Tx
from storage.drafts import Draft, DraftId
from storage.people import Person, Role


@dataclass(frozen=True, slots=True)
class Misread:
    """What was said does not fit: the text `key` says so below the card, and the draft stays as it is.

    Below, because a telephone shows the end of a new message: of a tall card, what is above is out of sight. `kept` is
    written down all the same, while the card that was shown before still fits.
    """

    key: str
    args: Mapping[str, Any] = field(default_factory=dict)
    kept: Draft | None = None


@dataclass(frozen=True, slots=True)
class Quietly:
    """What was said goes into `draft` and is not answered: the card that was shown before it still fits."""

    draft: Draft


Beforehand = Callable[[Ask, Draft, Heard], Awaitable[Any]]
"""What fetches, reads or compares; whatever takes its time does so in a thread."""


def _nothing(tx: Tx, draft: Draft, person: Person, now: datetime) -> None:
    """Load no facts."""


def _only_card(draft: Draft, facts: Any, say: Say, person: Person) -> Sequence[Shown]:  # noqa: ANN401, ARG001
    """Show nothing but the card."""
    return ()


@dataclass(frozen=True, slots=True)
class Guide:
    """One kind of conversation.

    `advance(draft, said, now)` is pure and gives the draft one step on. `show(draft, facts, say, now)` is pure and
    draws the card as it grows. `load` reads the facts that `show` needs beside the draft. A guide that `takes` hears
    whole messages, with the facts of the card to which they answer, in place of `advance`. `ahead` is what goes ahead
    of the card once something was said. `beforehand` does what takes long, by step, ahead of the transaction; `takes`
    finds what came of it in `Heard.found`.
    """

    feature: str
    may: Role
    advance: Callable[[Draft, str, datetime], Draft | Misread] | None
    show: Callable[[Draft, Any, Say, datetime], Screen]
    load: Callable[[Tx, Draft, Person, datetime], Any] = _nothing
    takes: Callable[[Draft, Heard, Any, datetime], Draft | Misread | Quietly] | None = None
    ahead: Callable[[Draft, Any, Say, Person], Sequence[Shown]] = _only_card
    beforehand: Mapping[str, Beforehand] = field(default_factory=dict)

    def hears(self, draft: Draft, heard: Heard, facts: Callable[[], Any], now: datetime) -> Draft | Misread | Quietly:
        """Take what was said, whole or as text."""
        if self.takes is not None:
            return self.takes(draft, heard, facts(), now)
        if heard.text is None or self.advance is None:
            return Misread("conversation-text-only")
        return self.advance(draft, heard.text, now)


@dataclass(frozen=True, slots=True)
class Pick(Button):
    """Says `said` in conversation `draft_id`, if it is still at `version`."""

    tag = "p"
    draft_id: DraftId
    version: int
    said: str


@dataclass(frozen=True, slots=True)
class GoOn(Button):
    """Goes on with conversation `draft_id`, which was left."""

    tag = "pg"
    draft_id: DraftId


@dataclass(frozen=True, slots=True)
class Stale:
    """The conversation has moved on since the button was shown, or this update was dealt with before."""

    seen: bool


@dataclass(frozen=True, slots=True)
class Gone:
    """There is no such conversation any more."""


@dataclass(frozen=True, slots=True)
class Denied:
    """The conversation is somebody else's, or the person's role is no longer enough for it."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A conversation as it stands after something was said, with the facts for its card."""

    guide: Guide
    draft: Draft
    facts: Any
    heard: Draft | Misread | Stale | Quietly


def _of_asker(
    tx: Tx, guides: Mapping[str, Guide], arrival: Arrival, draft_id: DraftId
) -> tuple[Guide, Draft, Person] | Gone | Denied:
    """Find a conversation of whoever asks."""
    draft, person = drafts.get(tx, draft_id), arrival.who
    if draft is None or person is None or draft.feature not in guides:
        return Gone()
    guide = guides[draft.feature]
    if draft.person_id != person.id or not person.may(guide.may):
        return Denied()
    return guide, draft, person


def hear(
    tx: Tx, guides: Mapping[str, Guide], arrival: Arrival, draft_id: DraftId, version: int | None, said: Heard
) -> Drawn | Gone | Denied:
    """Advance a conversation by what was said, at `version` if by a button."""
    found = _of_asker(tx, guides, arrival, draft_id)
    if isinstance(found, Gone | Denied):
        return found
    (guide, draft, person), now = found, arrival.now
    heard: Draft | Misread | Stale | Quietly
    if draft.heard == arrival.update_id:
        heard = Stale(seen=True)
    elif version is not None and version != draft.version:
        heard = Stale(seen=False)
    else:
        heard = guide.hears(draft, said, partial(guide.load, tx, draft, person, now), now)
        if isinstance(heard, Draft):
            draft = heard = drafts.save(tx, heard, arrival.update_id, now) or draft
        elif kept := heard.draft if isinstance(heard, Quietly) else heard.kept:
            drafts.amend(tx, kept, arrival.update_id)
    return Drawn(guide, draft, guide.load(tx, draft, person, now), heard)


def begin(tx: Tx, guide: Guide, arrival: Arrival, step: str, data: Mapping[str, Any]) -> tuple[Draft, Any]:
    """Start a conversation anew; return the draft and its facts."""
    if arrival.who is None:
        raise RuntimeError("A conversation is for people.")
    draft = drafts.start(tx, arrival.who.id, arrival.chat_id, guide.feature, step, data, arrival.now)
    return draft, guide.load(tx, draft, arrival.who, arrival.now)


def take_up(tx: Tx, guide: Guide, arrival: Arrival) -> tuple[Draft, Any] | None:
    """Go on with a conversation that was left; None if there is none."""
    if arrival.who is None:
        raise RuntimeError("A conversation is for people.")
    draft = drafts.resume(tx, arrival.who.id, guide.feature, arrival.now)
    return None if draft is None else (draft, guide.load(tx, draft, arrival.who, arrival.now))


def go_on(
    tx: Tx, guides: Mapping[str, Guide], arrival: Arrival, draft_id: DraftId
) -> tuple[Guide, Draft, Any] | Gone | Denied:
    """Go on with this very conversation."""
    found = _of_asker(tx, guides, arrival, draft_id)
    if isinstance(found, Gone | Denied):
        return found
    guide, *_ = found
    taken_up = take_up(tx, guide, arrival)
    return Gone() if taken_up is None else (guide, *taken_up)


async def begin_card(ask: Ask, guide: Guide, step: str, data: Mapping[str, Any] | None = None) -> Screen:
    """Start a conversation anew and draw its first card."""
    draft, facts = await ask.db.transact(begin, guide, ask.arrival, step, data or {})
    return guide.show(draft, facts, ask.say, ask.now)


async def take_up_card(ask: Ask, guide: Guide) -> Screen | None:
    """Go on with a conversation that was left and draw its card; None if there is none."""
    found = await ask.db.transact(take_up, guide, ask.arrival)
    return None if found is None else guide.show(*found, ask.say, ask.now)


async def again(ask: Ask, guide: Guide, gone: Screen | None = None, why: str | None = None) -> Screen:
    """Show a conversation as it stands, and `why`: a button was of an earlier card. If there is none, it is `gone`."""
    card = await take_up_card(ask, guide)
    if card is None:
        return gone or Screen(ask.say("conversation-gone"))
    return Screen(lines(why or ask.say("button-stale"), "", card.text), card.keys)


def guides_of(reach: Reach) -> dict[str, Guide]:
    """Find all guides by their feature."""
    return {guide.feature: guide for feature in reach.features for guide in feature.guides}


async def _worked_out(ask: Ask, draft_id: DraftId, said: Heard) -> Heard:
    """Let the conversation do what takes long before the transaction, if it is for whoever asks."""
    draft = ask.arrival.draft
    if draft is None or draft.id != draft_id:
        draft = await ask.db.read(drafts.get, draft_id)
    guide = guides_of(ask.reach).get(draft.feature) if draft else None
    if draft is None or guide is None or draft.person_id != ask.person.id or not ask.person.may(guide.may):
        return said
    work = guide.beforehand.get(draft.step)
    return said if work is None else replace(said, found=await work(ask, draft, said))


async def fetched(ask: Ask, heard: Heard) -> bytes | None:
    """Fetch the file that was sent; None if there is none, or it cannot be had."""
    if heard.media is None or heard.size > FETCHED_AT_MOST:
        return None
    with contextlib.suppress(BadRequest):
        return await ask.reach.telegram.fetch(heard.media.file_id)
    return None


async def answer_said(ask: Ask, draft_id: DraftId, version: int | None, said: Heard) -> Answer:
    """Advance a conversation and draw its card."""
    said = await _worked_out(ask, draft_id, said)
    drawn = await ask.db.transact(hear, guides_of(ask.reach), ask.arrival, draft_id, version, said)
    match drawn:
        case Gone():
            return Screen(ask.say("conversation-gone"))
        case Denied():
            return refusal(ask)
    card = drawn.guide.show(drawn.draft, drawn.facts, ask.say, ask.now)
    match drawn.heard:
        case Misread(key, args):
            return Screen(lines(card.text, "", ask.say(key, **args)), card.keys)
        case Stale(seen=False):
            return Screen(lines(ask.say("button-stale"), "", card.text), card.keys)
        case Quietly():
            return None
        case _:
            return [*drawn.guide.ahead(drawn.draft, drawn.facts, ask.say, ask.person), card]


@on_tap(Pick, may=Role.LIBRARIAN)
async def picked(tap: Tap[Pick]) -> Answer:
    """A button in a conversation says what could be typed."""
    return await answer_said(tap, tap.button.draft_id, tap.button.version, Heard(said=tap.button.said))


@on_tap(GoOn, may=Role.LIBRARIAN)
async def gone_on(tap: Tap[GoOn]) -> Answer:
    """Go on where a conversation was left."""
    match await tap.db.transact(go_on, guides_of(tap.reach), tap.arrival, tap.button.draft_id):
        case Gone():
            return Screen(tap.say("conversation-gone"))
        case Denied():
            return refusal(tap)
        case guide, draft, facts:
            return guide.show(draft, facts, tap.say, tap.now)


class ConversationHandler(Route):
    """What is written or sent goes to the conversation that is listening."""

    def __init__(self) -> None:
        super().__init__("conversation", Role.LIBRARIAN)

    def matches(self, arrival: Arrival) -> Callable[[Reach], Typed] | None:
        """Match what is not a command, while a conversation listens."""
        message = arrival.message
        if arrival.draft is None or message is None or (message.text or "").startswith("/"):
            return None
        return lambda reach: Typed(reach, arrival, heard_of(message))

    async def call(self, ask: Typed) -> Answer:
        """Let the conversation hear it."""
        if ask.arrival.draft is None:
            raise RuntimeError("No conversation listens.")
        return await answer_said(ask, ask.arrival.draft.id, None, ask.heard)
