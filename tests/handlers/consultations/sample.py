"""A draft law of three articles, put to the members, and a short way to put others."""

import dataclasses
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from storage.consultations import books as consultations
from storage.consultations import opening
from storage.consultations.books import Question, Text
from storage.consultations.rules import Consultation, ConsultationId, QuestionId, Terms
from storage.database import Database
from storage.people import PersonId, people
from tests.handlers.phone import NOW

ENDS = NOW + timedelta(days=30)
TERMS = Terms("Zakon o knjižnicah", "Libraries Act", ENDS)
TEXTS = (
    Text("1. člen", "Namen", "I. SPLOŠNE DOLOČBE", "(1) Ta zakon ureja knjižnice.\n(2) Knjižnice so za vse."),
    Text("2. člen", "Članstvo", "I. SPLOŠNE DOLOČBE", "Članstvo je brezplačno."),
    Text("3. člen", None, None, "Ta zakon začne veljati jutri."),
)


async def put_to_vote(
    books: Database, texts: Sequence[Text] = TEXTS, now: datetime = NOW, **changes: Any
) -> Consultation:
    """Open a consultation on the law, but for some changes."""
    outcome = await books.transact(opening.open_, dataclasses.replace(TERMS, **changes), "", texts, None, now)
    assert isinstance(outcome, opening.Opened)
    return outcome.one


async def questions_of(books: Database, number: ConsultationId) -> list[Question]:
    """List the questions of a consultation as they stand."""
    one = await books.read(consultations.find, number)
    assert one is not None
    return await books.read(consultations.outline, number, one.version)


async def revise(
    books: Database, number: ConsultationId, texts: Sequence[tuple[QuestionId | None, Text]]
) -> opening.Revised:
    """Put a new version of the draft to the members."""
    one = await books.read(consultations.find, number)
    by = await books.read(lambda tx: tx.execute(select(people.c.id).order_by(people.c.id).limit(1)).scalar_one())
    assert one is not None
    outcome = await books.transact(opening.revise, number, one.version, "", texts, PersonId(by), NOW)
    assert isinstance(outcome, opening.Revised)
    return outcome


async def reword(books: Database, number: ConsultationId, text: str) -> opening.Revised:
    """Change the text of the first question."""
    first, *others = await questions_of(books, number)
    changed = dataclasses.replace(first.text, text=text)
    return await revise(books, number, [(first.id, changed), *((one.id, one.text) for one in others)])
