"""Everybody at an event of 10,000: the spreadsheet with all answers, and the list to print."""

import time
from datetime import timedelta
from functools import partial
from typing import Any

from handlers.texts import Texts
from storage.events.questions import Option, Question
from storage.events.roster import Roster, Row
from storage.events.rules import Event, EventDetails, EventId, Kind, RegistrationId
from storage.events.seats import State
from storage.people import LibraryId, PersonId
from tests.benchmarks.events import LIBRARIES, STARTS, alone

ROWS, QUESTIONS = 10_000, 6
OPTIONS = (Option("1", "Vegetarijansko"), Option("2", "Brez glutena"), Option("3", "Vse"))


def _everybody() -> Roster:
    """Nine of ten have a seat, the last wait; all have answered, half of the questions with a text."""
    asked = tuple(Question(str(one), f"Vprašanje {one}?", None, OPTIONS if one % 2 else ()) for one in range(QUESTIONS))
    details = EventDetails(
        kind=Kind.TRAINING, title_sl="Delavnica: Lokalna zbirka na spletu", title_en=None, description_sl=None,
        description_en=None, starts_at=STARTS, ends_at=STARTS + timedelta(hours=4), place="Maribor", link=None,
        capacity=ROWS * 9 // 10, closes_at=STARTS, questions=asked,
    )  # fmt: skip
    answers = {one.id: "1" if one.options else f"Odgovor z besedilom na vprašanje {one.id}" for one in asked}
    rows = [
        Row(
            RegistrationId(one), PersonId(one), f"Ana {one}", f"Knjižnica {one % LIBRARIES}", False, False,
            State.SEATED if one < details.capacity else State.WAITING, max(0, one + 1 - details.capacity), None,
            answers, STARTS, None, None, LibraryId(one % LIBRARIES + 1),
        )
        for one in range(ROWS)
    ]  # fmt: skip
    return Roster(Event(EventId(1), details, cancelled=False), rows)


def _sheet(found: Roster) -> bytes:
    from handlers.events.people import sheet  # noqa: PLC0415 - as the bot loads it

    return sheet.everybody(found, Texts().say("sl"))


def _paper(found: Roster) -> bytes:
    from handlers.events.people import paper  # noqa: PLC0415 - as the bot loads it

    return paper.names(found, Texts().say("sl"), STARTS)


WRITTEN = {"spreadsheet": _sheet, "list to print": _paper}


def _seconds(name: str) -> float:
    found = _everybody()
    started = time.perf_counter()
    if not WRITTEN[name](found):
        raise TypeError(name)
    return time.perf_counter() - started


def attendees(rounds: int) -> list[dict[str, Any]]:
    """Milliseconds for one, with what is loaded for it, and megabytes with the 10,000 rows in memory."""
    rows = []
    for name in WRITTEN:
        runs = [alone(partial(_seconds, name)) for _ in range(rounds)]
        seconds, peak_mb = sorted(runs)[len(runs) // 2]
        rows.append({"benchmark": "attendees", "name": name, "rows": ROWS, "ms": round(1000 * seconds),
                     "peak_mb": round(peak_mb, 1)})  # fmt: skip
    return rows
