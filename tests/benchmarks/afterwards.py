"""After an event: one certificate, and the survey's chart. Each is made in a process of its own, for its memory."""

import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

from handlers.texts import Texts
from storage.events.certificates import Certificate
from storage.events.rules import Event, EventDetails, EventId, Kind
from storage.events.survey import Results
from tests.benchmarks.events import STARTS, alone

TIMES = 20
"""So many are made, one after the other."""

WORKSHOP = Event(
    EventId(1),
    EventDetails(
        kind=Kind.TRAINING, title_sl="Delavnica: Lokalna zbirka na spletu", title_en=None, description_sl=None,
        description_en=None, starts_at=STARTS, ends_at=STARTS + timedelta(hours=4), place="Maribor", link=None,
        capacity=30, closes_at=STARTS - timedelta(days=1), hours=5,
    ),
    cancelled=False,
)  # fmt: skip


def _certificate() -> None:
    from handlers.events.afterwards import certificate_screens, papers  # noqa: PLC0415 - as the bot loads them

    made = Certificate(42, "K7Q2M9XD4TRP", WORKSHOP, "dr. Žiga Črt Šuštaršič", "Mestna knjižnica Kranj", STARTS)
    words = certificate_screens.words(made, "https://glasnik.example.org", "", Texts().say("sl"))
    if not papers.certificate(words).startswith(b"%PDF"):
        raise TypeError(words)


def _chart() -> None:
    from handlers.events.afterwards import survey_chart  # noqa: PLC0415 - as the bot loads it

    found = Results(WORKSHOP, {1: 1, 2: 4, 3: 20, 4: 75, 5: 100}, (), 240)
    if not survey_chart.draw(found, WORKSHOP.details.title_sl, Texts().say("sl")).startswith(b"\x89PNG"):
        raise TypeError(found)


def _least(work: Callable[[], None]) -> float:
    """Tell the least seconds that one took, once what it needs is loaded."""
    work()
    seconds = []
    for _ in range(TIMES):
        started = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - started)
    return min(seconds)


def papers() -> list[dict[str, Any]]:
    """Milliseconds for one, and megabytes with all that is loaded for it."""
    rows = []
    for name, work in (("certificate", _certificate), ("survey chart", _chart)):
        seconds, peak_mb = alone(partial(_least, work))
        rows.append({"benchmark": "papers", "name": name, "ms": round(1000 * seconds, 1), "peak_mb": round(peak_mb, 1)})
    return rows
