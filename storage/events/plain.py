"""What staff ask at an event, as JSON can hold it. Pure."""

from collections.abc import Sequence
from typing import Any

from storage.events.questions import Condition, Option, Question


def of_questions(asked: Sequence[Question]) -> list[dict[str, Any]]:
    """Lay questions out."""
    return [
        {
            "id": one.id, "sl": one.text_sl, "en": one.text_en, "required": one.required,
            "options": [[option.id, option.text_sl, option.text_en] for option in one.options],
            "only_if": None if one.only_if is None else [one.only_if.question, one.only_if.option],
        }
        for one in asked
    ]  # fmt: skip


def questions(kept: Sequence[Any]) -> tuple[Question, ...]:
    """Read questions."""
    return tuple(
        Question(
            one["id"], one["sl"], one["en"], tuple(Option(*option) for option in one["options"]), one["required"],
            None if one["only_if"] is None else Condition(*one["only_if"]),
        )
        for one in kept
    )  # fmt: skip
