"""A consultation in which everything happens that can come out, among six libraries."""

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert

from storage.consultations import books, closing, delegating, opening, remarks, sealed, voting
from storage.consultations.books import Question, Text
from storage.consultations.majority import Choice
from storage.consultations.opening import Opened
from storage.consultations.remarks import Kept, Kind
from storage.consultations.rules import Consultation, ConsultationId, Key, Receipt, Terms
from storage.database import Database
from storage.people import LibraryId, Person, Role, by_telegram, libraries, people
from tests.storage.membership.association import NOW

ENDS = datetime(2027, 3, 22, 11, tzinfo=UTC)
AFTER = ENDS + timedelta(minutes=1)

NAMES = {
    "celje": ("Osrednja knjižnica Celje", "osrednja območna"),
    "kranj": ("Mestna knjižnica Kranj", "osrednja območna"),
    "krsko": ("Valvasorjeva knjižnica Krško", "splošna"),
    "ptuj": ("Knjižnica Ivana Potrča Ptuj", "osrednja območna"),
    "sezana": ("Kosovelova knjižnica Sežana", "splošna"),
    "trzic": ("Knjižnica dr. Toneta Pretnarja Tržič", "splošna"),
}

TEXTS = (
    Text("1. člen", "(vsebina zakona)", "I. SPLOŠNE DOLOČBE", "Ta zakon ureja knjižnično dejavnost."),
    Text("2. člen", "(pojmi)", "I. SPLOŠNE DOLOČBE", "Izrazi v tem zakonu pomenijo:\n– knjižnica je ustanova."),
    Text("3. člen", "(financiranje)", "II. SREDSTVA", "Sredstva zagotovita država in občina."),
    Text("3.a člen", "(nakup gradiva)", "II. SREDSTVA", "Za nakup gradiva se nameni najmanj 15 odstotkov sredstev."),
    Text("4. člen", None, None, "Ta zakon začne veljati petnajsti dan po objavi v Uradnem listu."),
)

VOTES: Sequence[Mapping[str, Choice]] = (
    {"celje": Choice.FOR, "kranj": Choice.FOR, "krsko": Choice.FOR, "ptuj": Choice.CHANGE, "trzic": Choice.AGAINST},
    {"celje": Choice.AGAINST, "kranj": Choice.AGAINST, "krsko": Choice.FOR, "ptuj": Choice.ABSTAIN},
    {"celje": Choice.FOR, "kranj": Choice.FOR, "krsko": Choice.AGAINST, "ptuj": Choice.AGAINST},
    {"celje": Choice.CHANGE, "kranj": Choice.CHANGE, "krsko": Choice.CHANGE},
    {},
)
"""Supported with one who wants a change, not supported, tied, supported with changes only, and nobody voted."""

TERMS = Terms("Zakon o knjižničarstvu (ZKnj-2)", "Librarianship Act (ZKnj-2)", ENDS)


def six_libraries(tx: Connection) -> None:
    """Write six libraries down, each with a delegate whose Telegram number is its place from 1; a librarian, 21."""
    rows = [{"code": code, "name": name, "town": code, "kind": kind} for code, (name, kind) in NAMES.items()]
    tx.execute(insert(libraries), rows)
    everybody = [(number, Role.DELEGATE, number) for number in range(1, len(NAMES) + 1)]
    for telegram_id, role, library in [*everybody, (21, Role.LIBRARIAN, 1), (22, Role.LIBRARIAN, 3)]:
        tx.execute(insert(people).values(_person(telegram_id, role, library)))
    tx.execute(insert(people).values(_person(90, Role.STAFF, None)))


def _person(telegram_id: int, role: Role, library: int | None) -> dict[str, Any]:
    return {
        "telegram_id": telegram_id, "first_name": f"Oseba {telegram_id}", "language": "sl", "role": role,
        "library_id": library, "quiet_from": NOW.time().replace(hour=20), "quiet_to": NOW.time().replace(hour=7),
        "joined_at": NOW,
    }  # fmt: skip


def of(tx: Connection, telegram_id: int) -> Person:
    """Find a person."""
    person = by_telegram(tx, telegram_id)
    assert person is not None
    return person


def library(code: str) -> LibraryId:
    """The number of a library."""
    return LibraryId(list(NAMES).index(code) + 1)


def delegate(tx: Connection, code: str) -> Person:
    """The delegate of a library."""
    return of(tx, library(code))


def opened(tx: Connection, /, texts: Sequence[Text] = TEXTS, **changes: Any) -> Consultation:
    """Open the consultation, its terms but for some changes."""
    outcome = opening.open_(tx, dataclasses.replace(TERMS, **changes), "", texts, of(tx, 90).id, NOW)
    assert isinstance(outcome, Opened)
    return outcome.one


def asked(tx: Connection, one: Consultation) -> list[Question]:
    """The questions."""
    return books.outline(tx, one.id, one.version)


def vote(tx: Connection, one: Consultation, votes: Sequence[Mapping[str, Choice]] = VOTES) -> None:
    """Let the delegates vote, openly or with keys as the ballot is."""
    for question, chosen in zip(asked(tx, one), votes, strict=True):
        for code, choice in chosen.items():
            ask = question.id, question.wording_id, library(code), delegate(tx, code).id, choice
            if one.sealed:
                sealed.cast(tx, *ask, Key(f"ključ-{code}"), NOW)
            else:
                voting.cast(tx, *ask, Receipt("K7Q2-M9XD"), NOW)


def remark(tx: Connection, question: Question, telegram_id: int, kind: Kind, text: str, *supporters: int) -> None:
    """Let a person write something, and others support it."""
    kept = remarks.write(tx, question.id, kind, text, of(tx, telegram_id).id, NOW)
    assert isinstance(kept, Kept)
    for one in supporters:
        remarks.support(tx, kept.id, of(tx, one).id, NOW, on=True)


def said(tx: Connection, one: Consultation) -> None:
    """Let people comment, ask for changes and take stances."""
    first, second, third, *_ = asked(tx, one)
    remark(tx, first, 4, Kind.AMENDMENT, "Za besedo »knjižnično« se doda »in arhivsko«.", 1, 21)
    remark(tx, third, 3, Kind.COMMENT, "Občine tega ne zmorejo <same> & brez države.", 6)
    remark(tx, third, 6, Kind.COMMENT, "Občine tega ne zmorejo <same> & brez države.")
    remark(tx, second, 2, Kind.COMMENT, "=Opredelitev je preozka.")
    voting.lean(tx, first.id, first.wording_id, of(tx, 21).id, Choice.FOR, NOW)
    voting.lean(tx, first.id, first.wording_id, of(tx, 22).id, Choice.AGAINST, NOW)


def give(tx: Connection, one: Consultation, code: str, to: str) -> None:
    """Let a library give its vote to another, which votes for the fourth question with it."""
    delegating.give(tx, one.id, library(to), delegate(tx, code).id, NOW)
    question = asked(tx, one)[3]
    by = delegate(tx, to).id
    voting.cast(tx, question.id, question.wording_id, library(code), by, Choice.FOR, Receipt("ABCD-2345"), NOW)


def close(tx: Connection, one: Consultation) -> None:
    """Close it at its end."""
    closing.close(tx, one.id, AFTER)


def reword(tx: Connection, one: Consultation, place: int, text: str) -> Consultation:
    """Give a question another text."""
    texts = [(question.id, question.text) for question in asked(tx, one)]
    texts[place] = texts[place][0], dataclasses.replace(texts[place][1], text=text)
    outcome = opening.revise(tx, one.id, one.version, "", texts, of(tx, 90).id, NOW)
    assert isinstance(outcome, opening.Revised)
    return outcome.one


def decided(tx: Connection, /, **changes: Any) -> ConsultationId:
    """Let it all happen, up to the end."""
    one = opened(tx, **changes)
    vote(tx, one)
    said(tx, one)
    if not one.sealed:
        give(tx, one, "sezana", "celje")
    close(tx, one)
    return one.id


async def association(books_: Database, **changes: Any) -> ConsultationId:
    """Make the association, and let a consultation come to its end."""
    await books_.transact(six_libraries)
    return await books_.transact(lambda tx: decided(tx, **changes))
