"""Consultations: delegates who vote, cards that are opened, what is counted in the end, laws that are split.

A run in which not every vote that was acknowledged is counted is void.
"""

import asyncio
import math
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import delete, func, insert, select

from handlers import documents
from handlers.buttons import Button
from handlers.consultations.buttons import OpenQuestion, Vote
from handlers.consultations.position.content import content
from handlers.consultations.position.staff import BUILT_IN
from handlers.texts import Texts
from storage import people
from storage.consultations import books, opening, remarks, report, results, verifying, voting
from storage.consultations.books import Question, Text
from storage.consultations.closing import close
from storage.consultations.majority import Choice
from storage.consultations.remarks import Kind
from storage.consultations.rules import Consultation, ConsultationId, Receipt, Terms
from storage.consultations.tables import votes as table
from storage.consultations.wording.articles import split
from storage.consultations.wording.outcomes import Text as ReadText
from storage.consultations.wording.reading import read
from storage.database import Tx, migrate, open_database
from storage.outbox import outbox
from storage.people import QUIET_FROM, QUIET_TO, LibraryId, Role
from tests.benchmarks.rounds import median
from tests.benchmarks.runs import Run, measure, stub
from tests.benchmarks.stub import FIRST_PERSON
from tests.storage.consultations.drafting import BESIDE

LIBRARIES, ARTICLES, COMMENTS = 58, 300, 2000
Books = tuple[str, Consultation, Sequence[Question]]
EACH = 100
"""So many questions each delegate votes on."""

RECEIPT = "Potrdilo"
"""What is said to whoever's vote counts."""

SOON, ENDS = datetime(2026, 1, 1, tzinfo=UTC), datetime(2035, 5, 12, 10, tzinfo=UTC)
WORDS = "Knjižnica je odprta vsem in njeno gradivo je dostopno brezplačno. " * 25


def _seed(tx: Tx, voters: int, articles: int) -> tuple[Consultation, Sequence[Question]]:
    """Enter libraries with people who cast their votes, and put a draft to them."""
    entries = [{"code": f"l{number}", "name": f"Knjižnica {number}", "town": "Kraj", "kind": "splošna"}
               for number in range(LIBRARIES)]  # fmt: skip
    tx.execute(insert(people.libraries), entries)
    ids = tx.execute(select(people.libraries.c.id).order_by(people.libraries.c.id)).scalars().all()
    rows = [
        {"telegram_id": FIRST_PERSON + number, "first_name": "A", "language": "sl",
         "role": Role.DELEGATE if number <= LIBRARIES else Role.DEPUTY, "library_id": ids[(number - 1) % LIBRARIES],
         "quiet_from": QUIET_FROM, "quiet_to": QUIET_TO, "joined_at": SOON}
        for number in range(1, voters + 1)
    ]  # fmt: skip
    tx.execute(insert(people.people), rows)
    texts = [Text(f"{number}. člen", None, None, f"{number} {WORDS}") for number in range(1, articles + 1)]
    outcome = opening.open_(tx, Terms("Zakon o knjižnicah", None, ENDS), "", texts, None, SOON)
    if not isinstance(outcome, opening.Opened):
        raise TypeError(outcome)
    tx.execute(delete(outbox))  # word of the opening is not what is measured
    return outcome.one, books.outline(tx, outcome.one.id, 1)


def _vote_on_all(tx: Tx, one: Consultation) -> None:
    """Let each delegate vote on everything, and members comment."""
    everybody = tx.execute(people.select_people().order_by(people.people.c.id).limit(LIBRARIES)).mappings()
    for place, person in enumerate(map(people.person_of, everybody.all())):
        if person.library is None:
            raise TypeError(person)
        receipt = Receipt(f"K7Q2-{place:04}")
        voting.cast_rest(tx, one.id, 1, person.library.id, person.id, receipt, SOON)
    asked = books.outline(tx, one.id, 1)
    commenting = tx.execute(select(people.people.c.id)).scalars().all()
    for number in range(COMMENTS):
        by, kind = commenting[number // ARTICLES % len(commenting)], list(Kind)[number % 2]
        remarks.write(tx, asked[number % len(asked)].id, kind, f"Pripomba {number}.", by, SOON)


@contextmanager
def _books(voters: int, articles: int, *, voted: bool = False) -> Iterator[Books]:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/glasnik.db"
        yield url, *asyncio.run(_prepare(url, voters, articles, voted=voted))


async def _prepare(url: str, voters: int, articles: int, *, voted: bool) -> tuple[Consultation, Sequence[Question]]:
    await migrate(url)
    db = open_database(url)
    try:
        one, asked = await db.transact(_seed, voters, articles)
        if voted:
            await db.transact(_vote_on_all, one)
        return one, asked
    finally:
        await db.close()


def _run(url: str, voters: int, data: Sequence[Button], *more: str) -> Run:
    """Let people tap, in turns, and the bot answer."""
    packed = [button.pack() for button in (data[-1], *data[:-1])]  # the stub counts from 1
    taps = ("--count", str(len(data)), "--people", str(voters), "--word", RECEIPT, "--data", *packed, *more)
    with stub(*taps) as (address, said):
        settings = {"GLASNIK_TOKEN": "4242:TEST", "GLASNIK_DATABASE": url, "GLASNIK_TELEGRAM": address,
                    "GLASNIK_WEB__PORT": "0", "GLASNIK_LOG__LEVEL": "warning"}  # fmt: skip
        return measure([sys.executable, "-m", "tests.e2e.herald", "run", "--config", "none.toml"], said, settings)


def vote(voters: int) -> tuple[Run, int]:
    """Let so many people vote, each library once on each question; return also how many votes are counted."""
    rounds = max(1, LIBRARIES * EACH // voters)
    taps = voters * rounds
    with _books(voters, rounds * math.ceil(voters / LIBRARIES)) as (url, one, asked):
        data = []
        for number in range(taps):
            library, question = number % voters % LIBRARIES, asked[_question(number, voters)]
            choice = list(Choice)[number % len(Choice)]
            data.append(Vote(question.id, question.wording_id, LibraryId(library + 1), choice))
        run = _run(url, voters, data)
        counted = asyncio.run(_counted(url, one.id))
    if not run.said == counted == taps:
        raise RuntimeError(f"{run.said} votes acknowledged and {counted} counted, of {taps}: the run is void.")
    return run, counted


def _question(number: int, voters: int) -> int:
    """Choose questions so that no two taps are about the vote of the same library on the same question."""
    each = math.ceil(voters / LIBRARIES)
    return number // voters * each + number % voters // LIBRARIES


async def _counted(url: str, number: ConsultationId) -> int:
    """Count the votes in the books, and from the log alone."""
    db = open_database(url)
    try:
        stored = await db.read(_stored)
        found = await db.transact(verifying.verify, number)
        if not isinstance(found, verifying.Verified) or found.votes != stored:
            raise RuntimeError(f"{stored} votes are stored, the log says {found}: the run is void.")
        return stored
    finally:
        await db.close()


def _stored(tx: Tx) -> int:
    return tx.execute(select(func.count()).select_from(table)).scalar_one()


def votes(rounds: int) -> list[dict[str, Any]]:
    """Votes a second, from 58 delegates and from 5,000 people, each committed and acknowledged."""
    rows = []
    for voters in (LIBRARIES, 5000):
        runs = [vote(voters) for _ in range(rounds)]
        measured = [run for run, _ in runs]
        rows.append({
            "benchmark": "votes", "name": f"{voters} people vote", "people": voters, "acknowledged": measured[-1].said,
            "counted": runs[-1][1], "per_second": round(median(measured, lambda run: run.said / run.seconds), 1),
            "peak_mb": round(median(measured, lambda run: run.peak_mb), 1),
        })  # fmt: skip
    return rows


def _open_often(articles: int, taps: int, per_second: float) -> Run:
    """Open cards of books that have not seen these taps: taps of the same numbers are answered once."""
    with _books(LIBRARIES, articles, voted=True) as (url, _, asked):
        data = [OpenQuestion(asked[number % articles].id, LibraryId(0), 0) for number in range(taps)]
        return _run(url, LIBRARIES, data, "--per-second", str(per_second))


def cards(rounds: int, articles: int = ARTICLES, taps: int = 600, per_second: float = 20.0) -> list[dict[str, Any]]:
    """Milliseconds from a tap to the card of an article, of 300 on which all have voted."""
    runs = [_open_often(articles, taps, per_second) for _ in range(rounds)]
    return [{
        "benchmark": "article cards", "name": f"{articles} articles, {LIBRARIES} libraries",
            "taps_per_second": per_second,
        "median_ms": round(median(runs, lambda run: run.waits[len(run.waits) // 2]), 2),
        "p99_ms": round(median(runs, lambda run: run.waits[int(len(run.waits) * 0.99)]), 2),
    }]  # fmt: skip


def _timed(rounds: int, work: Callable[[], object]) -> float:
    """Tell the least seconds that something took."""
    found = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        found.append(time.perf_counter() - started)
    return min(found)


def counting(rounds: int) -> list[dict[str, Any]]:
    """Seconds to count, to verify and to make the document: 58 libraries, 300 articles, 2,000 comments."""
    with _books(LIBRARIES, ARTICLES, voted=True) as (url, one, _):
        loop = asyncio.new_event_loop()
        db = open_database(url)
        after = ENDS + timedelta(minutes=1)
        loop.run_until_complete(db.transact(close, one.id, after))

        def _document() -> None:
            found = loop.run_until_complete(db.read(report.report, one.id, after))
            if not isinstance(found, report.Report):
                raise TypeError(found)
            made = documents.render(BUILT_IN, content(found, Texts().say("sl"), after))
            if not isinstance(made, bytes):
                raise TypeError(made)

        works: dict[str, Callable[[], object]] = {
            "tally": lambda: loop.run_until_complete(db.read(results.results, one.id, after)),
            "verify": lambda: loop.run_until_complete(db.transact(verifying.verify, one.id)),
            "document": _document,
        }
        rows = [_row(name, _timed(rounds, work)) for name, work in works.items()]
        loop.run_until_complete(db.close())
        loop.close()
    return rows


def _row(name: str, seconds: float) -> dict[str, Any]:
    return {"benchmark": "counting", "name": name, "seconds": round(seconds, 3)}


def splitting(rounds: int) -> list[dict[str, Any]]:
    """Seconds to read and split each of the laws that are at hand."""
    return [_row(f"splitting {law.stem}", _timed(rounds, partial(_split, law.read_bytes())))
            for law in sorted(Path(os.environ.get("GLASNIK_LAWS") or BESIDE).glob("*.txt"))]  # fmt: skip


def _split(content: bytes) -> None:
    found = read(content)
    if not isinstance(found, ReadText) or not split(found.lines).articles:
        raise TypeError(found)
