"""How the questions that an event asks are written, put in order and removed. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from handlers.conversation import Misread
from handlers.dates.asking import one_line
from handlers.events.steps import Step
from storage.drafts import Draft
from storage.events import plain, questions
from storage.events.questions import OPTIONS_AT_MOST, QUESTIONS_AT_MOST, TEXT_AT_MOST, Condition, Option, Question

STEPS = {Step.QUESTIONS, Step.QUESTION, Step.WORDING, Step.OPTIONS, Step.CONDITION, Step.REMOVAL}
CHOOSE = Misread("guide-choose")
BETWEEN = "|"
"""Stands between what is said in Slovene and in English."""

Answer = Draft | Misread


def asked(draft: Draft) -> tuple[Question, ...]:
    """Read the questions."""
    return plain.questions(draft.data.get("questions", ()))


def current(draft: Draft) -> Question | None:
    """Find the question that is open."""
    return next((one for one in asked(draft) if one.id == draft.data.get("at")), None)


def conditions(draft: Draft) -> list[tuple[Question, Option]]:
    """List the earlier answers on which the open question can depend."""
    found = asked(draft)
    place = next((place for place, one in enumerate(found) if one.id == draft.data.get("at")), 0)
    return [(one, option) for one in found[:place] for option in one.options]


def _with(draft: Draft, step: Step, found: Sequence[Question], wrong: str, **data: object) -> Answer:
    """Put questions into the draft, unless something does not fit any more: then say what is `wrong`."""
    if questions.check(found):
        return Misread(wrong)
    return draft.at(step, questions=plain.of_questions(found) or None, **data)


def _put(draft: Draft, step: Step, one: Question, wrong: str = "question-needed") -> Answer:
    """Put a question in place of the open one."""
    return _with(draft, step, [one if other.id == one.id else other for other in asked(draft)], wrong)


def _fresh(known: Sequence[str], now: datetime) -> str:
    """Make a number that nothing had before, not even what has been removed since."""
    number = int(now.timestamp())
    while str(number) in known:
        number += 1
    return str(number)


def _texts(said: str) -> tuple[str, str | None] | Misread:
    """Read a text in Slovene, and behind a stroke in English."""
    slovene, _, english = said.partition(BETWEEN)
    texts = one_line(slovene), one_line(english) or None
    if not texts[0]:
        return Misread("question-no-slovene")
    longest = max(len(text) for text in texts if text)
    if longest > TEXT_AT_MOST:
        return Misread("guide-too-long", {"count": longest, "most": TEXT_AT_MOST})
    return texts


def hear(draft: Draft, said: str, now: datetime) -> Answer:
    """Take what is said at one of the steps of questions."""
    step, (word, _, argument) = Step(draft.step), said.partition(" ")
    match step:
        case Step.QUESTIONS:
            return _listed(draft, word, argument)
        case Step.WORDING:
            return CHOOSE if said.startswith("/") else _worded(draft, said, now)
    one = current(draft)
    if one is None:
        return draft.at(Step.QUESTIONS)
    match step:
        case Step.OPTIONS if not said.startswith("/"):
            return _options(draft, one, said, now)
        case Step.OPTIONS:
            return _option(draft, one, word, argument)
        case Step.CONDITION:
            return _condition(draft, one, word, argument)
        case _:
            return _opened(draft, one, word, argument)


def _listed(draft: Draft, word: str, argument: str) -> Answer:
    """At the list: open a question, or begin another."""
    if word == "/add":
        full = len(asked(draft)) >= QUESTIONS_AT_MOST
        return Misread("question-too-many", {"most": QUESTIONS_AT_MOST}) if full else draft.at(Step.WORDING, at=None)
    known = {one.id for one in asked(draft)}
    return draft.at(Step.QUESTION, at=argument) if word == "/open" and argument in known else CHOOSE


def _worded(draft: Draft, said: str, now: datetime) -> Answer:
    """Take how a question is worded; a new one is asked about its answers next."""
    texts = _texts(said)
    if isinstance(texts, Misread):
        return texts
    one, there = current(draft), asked(draft)
    if one is not None:
        return _put(draft, Step.QUESTION, replace(one, text_sl=texts[0], text_en=texts[1]))
    new = Question(_fresh([one.id for one in there], now), *texts)
    return _with(draft, Step.OPTIONS, [*there, new], "question-needed", at=new.id)


def _options(draft: Draft, one: Question, said: str, now: datetime) -> Answer:
    """Take answers to choose from, each in a line of its own."""
    made = list(one.options)
    for line in filter(str.strip, said.splitlines()):
        texts = _texts(line)
        if isinstance(texts, Misread):
            return texts
        made.append(Option(_fresh([option.id for option in made], now), *texts))
    if len(made) > OPTIONS_AT_MOST:
        return Misread("question-too-many-options", {"most": OPTIONS_AT_MOST})
    if len(made) == 1:
        return _unchecked(draft, replace(one, options=tuple(made)))
    return _put(draft, Step.OPTIONS, replace(one, options=tuple(made)))


def _unchecked(draft: Draft, one: Question) -> Draft:
    """Keep the first of several answers: the others are to come."""
    found = [one if other.id == one.id else other for other in asked(draft)]
    return draft.at(Step.OPTIONS, questions=plain.of_questions(found))


def lonely(draft: Draft) -> bool:
    """Tell whether there is one answer only to choose."""
    one = current(draft)
    return one is not None and len(one.options) == 1


def _option(draft: Draft, one: Question, word: str, argument: str) -> Answer:
    """Remove an answer, or let the question be answered with a text."""
    if word == "/next":
        return Misread("question-two-options") if lonely(draft) else draft.at(Step.QUESTION)
    if word == "/text":
        return _put(draft, Step.QUESTION, replace(one, options=()))
    rest = tuple(option for option in one.options if option.id != argument)
    if word != "/drop" or rest == one.options:
        return CHOOSE
    if not rest:
        return _put(draft, Step.OPTIONS, replace(one, options=()))
    return Misread("question-two-options") if len(rest) == 1 else _put(draft, Step.OPTIONS, replace(one, options=rest))


def _condition(draft: Draft, one: Question, word: str, argument: str) -> Answer:
    """Let the question apply always, or only if an earlier one was answered so."""
    if word == "/always":
        return _put(draft, Step.QUESTION, replace(one, only_if=None))
    if word == "/page" and argument.isascii() and argument.isdigit() and len(argument) <= len("99"):
        return draft.at(Step.CONDITION, page=int(argument))
    number, _, option = argument.partition(" ")
    known = {(question.id, answer.id) for question, answer in conditions(draft)}
    if word != "/if" or (number, option) not in known:
        return CHOOSE
    return _put(draft, Step.QUESTION, replace(one, only_if=Condition(number, option)))


def _opened(draft: Draft, one: Question, word: str, argument: str) -> Answer:
    """At one question: change it, move it, remove it."""
    match word:
        case "/to" if argument in {Step.WORDING, Step.OPTIONS, Step.REMOVAL}:
            return draft.at(argument)
        case "/to" if argument == Step.CONDITION and conditions(draft):
            return draft.at(Step.CONDITION, page=None)
        case "/required":
            return _put(draft, Step.QUESTION, replace(one, required=not one.required))
        case "/up" | "/down":
            return _moved(draft, one, -1 if word == "/up" else 1)
        case "/remove":
            rest = [other for other in asked(draft) if other.id != one.id]
            return _with(draft, Step.QUESTIONS, rest, "question-needed", at=None)
        case _:
            return CHOOSE


def _moved(draft: Draft, one: Question, by: int) -> Answer:
    found = list(asked(draft))
    place = found.index(one)
    if not 0 <= place + by < len(found):
        return CHOOSE
    found[place], found[place + by] = found[place + by], one
    return _with(draft, Step.QUESTION, found, "question-order")
