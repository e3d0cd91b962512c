"""Questions while they are written: what there is, and what can be done with them. Pure."""

from collections.abc import Callable, Mapping
from functools import partial
from textwrap import shorten

from handlers.events import words
from handlers.events.compose import asked
from handlers.events.steps import Step
from handlers.guiding import paged, picks, said
from handlers.screen import Key, Keys
from handlers.texts import Markup, Say
from storage.drafts import Draft
from storage.events.questions import QUESTIONS_AT_MOST, Option, Question

ASKED = 80
"""So many characters of a question are shown in a list; twelve of them fit a message."""


def so_far(draft: Draft, answered: int, say: Say) -> list[str | None]:
    """Show the questions in order, or the one that is open; before it goes, how many have `answered` it."""
    one = asked.current(draft)
    if draft.step == Step.QUESTIONS or (one is None and draft.step == Step.WORDING):
        return [_line(place, question, say) for place, question in enumerate(asked.asked(draft), 1)]
    goes = [say("question-answers", count=answered)] if draft.step == Step.REMOVAL else []
    return [] if one is None else [*_whole(draft, one, say), *goes]


def _line(place: int, one: Question, say: Say) -> Markup:
    text = shorten(one.text(say.language), ASKED, placeholder=" …")
    return say("question-listed", place=str(place), text=text, how=_how(one, say))


def _how(one: Question, say: Say) -> str:
    kind = say.label("question-of-options", count=len(one.options)) if one.options else say.label("question-of-text")
    return kind if one.required else say.label("question-not-required", kind=kind)


def _whole(draft: Draft, one: Question, say: Say) -> list[str | None]:
    condition = one.only_if
    named = [(question, option) for question, option in asked.conditions(draft)
             if condition and (question.id, option.id) == (condition.question, condition.option)]  # fmt: skip
    return [
        "",
        say("question-worded", text=one.text_sl),
        say("question-english", text=one.text_en) if one.text_en else None,
        *(say("question-option", text=_both(option)) for option in one.options),
        say("question-how", how=_how(one, say)),
        *(say("question-only-if", question=shorten(question.text(say.language), ASKED, placeholder=" …"),
              answer=shorten(option.text(say.language), ASKED, placeholder=" …"))
          for question, option in named),
    ]  # fmt: skip


def _both(option: Option) -> str:
    texts = [shorten(text, ASKED, placeholder=" …") for text in (option.text_sl, option.text_en) if text]
    return f" {asked.BETWEEN} ".join(texts)


def _label(text: str) -> str:
    return shorten(text, words.LABEL, placeholder=" …")


def _list(draft: Draft, say: Say) -> Keys:
    pick, found = picks(draft), asked.asked(draft)
    rows = [
        [pick(_label(f"{place}. {one.text(say.language)}"), said("/open", one.id))]
        for place, one in enumerate(found, 1)
    ]
    add = [[pick(say.label("key-question-add"), "/add")]] if len(found) < QUESTIONS_AT_MOST else []
    return [*rows, *add]


def _nothing(draft: Draft, say: Say) -> Keys:  # noqa: ARG001 - as steps are drawn
    return []


def _one(draft: Draft, answered: int, say: Say) -> Keys:
    pick, found = picks(draft), asked.asked(draft)
    one = asked.current(draft)
    if one is None:
        return []
    place = found.index(one)
    on = say.label("key-question-required")
    first = [pick(say.label("key-question-wording"), said("/to", Step.WORDING)),
             pick(say.label("key-question-options"), said("/to", Step.OPTIONS))]  # fmt: skip
    second = [pick(say.label("key-ticked", name=on) if one.required else on, "/required")]
    if asked.conditions(draft):
        second.append(pick(say.label("key-question-condition"), said("/to", Step.CONDITION)))
    moves = [pick(say.label("key-question-up"), "/up")] if place else []
    moves += [pick(say.label("key-question-down"), "/down")] if place < len(found) - 1 else []
    return [first, second, moves, _remove(draft, said("/to", Step.REMOVAL) if answered else "/remove", say)]


def _remove(draft: Draft, way: str, say: Say) -> list[Key]:
    return [picks(draft)(say.label("key-question-remove"), way)]


def _options(draft: Draft, say: Say) -> Keys:
    pick, one = picks(draft), asked.current(draft)
    options = one.options if one else ()
    rows = [
        [pick(_label(say.label("key-event-drop", name=option.text_sl)), said("/drop", option.id))] for option in options
    ]
    return [*rows, [pick(say.label("key-question-text"), "/text")]]


def _conditions(draft: Draft, say: Say) -> Keys:
    pick, short = picks(draft), partial(shorten, width=ASKED // 4, placeholder="…")
    rows: list[list[Key]] = [
        [pick(_label(say.label("key-question-if", question=short(question.text(say.language)),
                               answer=option.text(say.language))), said(said("/if", question.id), option.id))]
        for question, option in asked.conditions(draft)
    ]  # fmt: skip
    return [[pick(say.label("key-question-always"), "/always")], *paged(draft, rows, say)]


def keys_of(draft: Draft, answered: int, say: Say) -> Keys:
    """Give what can be tapped; a question that somebody has `answered` is asked about before it goes."""
    step = Step(draft.step)
    return _one(draft, answered, say) if step is Step.QUESTION else _DRAWN[step](draft, say)


_DRAWN: Mapping[Step, Callable[[Draft, Say], Keys]] = {
    Step.QUESTIONS: _list,
    Step.WORDING: _nothing,
    Step.OPTIONS: _options,
    Step.CONDITION: _conditions,
    Step.REMOVAL: lambda draft, say: [_remove(draft, "/remove", say)],
}
