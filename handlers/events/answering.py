"""The conversation in which questions are answered: by a button or typed, one after the other. Pure, but for `load`."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from handlers.context import Ask
from handlers.conversation import Guide, Misread, begin_card, take_up_card
from handlers.dates.asking import one_line
from handlers.events import answer_screens
from handlers.events.answer_screens import CHOOSING, current
from handlers.heard import Heard
from handlers.screen import Screen
from storage import drafts
from storage.database import Tx
from storage.drafts import Draft
from storage.events import books, questions
from storage.events.answering import FEATURE, Purpose
from storage.events.questions import ANSWER_AT_MOST, Question
from storage.events.rules import Event, EventId
from storage.events.swaps import SwapId
from storage.people import Person, Role

ANSWERING = "answering"
"""The one step of the conversation; the draft knows which question is open."""


def load(tx: Tx, draft: Draft, person: Person, now: datetime) -> Event | None:  # noqa: ARG001 - as guides load
    """Find the event whose questions they are."""
    return books.find(tx, EventId(draft.data["event"]))


def takes(draft: Draft, heard: Heard, event: Event | None, now: datetime) -> Draft | Misread:  # noqa: ARG001
    """Take an answer, or follow a button."""
    if event is None:
        return draft
    if heard.text is None:
        return Misread("conversation-text-only")
    asked, answers = event.details.questions, draft.data["answers"]
    question = current(draft, asked)
    followed = _follow(draft, heard.text, asked, question) if heard.text.startswith("/") else None
    if followed is not None:
        return followed
    if question is None:
        return Misread("guide-choose")
    answer = _read(question, heard.text)
    if answer is None:
        return _misread(question, heard.text)
    return draft.at(ANSWERING, answers={**answers, question.id: answer}, at=None)


def _follow(draft: Draft, said: str, asked: Sequence[Question], question: Question | None) -> Draft | None:
    """Follow a button that leads to another question; None if it is an answer."""
    answers: Mapping[str, str] = draft.data["answers"]
    applying = [one.id for one in questions.applying(asked, answers)]
    word, _, argument = said.partition(" ")
    match word:
        case "/back":
            place = applying.index(question.id) if question and question.id in applying else len(applying)
            return draft.at(ANSWERING, at=applying[place - 1] if place else None)
        case "/change" if question is None:
            return draft.at(ANSWERING, at=CHOOSING)
        case "/edit" if argument in applying:
            return draft.at(ANSWERING, at=argument)
        case "/next" if question is None or question.id in answers:
            return draft.at(ANSWERING, at=None)
        case "/skip" if question is not None and not question.required:
            return draft.at(ANSWERING, answers={**answers, question.id: ""}, at=None)
        case _:
            return None


def _read(question: Question, said: str) -> str | None:
    """Read an answer: an option by its button, its place or its words, or a text; None if it is none."""
    if not question.options:
        text = one_line(said)
        return text if question.takes(text) else None
    word, _, argument = said.partition(" ")
    if word == "/option":
        return argument if question.takes(argument) else None
    typed = said.strip().casefold()
    for place, option in enumerate(question.options, 1):
        if typed in {str(place), option.text_sl.casefold(), (option.text_en or "").casefold()} - {""}:
            return option.id
    return None


def _misread(question: Question, said: str) -> Misread:
    if question.options:
        return Misread("answer-choose")
    length = len(said.strip())
    return Misread("guide-too-long", {"count": length, "most": ANSWER_AT_MOST}) if length else Misread("guide-empty")


GUIDE = Guide(FEATURE, Role.LIBRARIAN, None, answer_screens.show, load, takes=takes)


async def begin(
    ask: Ask, event_id: EventId, purpose: Purpose, swap: SwapId | None = None,
    answers: Mapping[str, str] | None = None, *, anew: bool = False,
) -> Screen:  # fmt: skip
    """Ask the questions of an event; answers for the same that wait are gone on with, others are asked about first."""
    waiting = None if anew else await ask.db.read(drafts.of_feature, ask.person.id, FEATURE)
    wanted: dict[str, Any] = {"event": event_id, "purpose": purpose, "swap": swap or 0}
    if waiting is not None:
        if {name: waiting.data.get(name) for name in wanted} != wanted:
            return answer_screens.waits(event_id, purpose, swap or SwapId(0), ask.say)
        if taken_up := await take_up_card(ask, GUIDE):
            return taken_up
    return await begin_card(ask, GUIDE, ANSWERING, {**wanted, "answers": dict(answers or {})})
