"""What staff ask whoever registers, and whether the answers are complete. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

QUESTIONS_AT_MOST = 12
OPTIONS_AT_MOST = 10
TEXT_AT_MOST = 200
ANSWER_AT_MOST = 500
"""Characters."""

Answers = Mapping[str, str]
"""What was answered, by the question's number: an option's number, or a text."""


@dataclass(frozen=True, slots=True)
class Option:
    """An answer to choose; its number stays when others come and go."""

    id: str
    text_sl: str
    text_en: str | None = None

    def text(self, language: str) -> str:
        """Give the text in a language, or as it is."""
        return self.text_en if language == "en" and self.text_en else self.text_sl


@dataclass(frozen=True, slots=True)
class Condition:
    """The question applies only if an earlier one was answered with an option."""

    question: str
    option: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question with options to choose from, or without for a text. A number is never given again."""

    id: str
    text_sl: str
    text_en: str | None = None
    options: tuple[Option, ...] = ()
    required: bool = True
    only_if: Condition | None = None

    def text(self, language: str) -> str:
        """Give the text in a language, or as it is."""
        return self.text_en if language == "en" and self.text_en else self.text_sl

    def takes(self, answer: str) -> bool:
        """Tell whether an answer is one."""
        if self.options:
            return any(option.id == answer for option in self.options)
        return 0 < len(answer.strip()) <= ANSWER_AT_MOST


def check(asked: Sequence[Question]) -> bool:
    """Tell whether something is wrong with the questions of an event."""
    known: dict[str, Question] = {}
    for one in asked:
        texts = (one.text_sl, *(option.text_sl for option in one.options))
        condition = one.only_if
        earlier = known.get(condition.question) if condition else None
        if (
            one.id in known
            or len(one.options) == 1
            or len(one.options) > OPTIONS_AT_MOST
            or any(not text.strip() or len(text) > TEXT_AT_MOST for text in texts)
            or (
                condition is not None
                and (earlier is None or not earlier.takes(condition.option) or not earlier.options)
            )
        ):
            return True
        known[one.id] = one
    return len(asked) > QUESTIONS_AT_MOST


def applying(asked: Sequence[Question], answers: Answers) -> list[Question]:
    """List the questions that apply, given the answers to those before them."""
    found: list[Question] = []
    for one in asked:
        condition = one.only_if
        if condition is None or (
            answers.get(condition.question) == condition.option
            and any(before.id == condition.question for before in found)
        ):
            found.append(one)
    return found


def missing(asked: Sequence[Question], answers: Answers | None) -> Question | None:
    """Find the first question that has to be answered still; None if all is there.

    Without answers nobody has been asked: then it is the first of all.
    """
    if answers is None:
        return next(iter(applying(asked, {})), None)
    return next((one for one in applying(asked, answers) if one.required and not _answered(one, answers)), None)


def kept(asked: Sequence[Question], answers: Answers) -> dict[str, str]:
    """Return the answers that are worth keeping: to questions that apply, and that fit."""
    return {one.id: answers[one.id].strip() for one in applying(asked, answers) if _answered(one, answers)}


def _answered(one: Question, answers: Answers) -> bool:
    return one.id in answers and one.takes(answers[one.id])
