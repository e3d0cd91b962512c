"""Calls in words: deadlines, days left, amounts, topics, intents, for cards, lists and messages alike. Pure."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from handlers.dates import writing
from handlers.membership.names import kind_name
from handlers.screen import lines
from handlers.texts import Markup, Say
from storage.calls.rules import (
    APPLICATIONS,
    Call,
    Deadline,
    DeadlineId,
    DeadlineKind,
    Details,
    Intent,
    State,
    Topic,
    When,
)
from storage.local_time import LJUBLJANA, resolve_late

ALL = DeadlineId(0)
"""Stands for all deadlines of a call."""

LABEL = 40
"""A longer label is cut by telephones in the middle of a word; here it is cut between two."""


SENTENCE = 60
"""So much of a title stands inside a sentence or a line of many."""


QUOTED = 100
"""So much of a call's own words stands for when a deadline is."""


def cut(text: str, most: int = LABEL) -> str:
    """Cut a text between two words so that it fits."""
    if len(text) <= most:
        return text
    head = text[: most - 1]
    return (head.rpartition(" ")[0] or head).rstrip(" –-,:·(") + "…"


def title(call: Call, say: Say) -> str:
    """Return the title in the reader's language, or as it is."""
    return call.details.title(say.language)


def noon(day: date) -> datetime:
    """Return a moment in the middle of a day in Ljubljana, to name the day by."""
    return resolve_late(datetime.combine(day, time(12)))


def days(when: When, now: datetime) -> int:
    """Count the local days until the day of a deadline; negative when it is past."""
    return (when.day - now.astimezone(LJUBLJANA).date()).days


def days_left(when: When, say: Say, now: datetime) -> str:
    """Say how many days are left: today, tomorrow, so many more."""
    return say.label("call-days-left", days=days(when, now))


def name(one: Deadline, say: Say) -> str:
    """Name a deadline: as it was called, or by its kind."""
    return one.label or say.label(f"call-deadline-{one.kind}")


def moment(of: When, kind: DeadlineKind, say: Say, now: datetime) -> str:
    """Say when a deadline is: its day with the day of the week, and until which hour; or in the call's own words."""
    day = writing.weekday(noon(of.day), now, say.language)
    if of.words is not None:
        return say.label("call-when-words", words=cut(of.words, QUOTED), day=day)
    happens = kind is DeadlineKind.INFORMATION
    if of.hour is None:
        said = say.label("call-when-day" if happens else "call-when-whole-day", day=day)
    else:
        hour = writing.hour(of.ends_at, say.language)
        said = say.label("call-when-at" if happens else "call-when-until", day=day, hour=hour)
    return say.label("call-when-provisional", when=said) if of.provisional else said


def was(earlier: When, one: Deadline, say: Say, now: datetime) -> str:
    """Say when a deadline was before it moved; words that it still has are not said again."""
    if earlier.words is None or earlier.words != one.when.words or earlier.day == one.when.day:
        return moment(earlier, one.kind, say, now)
    return writing.weekday(noon(earlier.day), now, say.language)


def before(earlier: When, one: Deadline, say: Say, now: datetime) -> str:
    """Say in short when a deadline was before it moved: on which day, or, if that is the same, until which hour."""
    if earlier.day == one.when.day or earlier.words is not None:
        return was(earlier, one, say, now)
    return writing.weekday(noon(earlier.day), now, say.language)


def when(one: Deadline, say: Say, now: datetime) -> str:
    """Say when a deadline is."""
    return moment(one.when, one.kind, say, now)


def deadline(one: Deadline, say: Say, now: datetime, mark: str = "") -> Markup:
    """Say what is due when, in one line."""
    return say("call-deadline", mark=mark, name=name(one, say), when=when(one, say, now))


def ahead(to_come: Sequence[Deadline]) -> Sequence[Deadline]:
    """Choose which of some deadlines are said first: the next one, and until when something is to be handed in."""
    following, applying = to_come[:1], [one for one in to_come if one.kind in APPLICATIONS][:1]
    return following if following == applying else [*following, *applying]


def coming(call: Call, say: Say, now: datetime) -> Sequence[Markup]:
    """Say which deadline of a call comes next, and until when something is to be handed in."""
    found = ahead([one for one in call.deadlines if one.when.ends_at > now])
    return [
        line(one, say, now) if at else say(
            "call-next", left=days_left(one.when, say, now), deadline=deadline(one, say, now)
        )
        for at, one in enumerate(found)
    ]  # fmt: skip


def line(one: Deadline, say: Say, now: datetime) -> Markup:
    """Say what is due when, in a line of a card."""
    return say("call-later", deadline=deadline(one, say, now))


def amount(of: int, say: Say) -> str:
    """Say how much a project gets at most."""
    return say.label("call-up-to", amount=of)


def money(of: Details, say: Say) -> Markup | None:
    """Say what a project gets, and how much of it; None if nothing is known."""
    if of.amount is None:
        return say("call-cofinancing", share=of.cofinancing) if of.cofinancing else None
    if of.cofinancing is None:
        return say("call-amount", amount=amount(of.amount, say))
    return say("call-amount-share", amount=amount(of.amount, say), share=of.cofinancing)


def topic(of: Topic, say: Say) -> str:
    """Name a topic."""
    return say.label(f"call-topic-{of}")


def topics(of: Iterable[Topic], say: Say) -> str:
    """Name topics, one after the other."""
    return ", ".join(topic(one, say) for one in of)


def may_apply(of: Details, say: Say) -> str:
    """Say who may apply."""
    return ", ".join(kind_name(kind, say) for kind in of.kinds) or say.label("call-all-may-apply")


def intent(of: Intent | None, say: Say) -> str:
    """Name what a library has declared; with None, that it is undecided."""
    return say.label("call-intent-none" if of is None else f"call-intent-{of}")


def face(call: Call, say: Say) -> Markup:
    """Say what a call is and who calls."""
    return Markup(
        lines(say("call-title", title=title(call, say)), say("call-caller", caller=call.details.caller))
    )  # fmt: skip


def standing(call: Call, say: Say, now: datetime) -> Markup | None:
    """Say that a call is over and how; None while it runs."""
    if call.runs(now):
        return None
    if call.state is State.OPEN:
        return say("call-over")
    return say("call-withdrawn" if call.state is State.WITHDRAWN else "call-closed")
