"""What is seen of the deadlines of granted projects. Pure."""

from datetime import datetime

from handlers.calls import buttons as calls
from handlers.calls import words as call_words
from handlers.calls.partners import consortium_buttons as buttons
from handlers.calls.partners import words
from handlers.screen import Key, Screen, lines
from handlers.texts import Markup, Say
from storage.calls.milestones import Own, Project
from storage.calls.rules import Deadline, DeadlineKind


def project(one: Project, say: Say, now: datetime, *said: Markup | None) -> Screen:
    """List the deadlines of a library's project and of its consortium, below a word on what has happened."""
    first = [part for part in said if part is not None]
    text = lines(
        *([*first, ""] if first else []),
        say("project-card"),
        words.of_call(one.call, say),
        "",
        *([_line(deadline, one, say, now) for deadline in one.deadlines] or [say("project-none")]),
    )
    rows = [[Key(_label(deadline, one, say, now), buttons.OpenOwn(deadline.id))] for deadline in one.deadlines
            if deadline.id is not None]  # fmt: skip
    new = [Key(say.label("key-project-new"), buttons.NewOwn(one.call.id, buttons.NO_CONSORTIUM))]
    of_all = [Key(say.label("key-project-new-consortium"), buttons.NewOwn(one.call.id, one.leads))] if one.leads else []
    return Screen(text, [*rows, new if one.may else [], of_all if one.may else [], [words.to_call(one.call.id, say)]])


def _line(deadline: Deadline, one: Project, say: Say, now: datetime) -> Markup:
    """Say what is due when, whether it is done, and whether it is past."""
    told = call_words.deadline(deadline, say, now, say.label("call-mark-done") if deadline.id in one.met else "")
    return say("call-later" if deadline.when.ends_at > now else "call-over-deadline", deadline=told)


def _label(deadline: Deadline, one: Project, say: Say, now: datetime) -> str:
    mark = say.label("call-mark-done") if deadline.id in one.met else ""
    name = call_words.name(deadline, say)
    if deadline.when.ends_at <= now:
        return call_words.cut(say.label("key-call", mark=mark, title=name))
    left = call_words.days_left(deadline.when, say, now)
    return call_words.cut(say.label("key-call-left", mark=mark, left=left, title=name))


def own(one: Own, say: Say, now: datetime) -> Screen:
    """Show a deadline of a library or of its consortium."""
    deadline = one.deadline
    if deadline.id is None:
        raise RuntimeError("What is shown was written down.")
    text = lines(
        words.deadline(deadline, say, now),
        words.of_call(one.call, say),
        say("project-of", name=one.of.name) if one.of else None,
        say("project-met") if one.met else None,
    )
    meet = Key(say.label("key-not-done" if one.met else "key-done"),
               calls.Meet(deadline.id, int(not one.met)))  # fmt: skip
    change = []
    if one.may:
        change.append(Key(say.label("key-project-change"), buttons.ChangeOwn(deadline.id)))
    if one.may and deadline.kind is not DeadlineKind.PAPERS:
        change.append(Key(say.label("key-project-strike"), buttons.StrikeOwn(deadline.id, 0)))
    return Screen(text, [[meet], change, [_back(one, say)]])


def _back(one: Own, say: Say) -> Key:
    if one.of is not None and one.deadline.kind is DeadlineKind.PAPERS:
        return Key(say.label("key-back"), buttons.OpenConsortium(one.of.id))
    return Key(say.label("key-back"), buttons.Project(one.call.id))


def ask_strike(one: Own, say: Say, now: datetime) -> Screen:
    """Ask whether a deadline is to be struck out."""
    number = one.deadline.id
    if number is None:
        raise RuntimeError("What is shown was written down.")
    text = lines(say("project-strike-question"), words.deadline(one.deadline, say, now))
    keys = [Key(say.label("key-project-strike"), buttons.StrikeOwn(number, 1)),
            Key(say.label("key-back"), buttons.OpenOwn(number))]  # fmt: skip
    return Screen(text, [keys])
