"""A call of two stages, and a short way to publish others."""

import dataclasses
from datetime import date, datetime, time
from typing import Any

from storage.calls import publishing
from storage.calls.rules import Call, Content, Deadline, DeadlineKind, Details, Document, Topic, When
from storage.database import Database
from storage.people import PersonId
from tests.handlers.phone import NOW, Phone

DETAILS = Details(
    title_sl="Digitalni zakladi 2027",
    title_en="Digital Treasures 2027",
    caller="Ministrstvo za kulturo",
    summary_sl="Za digitalizacijo lokalnih zbirk.",
    summary_en="To digitise local collections.",
    link="https://example.org/razpis",
    topics=(Topic.DIGITAL, Topic.HERITAGE),
    amount=40_000,
    cofinancing="80 %",
    documents=(Document("razpis.pdf", "file-1"), Document("obrazec.docx", "file-2")),
)
QUESTIONS = Deadline(DeadlineKind.QUESTIONS, When(date(2027, 3, 19)))
SUBMISSION = Deadline(DeadlineKind.SUBMISSION, When(date(2027, 3, 31), time(14)))


async def publish(
    books: Database, *deadlines: Deadline, by: PersonId | None = None, now: datetime = NOW, **changes: Any
) -> Call:
    """Publish the call, but for some changes, with its own deadlines or others."""
    content = Content(dataclasses.replace(DETAILS, **changes), deadlines or (QUESTIONS, SUBMISSION))
    outcome = await books.transact(publishing.publish, content, by, now)
    assert isinstance(outcome, publishing.Published)
    return outcome.call


async def amend(
    books: Database, call: Call, by: Phone, *deadlines: Deadline, now: datetime = NOW, **changes: Any
) -> Call:
    """Let a call say something else."""
    who = await by.me()
    assert who is not None
    said = Content(dataclasses.replace(call.details, **changes), deadlines or call.deadlines)
    outcome = await books.transact(publishing.amend, call.id, call.version, said, who.id, now)
    assert isinstance(outcome, publishing.Amended)
    return outcome.call
