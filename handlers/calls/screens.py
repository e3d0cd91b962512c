"""What members see of calls: lists and a card. Pure: facts in, card out."""

from collections.abc import Callable
from datetime import datetime

from handlers.buttons import Button
from handlers.calls import buttons, words
from handlers.events.words import turning
from handlers.home import Home
from handlers.screen import Key, Keys, Refusal, Screen, in_rows, lines
from handlers.texts import Markup, Say
from storage.calls.reading import Card, Listed, Row
from storage.calls.rules import Topic


def no_such(say: Say) -> Screen:
    """Say that there is no such call."""
    return Refusal(say("call-gone"), [[Key(say.label("key-calls"), buttons.Calls(0, ""))]])


def running(page: Listed, topic: Topic | None, say: Say, now: datetime) -> Screen:
    """List the calls that can be applied to."""
    head = say("calls-card") if topic is None else say("calls-of-topic", topic=words.topic(topic, say))
    said = say("calls-count", count=page.count) if page.count else say("calls-none")
    chosen = topic or ""
    ways = [
        Key(say.label("key-topics"), buttons.Topics()),
        Key(say.label("key-our-calls"), buttons.OurCalls(0)),
        Key(say.label("key-past-calls"), buttons.PastCalls(0)),
    ]
    keys = _listed(page, lambda number: buttons.Calls(number, chosen), say, now)
    back = Home() if topic is None else buttons.Topics()
    return Screen(lines(head, said, _which(page, say)), [*keys, ways, [_back(say, back)]])


def topics(say: Say) -> Screen:
    """Ask for a topic."""
    keys = [Key(words.topic(one, say), buttons.Calls(0, one)) for one in Topic]
    return Screen(say("calls-topics"), [*in_rows(keys, 2), [_back(say, buttons.Calls(0, ""))]])


def past(page: Listed, say: Say, now: datetime) -> Screen:
    """List the calls that are over."""
    said = say("calls-past-count", count=page.count) if page.count else say("calls-past-none")
    keys = _listed(page, buttons.PastCalls, say, now)
    return Screen(lines(say("calls-past"), said, _which(page, say)), [*keys, [_back(say, buttons.Calls(0, ""))]])


def ours(page: Listed, say: Say, now: datetime) -> Screen:
    """List the calls on which the library has declared something."""
    said = say("calls-ours-count", count=page.count) if page.count else say("calls-ours-none")
    keys = _listed(page, buttons.OurCalls, say, now)
    return Screen(lines(say("calls-ours"), said, _which(page, say)), [*keys, [_back(say, buttons.Calls(0, ""))]])


def _which(page: Listed, say: Say) -> Markup | None:
    return say("calls-page", page=page.number + 1, pages=page.pages) if page.pages > 1 else None


def _listed(page: Listed, to: Callable[[int], Button], say: Say, now: datetime) -> Keys:
    rows = [[Key(label(row, say, now), buttons.OpenCall(row.call.id))] for row in page.rows]
    return [*rows, turning(page, to, say)]


def label(row: Row, say: Say, now: datetime) -> str:
    """Name a call on a button: what the library intends, how many days are left, the title."""
    mark = say.label(f"call-mark-{row.intent}") if row.intent else ""
    title = words.title(row.call, say)
    following = row.call.next_deadline(now) if row.call.runs(now) else None
    if following is None:
        return words.cut(say.label("key-call", mark=mark, title=title))
    left = words.days_left(following.when, say, now)
    return words.cut(say.label("key-call-left", mark=mark, left=left, title=title))


def _back(say: Say, to: Button) -> Key:
    return Key(say.label("key-back"), to)


def card(one: Card, say: Say, now: datetime) -> Screen:
    """Show a call."""
    call = one.call
    to_come = [deadline for deadline in one.deadlines if deadline.when.ends_at > now]
    text = lines(
        words.face(call, say),
        words.standing(call, say, now),
        *(words.deadline(deadline, say, now) for deadline in to_come),
        words.money(call.details, say),
    )
    return Screen(text, [[_back(say, buttons.Calls(0, ""))]])
