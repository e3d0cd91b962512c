"""Everybody at an event with all answers, as a spreadsheet. Pure."""

from collections.abc import Iterator

from handlers.sheets import Cell, Sheet, workbook
from handlers.texts import Say
from storage.events.questions import Question
from storage.events.roster import Roster, Row
from storage.events.seats import State

COLUMNS = (
    ("name", 26), ("library", 42), ("state", 16), ("position", 8), ("speaks", 11), ("registered", 18),
    ("checked-in", 18), ("attended", 11),
)  # fmt: skip
"""The columns by the names of their texts, and how wide they are."""

ANSWER = 32
"""Characters: how wide the column of a question is."""


def everybody(found: Roster, say: Say) -> bytes:
    """Write a sheet of those with a seat, by library, and then of those who wait, in order."""
    asked = found.event.details.questions
    columns = [(say.label(f"people-column-{name}"), width) for name, width in COLUMNS]
    columns += [(question.text(say.language), ANSWER) for question in asked]
    return workbook([Sheet(say.label("people-sheet"), columns, list(_rows(found, asked, say)))])


def _rows(found: Roster, asked: tuple[Question, ...], say: Say) -> Iterator[list[Cell]]:
    states = {state: say.label(f"people-state-{state}") for state in (State.SEATED, State.OFFERED, State.WAITING)}
    yes, no, nameless = (say.label(key) for key in ("people-yes", "people-no", "lists-nameless"))
    office, guests = say.label("office-of-association"), say.label("lists-guests")
    answers = {(one.id, option.id): option.text(say.language) for one in asked for option in one.options}
    for row in (*found.of(State.SEATED), *found.queue):
        yield [
            row.name or nameless, row.library or (guests if row.guest else office), states[row.state],
            row.position or None, yes if row.speaks else None, row.registered_at, row.checked_in_at,
            None if row.attended is None else yes if row.attended else no,
            *(_answer(row, one, answers) for one in asked),
        ]  # fmt: skip


def _answer(row: Row, one: Question, answers: dict[tuple[str, str], str]) -> str | None:
    given = row.answers.get(one.id)
    return None if given is None else answers.get((one.id, given), given)
