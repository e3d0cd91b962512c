"""What members see of calls: the lists. Pure: facts in, card out."""

from collections.abc import Callable
from datetime import datetime

from handlers.buttons import Button
from handlers.calls import buttons, words
from handlers.home import Home
from handlers.paging import page_line, turning
from handlers.screen import Key, Keys, Refusal, Screen, in_rows, lines
from handlers.texts import Say
from storage.calls.reading import Row
from storage.calls.rules import Topic
from storage.pages import Page
from storage.people import Person


def no_such(say: Say) -> Screen:
    """Say that there is no such call."""
    return Refusal(say("call-gone"), [[Key(say.label("key-calls"), buttons.Calls(0, ""))]])


def running(
    page: Page[Row], topic: Topic | None, person: Person, say: Say, now: datetime, *, offer: bool = False
) -> Screen:
    """List the calls that can be applied to; whoever has never chosen anything is offered to follow them."""
    head = say("calls-card") if topic is None else say("calls-of-topic", topic=words.topic(topic, say))
    said = [say("calls-count", count=page.total), say("calls-marks")] if page.total else [say("calls-none")]
    offered = [
        Key(say.label("key-follow-all"), buttons.FollowTopic("", 1)),
        Key(say.label("key-choose-topics"), buttons.FollowTopics()),
    ]
    chosen = topic or ""
    keys = [
        offered if offer else [],
        *_listed(page, lambda number: buttons.Calls(number, chosen), say, now),
        *_ways(person, say, follows=not offer),
        [_back(say, Home() if topic is None else buttons.Topics())],
    ]
    text = lines(head, *said, page_line(page, say), *(["", say("calls-offer")] if offer else []))
    return Screen(text, keys)


def _ways(person: Person, say: Say, *, follows: bool) -> Keys:
    """Give the buttons from the list to what else there is."""
    keys = [Key(say.label("key-topics"), buttons.Topics())]
    if follows:
        keys.append(Key(say.label("key-following"), buttons.Following()))
    if person.library is not None:
        keys.append(Key(say.label("key-our-calls"), buttons.OurCalls(0)))
    return in_rows([*keys, Key(say.label("key-past-calls"), buttons.PastCalls(0))], 2)


def topics(say: Say) -> Screen:
    """Ask for a topic."""
    keys = [Key(words.topic(one, say), buttons.Calls(0, one)) for one in Topic]
    return Screen(say("calls-topics"), [*in_rows(keys, 2), [_back(say, buttons.Calls(0, ""))]])


def past(page: Page[Row], say: Say, now: datetime) -> Screen:
    """List the calls that are over."""
    said = say("calls-past-count", count=page.total) if page.total else say("calls-past-none")
    keys = _listed(page, buttons.PastCalls, say, now)
    return Screen(lines(say("calls-past"), said, page_line(page, say)), [*keys, [_back(say, buttons.Calls(0, ""))]])


def ours(page: Page[Row], say: Say, now: datetime) -> Screen:
    """List the calls on which the library has declared something."""
    said = say("calls-ours-count", count=page.total) if page.total else say("calls-ours-none")
    keys = _listed(page, buttons.OurCalls, say, now)
    return Screen(lines(say("calls-ours"), said, page_line(page, say)), [*keys, [_back(say, buttons.Calls(0, ""))]])


def _listed(page: Page[Row], to: Callable[[int], Button], say: Say, now: datetime) -> Keys:
    rows = [[Key(label(row, say, now), buttons.OpenCall(row.call.id))] for row in page.lines]
    return [*rows, turning(page, to, say)]


def label(row: Row, say: Say, now: datetime) -> str:
    """Name a call on a button: what the library intends, how many days are left, the title."""
    mark = say.label(f"call-mark-{row.intent}") if row.intent else say.label("call-mark-new") if row.new else ""
    title = words.title(row.call, say)
    following = row.call.next_deadline(now) if row.call.runs(now) else None
    if following is None:
        return words.cut(say.label("key-call", mark=mark, title=title))
    left = words.days_left(following.when, say, now)
    return words.cut(say.label("key-call-left", mark=mark, left=left, title=title))


SHORTLY = 3
"""So many calls stand on the card of all that is mine."""


def mine_section(page: Page[Row], say: Say, now: datetime) -> tuple[str, Keys] | None:
    """Give the calls on which somebody's library has declared something, the last ones of them."""
    if not page.total:
        return None
    keys = [[Key(label(row, say, now), buttons.OpenCall(row.call.id))] for row in page.lines[:SHORTLY]]
    rest = [Key(say.label("key-all-our-calls", count=page.total), buttons.OurCalls(0))] if page.total > SHORTLY else []
    return say("calls-mine-count", count=page.total), [*keys, rest]


def _back(say: Say, to: Button) -> Key:
    return Key(say.label("key-back"), to)
