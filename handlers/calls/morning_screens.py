"""The morning's message: deadlines that come, and calls that are new. Pure."""

from collections.abc import Sequence
from datetime import datetime

from handlers.calls import buttons, words
from handlers.paging import PAGE, page_line, turning
from handlers.screen import Key, Keys, Screen, lines
from handlers.texts import Markup, Say
from storage.calls.notices import Morning
from storage.calls.rules import Call, Deadline
from storage.pages import page_of

FEW = 6
"""So many reminders and new calls stand in a morning's message; of more, one less, and how many there are else."""

Entry = tuple[Call, Deadline | None]
"""A call with the deadline of which somebody is reminded, or a new one."""


def _entries(one: Morning) -> list[Entry]:
    return [*one.reminders, *((call, None) for call in one.new)]


def _line(entry: Entry, say: Say, now: datetime) -> Markup:
    call, deadline = entry
    if deadline is None:
        title, following = words.cut(words.title(call, say)), call.next_deadline(now)
        if following is None:
            return say("morning-new-open", title=title)
        return say("morning-new", title=title, left=words.days_left(following.when, say, now))
    title, left = words.cut(words.title(call, say), words.SENTENCE), words.days_left(deadline.when, say, now)
    return say("morning-reminder", left=left, title=title, deadline=words.deadline(deadline, say, now))


def _ways(every: Sequence[Entry], shown: Sequence[Entry], say: Say) -> Keys:
    """Give the way to each call; of several, none takes the place of the message that leads to the others."""
    distinct = {call.id: call for call, _ in shown}
    way = buttons.OpenBelow if len({call.id for call, _ in every}) > 1 else buttons.OpenCall
    return [[Key(words.cut(words.title(call, say)), way(call.id))] for call in distinct.values()]


def morning(one: Morning, say: Say, now: datetime) -> Screen:
    """Remind of deadlines and tell of new calls, all in one."""
    every = _entries(one)
    shown = every if len(every) <= FEW else every[: FEW - 1]
    reminders, new = [entry for entry in shown if entry[1]], [entry for entry in shown if not entry[1]]
    rest = len(every) - len(shown)
    text = lines(
        say("morning-reminders", count=len(one.reminders)) if reminders else None,
        *(_line(entry, say, now) for entry in reminders),
        say("morning-new-calls", count=len(one.new)) if new else None,
        *(_line(entry, say, now) for entry in new),
        say("morning-rest", count=rest) if rest else None,
    )
    return Screen(text, [*_morning_keys(one, shown, say), _all(one, len(every), say) if rest else []])


def _morning_keys(one: Morning, shown: Sequence[Entry], say: Say) -> Keys:
    """Give the way to each call; where there is one deadline only, that it is done can be said at once."""
    if len(one.reminders) == 1 and not one.new:
        ((call, deadline),) = one.reminders
        number = deadline.id if one.meets else None
        done = [] if number is None else [Key(say.label("key-done"), buttons.Meet(number, 1))]
        return [[*done, Key(say.label("key-open-call"), buttons.OpenCall(call.id))]]
    return _ways(_entries(one), shown, say)


def _all(one: Morning, count: int, say: Say) -> Sequence[Key]:
    return [Key(say.label("key-whole-morning", count=count), buttons.WholeMorning(one.occasion, 0))]


def whole_morning(one: Morning | None, page: int, say: Say, now: datetime) -> Screen:
    """Show all that a morning's message had to say, a page of it, as far as it still holds."""
    back = Key(say.label("key-calls"), buttons.Calls(0, ""))
    if one is None:
        return Screen(say("morning-over"), [[back]])
    every = _entries(one)
    shown = page_of(every, page, PAGE)
    turn = turning(shown, lambda to: buttons.WholeMorning(one.occasion, to), say)
    text = lines(page_line(shown, say), *(_line(entry, say, now) for entry in shown.lines))
    return Screen(text, [*_ways(every, shown.lines, say), turn, [back]])
