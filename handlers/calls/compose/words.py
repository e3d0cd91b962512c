"""How the draft of a call is put into words, and what is still wrong with it. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from handlers.calls import words
from handlers.calls.compose.facts import Facts
from handlers.calls.compose.steps import PARTS, Step
from handlers.calls.compose.taking import AT_MOST
from handlers.screen import lines
from handlers.texts import Markup, Say
from storage.calls import drafting, rules
from storage.calls.rules import Content, Deadline, Details, Problem, Topic
from storage.drafts import Draft

SHORT = 100
"""So much of a longer text is shown while the call is being written."""

LISTED = 6
"""So many deadlines are shown there."""

NAMED = 3
"""So many documents are named there."""

OF_PART = {
    Step.TITLE_SL: Problem.NO_TITLE,
    Step.CALLER: Problem.NO_CALLER,
    Step.TOPICS: Problem.NO_TOPIC,
    Step.LINK: Problem.NO_LINK,
    Step.AMOUNT: Problem.AMOUNT,
    Step.DOCUMENTS: Problem.TOO_MANY_DOCUMENTS,
}
"""Which part each problem is about, beside those of deadlines and of length."""


def so_far(draft: Draft, facts: Facts, say: Say, now: datetime, *, checked: bool = False) -> str:
    """Say what there is of the call by now; `checked`, with what is wrong with each part."""
    content = drafting.content(draft.data)
    problems = rules.check(content) if checked else []
    said: list[str | None] = []
    for part in PARTS:
        there = bool(draft.data.get(part)) or (checked and part in {Step.KINDS, Step.DEADLINES})
        said += [*(_part(content, part, facts, say, now) if there else ()), *_wrong(draft.data, part, problems, say)]
    return lines(*said)


def _part(content: Content, part: Step, facts: Facts, say: Say, now: datetime) -> Sequence[str | None]:
    """Say one part."""
    one = content.details
    match part:
        case Step.TOPICS:
            return [say("call-write-topics", topics=words.topics(one.topics, say))]
        case Step.KINDS:
            return [may_apply(one, facts, say)]
        case Step.AMOUNT:
            return [words.money(one, say)]
        case Step.COFINANCING:
            return [] if one.amount else [words.money(one, say)]
        case Step.DOCUMENTS:
            return [documents(one, say)]
        case Step.DEADLINES:
            return deadlines(content.deadlines, say, now)
        case _:
            return [say(f"call-write-{part.replace('_', '-')}", text=short(getattr(one, part)))]


def _wrong(data: Mapping[str, Any], part: Step, problems: Sequence[Problem], say: Say) -> list[Markup]:
    """Say what is wrong with a part."""
    length, most = len(data.get(part) or "") if part in AT_MOST else 0, AT_MOST.get(part, 0)
    if Problem.TOO_LONG in problems and length > most:
        return [say("call-problem-too-long", count=length, most=most)]
    if part is Step.DEADLINES:
        about = [Problem.TOO_MANY_DEADLINES, Problem.KIND]
        too_long = [say("call-problem-deadline-too-long")] if _too_long(data) else []
        return [*(say(f"call-problem-{one}") for one in about if one in problems), *too_long]
    problem = OF_PART.get(part)
    return [say(f"call-problem-{problem}")] if problem in problems else []


def _too_long(data: Mapping[str, Any]) -> bool:
    said = [(one.get("label"), Step.LABEL) for one in data.get("deadlines", ())]
    said += [(one.get("words"), Step.WORDS) for one in data.get("deadlines", ())]
    return any(len(text or "") > AT_MOST[step] for text, step in said)


def short(text: str, most: int = SHORT) -> str:
    """Return the first words of a text, in one line."""
    return words.cut(" ".join(text.split()), most)


def may_apply(of: Details, facts: Facts, say: Say) -> Markup:
    """Say which kinds of libraries may apply, and how many libraries these are."""
    count = facts.asked(of.kinds)
    if not of.kinds:
        return say("call-write-all-kinds", count=count)
    return say("call-write-kinds", kinds=words.may_apply(of, say), count=count)


def documents(of: Details, say: Say) -> Markup:
    """Name the first documents, and say how many more there are."""
    names = ", ".join(short(one.name, words.LABEL) for one in of.documents[:NAMED])
    more = len(of.documents) - NAMED
    return say("call-write-documents", names=names) if more <= 0 else say(
        "call-write-documents-more", names=names, count=more)  # fmt: skip


def deadlines(of: Sequence[Deadline], say: Say, now: datetime) -> list[str | None]:
    """Say the first deadlines, a line each, and how many more there are."""
    if not of:
        return [say("call-write-no-deadlines")]
    more = len(of) - LISTED
    said: list[str | None] = [words.line(cut(one), say, now) for one in of[:LISTED]]
    return [*said, say("call-more-deadlines", count=more) if more > 0 else None]


def cut(one: Deadline) -> Deadline:
    """Shorten what a deadline says in words, so that many fit on a card."""
    said = None if one.when.words is None else short(one.when.words)
    label = None if one.label is None else short(one.label, words.LABEL)
    return replace(one, label=label, when=replace(one.when, words=said))


def clashes(draft: Draft, facts: Facts, say: Say, now: datetime) -> list[str]:
    """Say of which parts somebody else has written something else meanwhile, and what."""
    found, theirs = draft.data.get("clashes"), facts.one
    if not found or theirs is None:
        return []
    said = [
        say("call-write-theirs", part=field_name(name, say), said=_value(theirs.details, name, say))
        for name in found["fields"]
    ]
    by_number = {one.id: one for one in theirs.deadlines}
    for number in found["deadlines"]:
        one = by_number.get(number)
        said.append(say("call-write-theirs-gone") if one is None else say(
            "call-write-theirs", part=words.name(one, say), said=short(words.when(one, say, now))))  # fmt: skip
    return ["", *said] if said else []


def field_name(part: str, say: Say) -> str:
    """Name a part of a call, as on the button that leads to it."""
    return say.label(f"key-call-field-{part.replace('_', '-')}")


def _value(of: Details, name: str, say: Say) -> str:
    """Say what a part says."""
    match name:
        case Step.TOPICS:
            return words.topics([Topic(one) for one in of.topics], say)
        case Step.KINDS:
            return words.may_apply(of, say)
        case Step.DOCUMENTS:
            return ", ".join(short(one.name, words.LABEL) for one in of.documents) or "–"
        case Step.AMOUNT if of.amount:
            return words.amount(of.amount, say)
        case _:
            return short(str(getattr(of, name) or "–"))
