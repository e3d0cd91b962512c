"""A call as a member sees it: its card, what it is about, its documents. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from telegram.constants import ParseMode

from handlers.calls import buttons, partners, words
from handlers.calls.deadline_screens import coming, line, to_card
from handlers.calls.deciding_screens import choices
from handlers.reply import Call
from handlers.screen import Key, Keys, Screen, in_rows, lines
from handlers.texts import Markup, Say
from storage.calls.reading import Card
from storage.calls.rules import VOTERS, Details

SHARE = 24
"""A longer word on co-financing is not on the card, but in what is said of the call."""


def card(one: Card, say: Say, now: datetime) -> Screen:
    """Show a call."""
    call = one.call
    text = lines(
        words.face(call, say),
        words.standing(call, say, now),
        _deadlines(one, say, now),
        _money(call.details, say),
        say("call-kinds", kinds=words.may_apply(call.details, say)) if call.details.kinds else None,
        _ours(one, say),
        *_proposals(one, say),
        say("call-changed-seen") if _asked(one, now) else None,
    )
    return Screen(text, [*_act(one, say, now), *_look(one, say, now), [back(say)]])


def _money(of: Details, say: Say) -> Markup | None:
    """Say what a project gets, in a line."""
    short = of.cofinancing is None or len(of.cofinancing) <= SHARE
    return words.money(of if short else replace(of, cofinancing=None), say)


def _deadlines(one: Card, say: Say, now: datetime) -> Markup | None:
    """Say which deadline comes next, and until when something is to be handed in; how many others there are.

    Of a call that is over only those of a project are to come.
    """
    to_come = [deadline for deadline in coming(one, now) if one.call.holds(deadline)]
    if not to_come:
        return say("call-no-deadline") if one.call.runs(now) else None
    following, *later = words.ahead(to_come)
    rest = len(to_come) - 1 - len(later)
    left = words.days_left(following.when, say, now)
    return Markup(
        lines(
            say("call-next", left=left, deadline=line(one, following, say, now)),
            *(say("call-later", deadline=line(one, other, say, now)) for other in later),
            say("call-more-deadlines", count=rest) if rest else None,
        )
    )


def _asked(one: Card, now: datetime) -> bool:
    """Tell whether somebody is still to say that they have seen a change: until the call is over."""
    return one.asked and one.call.runs(now)


def _ours(one: Card, say: Say) -> Markup | None:
    """Say what the library of whoever looks has declared."""
    library = one.person.library
    if library is None:
        return None
    if one.intent is None and not one.call.details.admits(library.kind):
        return say("call-not-for-kind")
    return say("call-ours", intent=words.intent(one.intent, say))


PROPOSALS_SHOWN = 2


def _proposals(one: Card, say: Say) -> Sequence[Markup]:
    """Say who proposes what else."""
    told = [proposal for proposal in one.proposals if proposal.intent is not one.intent]
    return [say("call-proposal", name=proposal.name, intent=words.intent(proposal.intent, say))
            for proposal in told[-PROPOSALS_SHOWN:]]  # fmt: skip


def _act(one: Card, say: Say, now: datetime) -> Keys:
    """Give the buttons with which something is said: that a change was seen, what the library intends."""
    seen = [Key(say.label("key-saw"), buttons.Saw(one.call.id))] if _asked(one, now) else []
    offered = choices(one, now)
    if one.person.role in VOTERS and one.intent is None and len(offered) > 1:
        return [
            seen,
            *in_rows((Key(say.label(f"key-intent-{to}"), buttons.Declare(one.call.id, to)) for to in offered), 2),
        ]
    label = "key-decide" if one.person.role in VOTERS else "key-propose"
    return [seen, [Key(say.label(label), buttons.Decide(one.call.id))] if offered else []]


def _look(one: Card, say: Say, now: datetime) -> Keys:
    """Give the buttons to what else there is of a call."""
    call, details = one.call, one.call.details
    keys = []
    only = one.deadlines[0].id if len(one.deadlines) == 1 else None
    if only is not None:
        keys.append(Key(say.label("key-deadline"), buttons.OpenDeadline(call.id, only)))
    elif one.deadlines:
        keys.append(Key(say.label("key-deadlines"), buttons.Deadlines(call.id, 0)))
    if details.summary(say.language) or details.topics:
        keys.append(Key(say.label("key-about-call"), buttons.About(call.id)))
    if details.documents:
        keys.append(Key(say.label("key-documents", count=len(details.documents)), buttons.Documents(call.id)))
    if details.link:
        keys.append(Key(say.label("key-link"), details.link))
    keys += partners.keys(one.ways, call, say, now)
    if call.runs(now):
        keys.append(_follow(one, say))
    return in_rows(keys, 2)


def _follow(one: Card, say: Say) -> Key:
    """Give the button with which somebody hears more of a call, or nothing more."""
    if one.muted:
        return Key(say.label("key-unmute"), buttons.Mute(one.call.id, 0))
    if one.watches and not one.follows:
        return Key(say.label("key-unwatch"), buttons.Watch(one.call.id, 0))
    if one.follows or (one.intent is not None and one.person.role in VOTERS):
        return Key(say.label("key-mute"), buttons.Mute(one.call.id, 1))
    return Key(say.label("key-watch"), buttons.Watch(one.call.id, 1))


def back(say: Say) -> Key:
    """Give the way back to the list."""
    return Key(say.label("key-back"), buttons.Calls(0, ""))


def about(one: Card, say: Say) -> Screen:
    """Show what a call is about."""
    details = one.call.details
    text = lines(
        say("call-title", title=words.title(one.call, say)),
        "",
        say("call-summary", text=details.summary(say.language) or say.label("call-no-summary")),
        "",
        say("call-topics", topics=words.topics(details.topics, say)) if details.topics else None,
        words.money(details, say),
        say("call-kinds", kinds=words.may_apply(details, say)),
        say("call-link", link=details.link) if details.link else None,
    )
    return Screen(text, [[to_card(one.call.id, say)]])


def documents(one: Card, say: Say) -> Sequence[Call]:
    """Lay out the documents of a call: one file, or an album of them."""
    call = one.call
    caption = {"caption": say("call-documents", title=words.title(call, say)), "parse_mode": ParseMode.HTML}
    files = [document.file_id for document in call.details.documents]
    if len(files) == 1:
        return [Call("sendDocument", {"document": files[0], **caption})]
    media: list[dict[str, Any]] = [{"type": "document", "media": file} for file in files]
    media[-1] |= caption
    return [Call("sendMediaGroup", {"media": media}, messages=len(media))]
