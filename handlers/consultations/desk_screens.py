"""What the office sees of consultations. Pure: facts in, card out."""

from datetime import datetime

from handlers.consultations import compose_buttons, desk_buttons, words
from handlers.dates import writing
from handlers.events.words import turning
from handlers.home import Office
from handlers.screen import Key, Screen, lines
from handlers.texts import Say
from storage.consultations.desk import Board
from storage.consultations.reading import Line, Page
from storage.consultations.rules import State


def back(say: Say) -> Key:
    """Lead back to the list."""
    return Key(say.label("key-back"), desk_buttons.OfficeConsultations(0))


def no_such(say: Say) -> Screen:
    """Say that there is no such consultation."""
    return Screen(say("consultation-gone"), [[back(say)]])


def listed(page: Page, say: Say, now: datetime) -> Screen:
    """List all consultations; those that run first."""
    keys = [[Key(_label(line, say, now), desk_buttons.OfficeConsultation(line.one.id))] for line in page.lines]
    text = lines(
        say("desk-card"),
        say("desk-count", count=page.total) if page.total else say("desk-none"),
        say("desk-choose") if page.total else None,
        say("consultations-page", page=page.number + 1, pages=page.pages) if page.pages > 1 else None,
    )
    return Screen(text, [
        *keys,
        turning(page, desk_buttons.OfficeConsultations, say),
        [Key(say.label("key-new-consultation"), compose_buttons.NewConsultation(0)),
         Key(say.label("key-back"), Office())],
    ])  # fmt: skip


def _label(line: Line, say: Say, now: datetime) -> str:
    one = line.one
    mark = ""
    if one.state is State.WITHDRAWN:
        mark = say.label("desk-mark-withdrawn")
    elif not one.runs(now):
        mark = say.label("desk-mark-over")
    when = writing.short(one.terms.ends_at, now, say.language)
    return words.cut(f"{mark}{when} · {one.title(say.language)}")


def card(board: Board, say: Say, now: datetime) -> Screen:
    """Show a consultation with what only the office sees."""
    one = board.one
    text = lines(
        say("consultation-title", title=one.title(say.language)),
        words.standing(one, say, now),
        say("consult-questions", count=board.questions),
    )
    return Screen(text, [[back(say)]])
