"""What is ready to be published, as members will see it, and what publishing does. Pure."""

from datetime import datetime

from handlers.calls import card_screens, change_words
from handlers.calls import compose_buttons as buttons
from handlers.calls.compose import words
from handlers.calls.compose.facts import Facts
from handlers.guiding import back_and_leave, picks, said
from handlers.screen import Key, Screen, lines
from handlers.texts import Markup, Say
from storage.calls import drafting, reading
from storage.calls.changes import Difference
from storage.calls.news import Expected
from storage.calls.rules import Call, CallId, Content, State
from storage.drafts import Draft

CHANGES = 4
"""So many changes are listed below the card."""


def preview(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:
    """Show the call as members will see it, in one language at a time, and offer to publish it."""
    shown = draft.data.get("shown", say.language)
    other = "en" if shown == "sl" else "sl"
    text = lines(
        say(f"call-preview-{shown}"),
        "",
        as_members_see(draft, facts, say.in_language(shown), now),
        *words.clashes(draft, facts, say, now),
        "",
        *_told(draft, facts, say, now),
    )
    pick = picks(draft)
    publish = Key(say.label("key-publish"), buttons.PublishCall(draft.id, draft.version))
    language = pick(say.label(f"key-preview-{other}"), said("/language", other))
    return Screen(text, [[publish], [language], *back_and_leave(draft, say)])


def as_members_see(draft: Draft, facts: Facts, say: Say, now: datetime) -> str:
    """Show the card in the language of `say`."""
    content, one = drafting.content(draft.data), facts.one
    call = Call(one.id if one else CallId(0), content, State.OPEN, 1, now, None)
    return card_screens.card(reading.unknown(call, facts.person, now), say, now).text


def _told(draft: Draft, facts: Facts, say: Say, now: datetime) -> list[str]:
    """Say how many will be told of what."""
    content = drafting.content(draft.data)
    if facts.expected is None or _over(content, now):
        return published_means(content, facts.told, say, now)
    return told_of_change(facts.expected, say, now)


def _over(content: Content, now: datetime) -> bool:
    return content.ends_at is not None and content.ends_at <= now


def published_means(content: Content, told: tuple[int, int], say: Say, now: datetime) -> list[str]:
    """Say how many are told of a new call at once and how many in digests, or that nobody is of one that is over."""
    if _over(content, now):
        return [say("call-write-over")]
    at_once, later = told
    said_told = say("call-tells", count=at_once) if at_once else None
    said_later = say("call-tells-later", count=later) if later else None
    return [one for one in (said_told, said_later) if one] or [say("call-tells-nobody")]


def told_of_change(expected: Expected, say: Say, now: datetime) -> list[str]:
    """Say what is told of a change, and to how many."""
    if not expected.told:
        return [say("call-tells-no-change")]
    changes = change_words.listed(expected.difference, CHANGES, say, now)
    return [say("call-tells-change", count=expected.told), *changes, say("call-tells-together")]


def changed_means(expected: Expected | None, say: Say) -> Markup:
    """Say how many are told of a change that is shown already."""
    told = expected.told if expected else 0
    return say("call-move-told", count=told) if told else say("call-tells-no-change")


def telling(difference: Difference, say: Say) -> Markup:
    """Say that those who rely on what has changed are told, or that nobody does."""
    return say("call-amended-telling" if difference else "call-amended-quietly")
