"""A consultation opens, its draft gets a new version, its end moves, it is withdrawn: one transaction each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from storage import audit, drafts
from storage.consultations import books, notices, rules
from storage.consultations.books import Locked, Text
from storage.consultations.chain import Do, Head
from storage.consultations.rules import (
    Closed,
    Consultation,
    ConsultationId,
    Problem,
    QuestionId,
    State,
    Terms,
    WordingId,
)
from storage.consultations.tables import consultations, outlines, questions, roll, versions, wordings
from storage.consultations.voting import NoSuch
from storage.drafts import Draft, DraftId, Gone, NotYours
from storage.people import PersonId, libraries

EXTENDING = "consultation_end"
"""The drafts of later ends are kept under this name."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The consultation runs; so many people are told."""

    one: Consultation
    told: int


@dataclass(frozen=True, slots=True)
class NotYet:
    """The consultation cannot open as it is."""

    problems: tuple[Problem, ...]


def open_(
    tx: Connection, terms: Terms, preamble: str, texts: Sequence[Text], by: PersonId | None, now: datetime
) -> Opened | NotYet:
    """Put a draft to the members: write its roll, its reminders and its end, and tell those who are asked."""
    if problems := rules.check(terms, len(texts), now):
        return NotYet(tuple(problems))
    values = {
        **books.columns_of(terms), "state": State.OPEN, "version": 1, "opened_at": now, "created_by": by,
        "log_length": 0, "log_hash": Head().hash,
    }  # fmt: skip
    number = ConsultationId(tx.execute(insert(consultations).values(values).returning(consultations.c.id)).scalar_one())
    one = Consultation(number, terms, State.OPEN, 1, now, None, by)
    asked = _outline(tx, one, preamble, [(None, text) for text in texts], now)
    write_roll(tx, one)
    said = {
        "do": Do.OPEN, "consultation": number, "title": terms.title_sl, "at": books.stamp(now),
        "questions": asked, "terms": plain(terms),
    }  # fmt: skip
    books.write_down(tx, Locked(one, Head()), [said], [None])
    audit.note(tx, by, "open_consultation", {"consultation": number}, now)
    notices.plan(tx, one, now)
    return Opened(one, notices.tell_opened(tx, one, now))


def write_roll(tx: Connection, one: Consultation) -> None:
    """Write down the libraries that are asked and are not on the roll yet, each with its weight."""
    there = select(roll.c.library_id).where(roll.c.consultation_id == one.id)
    rows = tx.execute(select(libraries).where(libraries.c.id.not_in(there)).order_by(libraries.c.code)).mappings().all()
    new = [
        {
            "consultation_id": one.id, "library_id": row["id"], "code": row["code"], "name": row["name"],
            "kind": row["kind"], "weight": str(one.terms.weight(row["kind"])),
        }
        for row in rows
        if one.terms.asks(row["kind"])
    ]  # fmt: skip
    if new:
        tx.execute(insert(roll), new)


def enrol(tx: Connection) -> None:
    """Put libraries that have come onto the roll of each consultation that is not closed and asks them."""
    still = select(consultations).where(consultations.c.state == State.OPEN).order_by(consultations.c.id)
    for row in tx.execute(still.with_for_update()).mappings().all():
        write_roll(tx, books.consultation_of(row))


def plain(terms: Terms) -> dict[str, Any]:
    """Say the terms as JSON can hold them."""
    columns = books.columns_of(terms)
    return {**columns, "ends_at": books.stamp(terms.ends_at)}


def _outline(
    tx: Connection, one: Consultation, preamble: str, texts: Sequence[tuple[QuestionId | None, Text]], now: datetime
) -> list[Mapping[str, Any]]:
    """Write a version of the draft: each text under the question it belongs to (None: a new one); say so for the log.

    A text that a question has already keeps its wording.
    """
    values = {"consultation_id": one.id, "version": one.version, "preamble": preamble, "added_at": now}
    tx.execute(insert(versions).values(values))
    rows: list[dict[str, Any]] = []
    said: list[Mapping[str, Any]] = []
    for position, (known, text) in enumerate(texts, 1):
        new = insert(questions).values(consultation_id=one.id).returning(questions.c.id)
        question = known or QuestionId(tx.execute(new).scalar_one())
        wording = _wording(tx, question, text)
        rows.append({"consultation_id": one.id, "version": one.version, "position": position,
                     "question_id": question, "wording_id": wording})  # fmt: skip
        said.append({"question": question, "label": text.label, "wording": text.fingerprint})
    tx.execute(insert(outlines), rows)
    return said


def _wording(tx: Connection, question: QuestionId, text: Text) -> WordingId:
    same = select(wordings.c.id).where(wordings.c.question_id == question, wordings.c.fingerprint == text.fingerprint)
    found = tx.execute(same.order_by(wordings.c.id.desc()).limit(1)).scalar()
    if found is None:
        values = {
            "question_id": question, "label": text.label, "title": text.title, "chapter": text.chapter,
            "text": text.text, "fingerprint": text.fingerprint,
        }  # fmt: skip
        found = tx.execute(insert(wordings).values(values).returning(wordings.c.id)).scalar_one()
    return WordingId(found)


@dataclass(frozen=True, slots=True)
class Revised:
    """The draft has a new version; so many questions are changed, new and gone, so many people are told."""

    one: Consultation
    changed: int
    new: int
    gone: int
    told: int


def revise(
    tx: Connection, consultation_id: ConsultationId, version: int, preamble: str,
    texts: Sequence[tuple[QuestionId | None, Text]], by: PersonId, now: datetime,
) -> Revised | NotYet | NoSuch | Closed:  # fmt: skip
    """Put a new version of the draft in place of `version`: each text with the question it goes on, None for a new one.

    Votes and stances stay. Where the text is another, they are of the old wording, and the library is asked again.
    """
    locked = books.lock(tx, consultation_id)
    if locked is None or locked.one.version != version:
        return NoSuch()
    if not locked.one.runs(now):
        return Closed()
    if not texts:
        return NotYet((Problem.NO_QUESTIONS,))
    before = {question.id: question.text.fingerprint for question in books.outline(tx, consultation_id, version)}
    kept: dict[QuestionId, str] = {}
    placed: list[tuple[QuestionId | None, Text]] = []
    for question, text in texts:
        goes_on = question if question in before and question not in kept else None
        if goes_on is not None:
            kept[goes_on] = text.fingerprint
        placed.append((goes_on, text))
    one = replace(locked.one, version=version + 1)
    tx.execute(update(consultations).where(consultations.c.id == one.id).values(version=one.version))
    asked = _outline(tx, one, preamble, placed, now)
    said = {"do": Do.VERSION, "version": one.version, "questions": asked, **books.when(one, now)}
    books.write_down(tx, Locked(one, locked.head), [said], [None])
    audit.note(tx, by, "revise_consultation", {"consultation": one.id, "version": one.version}, now)
    changed = sum(fingerprint != before[question] for question, fingerprint in kept.items())
    new, gone = len(texts) - len(kept), len(before) - len(kept)
    told = notices.tell_revised(tx, one, now) if changed or new else 0
    return Revised(one, changed, new, gone, told)


@dataclass(frozen=True, slots=True)
class Extended:
    """The end has moved; so many people are told."""

    one: Consultation
    told: int


def extend(
    tx: Connection, consultation_id: ConsultationId, ends_at: datetime, by: PersonId, now: datetime
) -> Extended | NotYet | NoSuch | Closed:
    """Move the end on, and with it the reminders and the closing."""
    locked = books.lock(tx, consultation_id)
    if locked is None:
        return NoSuch()
    if not locked.one.runs(now):
        return Closed()
    if ends_at <= locked.one.terms.ends_at:
        return NotYet((Problem.ENDS_TOO_SOON,))
    one = replace(locked.one, terms=replace(locked.one.terms, ends_at=ends_at))
    values = {"ends_at": ends_at, "ends_local": books.local(ends_at)}
    tx.execute(update(consultations).where(consultations.c.id == one.id).values(values))
    said = {"do": Do.EXTEND, "ends_at": books.stamp(ends_at), **books.when(one, now)}
    books.write_down(tx, locked, [said], [None])
    audit.note(tx, by, "extend_consultation", {"consultation": one.id}, now)
    notices.plan(tx, one, now)
    return Extended(one, notices.tell_extended(tx, one, now))


def extend_as_drafted(
    tx: Connection, draft_id: DraftId, version: int, by: PersonId, now: datetime
) -> Extended | NotYet | NoSuch | Closed | NotYours | Gone:
    """Move the end on as a draft says, and end the draft; a second time it is gone."""
    draft = drafts.lock(tx, draft_id, version, by, EXTENDING)
    if not isinstance(draft, Draft):
        return draft
    if "ends_at" not in draft.data:
        return Gone()
    drafts.end(tx, draft_id)
    return extend(tx, draft.data["consultation"], datetime.fromisoformat(draft.data["ends_at"]), by, now)


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The consultation is over without a result; so many people are told."""

    one: Consultation
    told: int


def withdraw(
    tx: Connection, consultation_id: ConsultationId, by: PersonId, now: datetime
) -> Withdrawn | NoSuch | Closed:
    """Call a consultation off: nothing is counted, no reminder comes."""
    locked = books.lock(tx, consultation_id)
    if locked is None:
        return NoSuch()
    if not locked.one.runs(now):
        return Closed()
    one = replace(locked.one, state=State.WITHDRAWN, closed_at=now)
    tx.execute(update(consultations).where(consultations.c.id == one.id).values(state=one.state, closed_at=now))
    books.write_down(tx, locked, [{"do": Do.WITHDRAW, **books.when(one, now)}], [None])
    audit.note(tx, by, "withdraw_consultation", {"consultation": one.id}, now)
    notices.drop(tx, one)
    return Withdrawn(one, notices.tell_withdrawn(tx, one, now))
