"""Questions and their answers, as they are asked, read over and changed. Pure."""

from collections.abc import Sequence
from datetime import datetime
from textwrap import shorten

from handlers.events import buttons, words
from handlers.events import seat_buttons as own
from handlers.events.card import no_such
from handlers.guiding import leave, picks
from handlers.guiding import said as word
from handlers.screen import Key, Keys, Screen, in_rows, lines
from handlers.texts import Markup, Say
from storage.drafts import Draft
from storage.events import questions
from storage.events.answering import Purpose
from storage.events.questions import Question
from storage.events.rules import Event, EventId
from storage.events.swaps import SwapId

ASKED, ANSWERED = 60, 80
"""So many characters of questions and answers are read over; twelve of them fit a message."""

CHOOSING = "*"
"""Stands for the list of questions to change, in place of the open one."""


def current(draft: Draft, asked: Sequence[Question]) -> Question | None:
    """Find the question that is open: the one that was turned to, else the first without an answer."""
    answers, at = draft.data["answers"], draft.data.get("at")
    applying = questions.applying(asked, answers)
    if at == CHOOSING:
        return None
    turned = next((one for one in applying if one.id == at), None)
    return turned or next((one for one in applying if one.id not in answers), None)


def show(draft: Draft, event: Event | None, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as guides show
    """Draw the card: what is answered so far, and the open question, or all to read over."""
    if event is None:
        return no_such(say)
    asked = event.details.questions
    question = current(draft, asked)
    head = say("event-title", title=words.title(event.details, say))
    so_far = [_read_over(one, draft, say) for one in questions.applying(asked, draft.data["answers"])
              if draft.data["answers"].get(one.id) and one is not question]  # fmt: skip
    if question is not None:
        text = lines(head, *so_far, "", say("question-asked", text=question.text(say.language)),
                     *_now(question, draft, say), _how(question, say))  # fmt: skip
        return Screen(text, [*_answers(draft, question, say), *_ways(draft, question, event, say)])
    if draft.data.get("at") == CHOOSING:
        return Screen(lines(head, "", say("guide-ask-change")), _changes(draft, asked, say))
    purpose = Purpose(draft.data["purpose"])
    send = Key(say.label(f"key-answers-{purpose}"), own.SendAnswers(draft.id, draft.version))
    pick = picks(draft)
    change = [pick(say.label("key-change"), "/change")] if questions.applying(asked, draft.data["answers"]) else []
    return Screen(
        lines(head, *so_far, "", say(f"answers-ready-{purpose}")),
        [[send], [*change, _event(event.id, say)], *leave(say)],
    )


def _read_over(one: Question, draft: Draft, say: Say) -> Markup:
    answer = draft.data["answers"][one.id]
    chosen = next((option.text(say.language) for option in one.options if option.id == answer), answer)
    asked = shorten(one.text(say.language), ASKED, placeholder=" …")
    return say("question-answered", question=asked.rstrip("?:"), answer=shorten(chosen, ANSWERED, placeholder=" …"))


def _now(question: Question, draft: Draft, say: Say) -> Sequence[Markup]:
    """Say what was typed before; what was chosen is ticked."""
    answer = draft.data["answers"].get(question.id)
    return [say("question-now", answer=answer)] if answer and not question.options else []


def _how(question: Question, say: Say) -> Markup:
    kind = "choose" if question.options else "type"
    return say(f"question-{kind}" if question.required else f"question-{kind}-or-skip")


def _answers(draft: Draft, question: Question, say: Say) -> Keys:
    pick, given = picks(draft), draft.data["answers"].get(question.id)
    keys = [
        pick(_label(option.text(say.language), say, chosen=option.id == given), word("/option", option.id))
        for option in question.options
    ]
    return in_rows(keys, 2 if all(len(key.label) <= words.LABEL // 2 for key in keys) else 1)


def _label(text: str, say: Say, *, chosen: bool) -> str:
    label = shorten(text, words.LABEL, placeholder=" …")
    return say.label("key-ticked", name=label) if chosen else label


def _ways(draft: Draft, question: Question, event: Event, say: Say) -> Keys:
    pick, answers = picks(draft), draft.data["answers"]
    first = questions.applying(event.details.questions, answers)[0] is question
    around = [_event(event.id, say) if first else pick(say.label("key-back"), "/back")]
    if answers.get(question.id):
        around.append(pick(say.label("key-keep"), "/next"))
    if not question.required:
        around.append(pick(say.label("key-leave-out" if answers.get(question.id) else "key-skip"), "/skip"))
    return [around, *leave(say)]


def _changes(draft: Draft, asked: Sequence[Question], say: Say) -> Keys:
    pick = picks(draft)
    keys = [
        [pick(shorten(one.text(say.language), words.LABEL, placeholder=" …"), word("/edit", one.id))]
        for one in questions.applying(asked, draft.data["answers"])
    ]
    return [*keys, [pick(say.label("key-back"), "/next")]]


def _event(event_id: EventId, say: Say) -> Key:
    return Key(say.label("key-open-event"), buttons.OpenEvent(event_id, 0, 0))


def waits(event_id: EventId, purpose: Purpose, swap: SwapId, say: Say) -> Screen:
    """Say that answers to something else wait, and ask what becomes of them."""
    keys = [Key(say.label("key-resume-answers"), own.ResumeAnswers()),
            Key(say.label("key-anew"), own.AnswerAnew(event_id, purpose, swap))]  # fmt: skip
    return Screen(say("answers-wait"), [keys, [Key(say.label("key-back"), buttons.OpenEvent(event_id, 0, 0))]])
