"""The deadlines of a call as a member sees them. Pure."""

from datetime import datetime

from handlers.calls import buttons, words
from handlers.paging import page_line, turning
from handlers.screen import Key, Screen, lines
from handlers.texts import Markup, Say
from storage.calls.reading import Card
from storage.calls.rules import Call, CallId, Deadline, State
from storage.pages import page_of

PAGE = 6


def coming(one: Card, now: datetime) -> list[Deadline]:
    """List the deadlines that are to come, those of the library and its consortia too."""
    return [deadline for deadline in one.deadlines if deadline.when.ends_at > now]


def line(one: Card, deadline: Deadline, say: Say, now: datetime) -> Markup:
    """Say what is due when; that it is done; and when it was before, if it has moved."""
    done = say.label("call-mark-done") if deadline.id in one.met else ""
    earlier = None if deadline.id is None else one.earlier.get(deadline.id)
    told = words.deadline(deadline, say, now, done)
    if earlier is None or earlier == deadline.when:
        return told
    return say("call-deadline-moved", deadline=told, before=words.before(earlier, deadline, say, now))


def to_card(call_id: CallId, say: Say) -> Key:
    """Give the way back to a call's card."""
    return Key(say.label("key-back"), buttons.OpenCall(call_id))


def _ended(call: Call, say: Say, now: datetime) -> Markup | None:
    """Say that a call has ended before its time: its deadlines are no more."""
    return None if call.state is State.OPEN else words.standing(call, say, now)


def deadlines(one: Card, page: int, say: Say, now: datetime) -> Screen:
    """Show all deadlines of a call, those that are to come first, a page of them."""
    call, to_come = one.call, coming(one, now)
    every = [*to_come, *(deadline for deadline in one.deadlines if deadline not in to_come)]
    shown = page_of(every, page, PAGE)
    keys = [
        [Key(_label(one, deadline, say, now), buttons.OpenDeadline(call.id, deadline.id))]
        for deadline in shown.lines
        if deadline.id is not None and deadline in to_come
    ]
    text = lines(
        say("call-title", title=words.title(call, say)),
        _ended(call, say, now),
        page_line(shown, say),
        "",
        *(
            say("call-later" if deadline in to_come else "call-over-deadline", deadline=line(one, deadline, say, now))
            for deadline in shown.lines
        ),
        *(["", say("call-choose-deadline")] if keys else []),
    )
    whole = [Key(say.label("key-all-to-calendar"), buttons.ToCalendar(call.id, words.ALL))] if len(to_come) > 1 else []
    turn = turning(shown, lambda number: buttons.Deadlines(call.id, number), say)
    return Screen(text, [*keys, turn, [*whole, to_card(call.id, say)]])


def _label(one: Card, deadline: Deadline, say: Say, now: datetime) -> str:
    """Name a deadline on a button."""
    mark = say.label("call-mark-done") if deadline.id in one.met else ""
    if not one.call.holds(deadline):
        return words.cut(say.label("key-call", mark=mark, title=words.name(deadline, say)))
    left = words.days_left(deadline.when, say, now)
    return words.cut(say.label("key-call-left", mark=mark, left=left, title=words.name(deadline, say)))


def deadline(one: Card, of: Deadline, say: Say, now: datetime) -> Screen:
    """Show one deadline."""
    met, holds = of.id in one.met, one.call.holds(of)
    said = "call-next" if holds and of.when.ends_at > now else "call-over-deadline"
    text = lines(
        say("call-title", title=words.title(one.call, say)),
        None if holds else _ended(one.call, say, now),
        say(said, left=words.days_left(of.when, say, now), deadline=line(one, of, say, now)),
        say("call-own-deadline") if not of.of_all else None,
        say("call-done") if met else None,
    )
    keys = []
    if of.id is not None:
        if one.person.library is not None and holds:
            keys.append(Key(say.label("key-not-done" if met else "key-done"), buttons.Meet(of.id, int(not met))))
        keys.append(Key(say.label("key-to-calendar"), buttons.ToCalendar(one.call.id, of.id)))
    every = Key(say.label("key-back"), buttons.Deadlines(one.call.id, 0))
    return Screen(text, [keys, [every if len(one.deadlines) > 1 else to_card(one.call.id, say)]])
