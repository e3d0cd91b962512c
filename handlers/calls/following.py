"""What members follow, and how they want to hear of it."""

import re
from datetime import datetime

from handlers.calls import buttons, following_screens
from handlers.calls.following_screens import Facts
from handlers.context import Ask, Tap
from handlers.conversation import Guide, Misread, begin_card
from handlers.reply import Answer
from handlers.routes import on_tap
from handlers.screen import Screen
from storage import drafts
from storage.calls import following, reach
from storage.calls.rules import AMOUNT_AT_MOST, Topic
from storage.database import Tx
from storage.drafts import Draft
from storage.people import Person, PersonId, Role

MEMBER = Role.LIBRARIAN
FEATURE = "calls_amount"

LONGEST = 20
"""More characters than this are not an amount."""


def _facts(tx: Tx, person_id: PersonId) -> Facts:
    return Facts(following.follows(tx, person_id), reach.preferences(tx, person_id))


async def _card(ask: Ask) -> Screen:
    return following_screens.card(await ask.db.read(_facts, ask.person.id), ask.person, ask.say)


@on_tap(buttons.Following, may=MEMBER)
async def card(tap: Tap[buttons.Following]) -> Answer:
    """What I follow, and how I want to hear of it."""
    return await _card(tap)


@on_tap(buttons.FollowTopics, may=MEMBER)
async def topics(tap: Tap[buttons.FollowTopics]) -> Answer:
    """The topics that can be followed."""
    return following_screens.topics(await tap.db.read(following.follows, tap.person.id), tap.say)


@on_tap(buttons.FollowTopic, may=MEMBER)
async def follow(tap: Tap[buttons.FollowTopic]) -> Answer:
    """Follow a topic or all, or no more."""
    said, on = tap.button.topic, bool(tap.button.on)
    if not said:
        await tap.db.transact(following.follow, tap.person.id, None, on=on)
        return await _card(tap)
    if said not in list(Topic):
        return following_screens.topics(await tap.db.read(following.follows, tap.person.id), tap.say)
    follows = await tap.db.transact(following.follow, tap.person.id, Topic(said), on=on)
    return following_screens.topics(follows, tap.say)


@on_tap(buttons.Paces, may=MEMBER)
async def paces(tap: Tap[buttons.Paces]) -> Answer:
    """How soon I can hear of new calls."""
    return following_screens.paces(await tap.db.read(reach.preferences, tap.person.id), tap.say)


@on_tap(buttons.SetPace, may=MEMBER)
async def set_pace(tap: Tap[buttons.SetPace]) -> Answer:
    """Hear of new calls at a pace."""
    await tap.db.transact(following.adjust, tap.person.id, pace=tap.button.pace)
    return await _card(tap)


@on_tap(buttons.OwnKind, may=MEMBER, of_library=True)
async def own_kind(tap: Tap[buttons.OwnKind]) -> Answer:
    """Hear only of calls to which my library may apply, or of all."""
    await tap.db.transact(following.adjust, tap.person.id, own_kind_only=bool(tap.button.on))
    return await _card(tap)


@on_tap(buttons.Leads, may=MEMBER)
async def leads(tap: Tap[buttons.Leads]) -> Answer:
    """On which days before a deadline I can be reminded."""
    return following_screens.leads(await tap.db.read(reach.preferences, tap.person.id), tap.button.concern, tap.say)


@on_tap(buttons.SetLead, may=MEMBER)
async def set_lead(tap: Tap[buttons.SetLead]) -> Answer:
    """Be reminded so many days before, or no more."""
    one = tap.button
    found = await tap.db.transact(following.remind, tap.person.id, one.concern, one.lead, on=bool(one.on))
    return following_screens.leads(found, one.concern, tap.say)


AMOUNT = re.compile(r"(\d{1,3}(?:[.,' ]\d{3})+|\d+)(?:[.,]00)?")
"""Euros, with or without marks between thousands."""


def _advance(draft: Draft, said: str, now: datetime) -> Draft | Misread:  # noqa: ARG001 - as guides advance
    plain = said.upper().replace("\u00a0", " ").replace("EUR", "").replace("€", "").strip()
    found = AMOUNT.fullmatch(plain) if plain.isascii() and len(plain) <= LONGEST else None
    number = int("".join(filter(str.isdigit, found[1]))) if found else 0
    if not 0 < number <= AMOUNT_AT_MOST:
        return Misread("follow-misread-amount", {"most": AMOUNT_AT_MOST})
    return draft.at("found", amount=number)


GUIDE = Guide(FEATURE, MEMBER, _advance, following_screens.amounts)


@on_tap(buttons.Amounts, may=MEMBER)
async def amounts(tap: Tap[buttons.Amounts]) -> Answer:
    """From which amount on I want to hear of calls: tapped or typed."""
    return await begin_card(tap, GUIDE, "ask")


def _set_amount(tx: Tx, person: Person, amount: int | None) -> None:
    following.adjust(tx, person.id, amount_from=amount)
    if draft := drafts.of_feature(tx, person.id, FEATURE):
        drafts.end(tx, draft.id)


@on_tap(buttons.SetAmount, may=MEMBER)
async def set_amount(tap: Tap[buttons.SetAmount]) -> Answer:
    """Hear of calls from an amount on, or of all."""
    amount = tap.button.amount
    if 0 <= amount <= AMOUNT_AT_MOST:
        await tap.db.transact(_set_amount, tap.person, amount or None)
    return await _card(tap)


ROUTES = (card, topics, follow, paces, set_pace, own_kind, leads, set_lead, amounts, set_amount)
