"""The deadlines of a call that is being written: the list, one of them, and what is asked about it. Pure."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time

from handlers.calls import words
from handlers.calls.compose import deadlines
from handlers.calls.compose import words as so_far
from handlers.calls.compose.facts import Facts
from handlers.calls.compose.steps import Step
from handlers.dates import keys, writing
from handlers.dates.asking import local, month_shown
from handlers.guiding import back_and_leave, leave, paged, picks, said
from handlers.screen import Key, Keys, Screen, in_rows, lines
from handlers.texts import Say
from storage.calls import drafting
from storage.calls.rules import OF_CALL, Deadline, DeadlineKind
from storage.drafts import Draft


def listed(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    """List the deadlines, and offer to add one of each kind."""
    pick, there = picks(draft), drafting.content(draft.data).deadlines
    rows = [[pick(label(one, say, now), said("/open", at))] for at, one in enumerate(there)]
    add = [
        pick(say.label("key-call-add", name=say.label(f"call-deadline-{kind}")), said("/add", kind)) for kind in OF_CALL
    ]
    done = say.label("key-all-deadlines" if there else "key-without-deadlines")
    ways = [pick(say.label("key-back"), "/back"), pick(done, "/next")]
    text = lines(
        say("call-write-deadlines"),
        *so_far.deadlines(there, say, now),
        "",
        say("call-ask-more-deadlines" if there else "call-ask-deadlines"),
    )
    return Screen(text, [*paged(draft, rows, say), *in_rows(add, 2), ways, *leave(say)])


def label(one: Deadline, say: Say, now: datetime) -> str:
    """Name a deadline on a button."""
    day = writing.short(words.noon(one.when.day), now, say.language)
    return words.cut(say.label("key-call-deadline", day=day, name=words.name(one, say)))


def one_deadline(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    """Show a deadline, and what can be changed of it."""
    pick, one = picks(draft), deadlines.deadline(draft)
    if one is None:
        raise TypeError("No deadline is open.")
    provisional = say.label("key-ticked" if one.when.provisional else "key-plain", name=say.label("key-provisional"))
    fields = [pick(say.label(f"key-deadline-{step}"), said("/to", step)) for step in
              (Step.DAY, Step.HOUR, Step.KIND, Step.LABEL, Step.WORDS)]  # fmt: skip
    rows = in_rows([*fields, pick(provisional, "/provisional")], 2)
    ways = [pick(say.label("key-drop-deadline"), "/drop"), pick(say.label("key-keep"), "/next")]
    text = lines(_line(one, say, now), "", say("call-ask-deadline"))
    return Screen(text, [*rows, ways, *leave(say)])


def _line(one: Deadline, say: Say, now: datetime) -> str:
    return words.line(so_far.cut(one), say, now)


def kind(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    """Ask what a deadline is for."""
    pick = picks(draft)
    options = (pick(say.label(f"call-deadline-{one}"), said("/choose", one)) for one in OF_CALL)
    return Screen(_asks(draft, "kind", say, now), [*in_rows(options, 2), *back_and_leave(draft, say)])


def _asks(draft: Draft, ask: str, say: Say, now: datetime) -> str:
    """Say which deadline it is, and what is asked."""
    one = deadlines.deadline(draft)
    if one is not None:
        return lines(_line(one, say, now), "", say(f"call-ask-deadline-{ask}"))
    new = deadlines.is_open(draft)
    head = say("call-write-deadline", name=say.label(f"call-deadline-{DeadlineKind(new['kind'])}"))
    own = say("call-write-words", words=so_far.short(new["words"])) if new.get("words") else None
    return lines(head, own, "", say(f"call-ask-deadline-{ask}"))


def day(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    """Ask for the day, or for the day of the reminder where the call gives none."""
    pick, one = picks(draft), deadlines.is_open(draft)
    ways = [pick(say.label("key-back"), "/back")]
    if not one.get("words"):
        ways.append(pick(say.label("key-no-date"), "/words"))
    if one.get("day"):
        ways.append(pick(say.label("key-keep"), "/next"))
    ask = "reminder" if one.get("words") else "day"
    return Screen(_asks(draft, ask, say, now), [*_calendar(draft, say, now), ways, *leave(say)])


def _calendar(draft: Draft, say: Say, now: datetime) -> Keys:
    today = local(now).date()
    shown = month_shown(draft, deadlines.is_open(draft).get("day"), today)
    return keys.calendar(picks(draft), shown, today, say.language)


def hour(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    """Ask for the hour, or whether the whole day counts."""
    pick, one = picks(draft), deadlines.is_open(draft)
    ways = [pick(say.label("key-back"), "/back")]
    if one.get("hour"):
        ways.append(pick(say.label("key-keep"), "/next"))
    ask = "begins" if one["kind"] == DeadlineKind.INFORMATION else "hour"
    return Screen(_asks(draft, ask, say, now), [*_hours(draft, say, now), ways, *leave(say)])


def _hours(draft: Draft, say: Say, now: datetime) -> Keys:
    pick = picks(draft)
    usual = keys.hours(pick, date.fromisoformat(deadlines.is_open(draft)["day"]), now, say.language)
    return [[pick(say.label("key-whole-day"), "/whole")], *usual]


def moving(draft: Draft, head: str, say: Say, now: datetime) -> Screen:
    """Ask for the day or the hour to which a deadline moves; `head` says which it is, and where it was."""
    answers = _calendar(draft, say, now) if draft.step == Step.DAY else _hours(draft, say, now)
    back = [picks(draft)(say.label("key-back"), "/back")]
    to = None if draft.step == Step.DAY else say("call-move-to", day=writing.weekday(_noon(draft), now, say.language))
    return Screen(lines(head, to, "", say(f"call-move-{draft.step}")), [*answers, back, *leave(say)])


def _noon(draft: Draft) -> datetime:
    return words.noon(date.fromisoformat(deadlines.is_open(draft)["day"]))


def past(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    """Ask whether what is past already is meant."""
    pick, pending = picks(draft), draft.data["pending"]
    clock = pending.get("hour")
    when = datetime.combine(date.fromisoformat(pending["day"]), time.fromisoformat(clock) if clock else time())
    moment = words.noon(when.date())
    said_when = writing.day(moment, say.language) if clock is None else say.label(
        "call-write-moment", day=writing.day(moment, say.language), hour=keys.hour_of(clock, now, say.language)
    )  # fmt: skip
    ways: list[Key] = [pick(say.label("key-other-day"), "/back"), pick(say.label("key-past-too"), "/yes")]
    return Screen(say("call-ask-past", when=said_when), [ways, *leave(say)])


def typed(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    """Ask for a deadline's own words, or its name."""
    pick, step = picks(draft), draft.step
    ways = [pick(say.label("key-back"), "/back")]
    if deadlines.place(draft) is not None and deadlines.is_open(draft).get(step):
        ways.append(pick(say.label("key-leave-out"), "/skip"))
    return Screen(_asks(draft, step, say, now), [ways, *leave(say)])


DRAWN: Mapping[Step, Callable[[Draft, Facts, Say, datetime], Screen]] = {
    Step.DEADLINES: listed,
    Step.DEADLINE: one_deadline,
    Step.KIND: kind,
    Step.DAY: day,
    Step.HOUR: hour,
    Step.PAST: past,
    Step.WORDS: typed,
    Step.LABEL: typed,
}
