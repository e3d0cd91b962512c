"""Reading and writing the rows of consultations: what every action needs."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

from sqlalchemy import Connection, RowMapping, bindparam, func, insert, select, update

from storage import people
from storage.consultations import chain
from storage.consultations.chain import Entry, Head
from storage.consultations.majority import Majority, Rule, Share
from storage.consultations.rules import (
    Ballot,
    Consultation,
    ConsultationId,
    Proxies,
    QuestionId,
    Receipt,
    Remarks,
    Results,
    State,
    Terms,
    WordingId,
)
from storage.consultations.tables import ballot_log, consultations, outlines, proxies, roll, wordings
from storage.local_time import LJUBLJANA
from storage.people import LibraryId, Person, PersonId, libraries, select_people


@dataclass(frozen=True, slots=True)
class Text:
    """What a question is about: `label` is "12. člen" or a heading, `text` has a paragraph a line."""

    label: str
    title: str | None
    chapter: str | None
    text: str

    @property
    def whole(self) -> str:
        """Title and text."""
        return f"{self.title}\n{self.text}" if self.title else self.text

    @property
    def fingerprint(self) -> str:
        """SHA-256 of it all, in hexadecimal."""
        return hashlib.sha256("\x1f".join((self.label, self.title or "", self.text)).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a consultation as it stands now: its place among `of`, counted from 1, and its wording."""

    id: QuestionId
    wording_id: WordingId
    position: int
    of: int
    text: Text


def terms_of(row: RowMapping) -> Terms:
    """Read the terms in a row of `consultations`."""
    weights = row["weights"]
    return Terms(
        title_sl=row["title_sl"],
        title_en=row["title_en"],
        ends_at=row["ends_at"],
        ballot=Ballot(row["ballot"]),
        results=Results(row["results"]),
        remarks=Remarks(row["remarks"]),
        rule=Rule(Majority(row["majority"]), Share(row["share"]), Fraction(row["quorum"])),
        kinds=tuple(row["kinds"]),
        weights=None if weights is None else {kind: Fraction(weight) for kind, weight in weights.items()},
        proxies=row["proxies"],
    )


def columns_of(terms: Terms) -> dict[str, Any]:
    """Lay terms out as columns of `consultations`."""
    return {
        "title_sl": terms.title_sl,
        "title_en": terms.title_en,
        "ends_at": terms.ends_at,
        "ends_local": local(terms.ends_at),
        "ballot": terms.ballot,
        "results": terms.results,
        "remarks": terms.remarks,
        "majority": terms.rule.majority,
        "share": terms.rule.share,
        "quorum": str(terms.rule.quorum),
        "kinds": list(terms.kinds),
        "weights": None if terms.weights is None else {kind: str(weight) for kind, weight in terms.weights.items()},
        "proxies": terms.proxies,
    }


def local(moment: datetime) -> str:
    """Return the time on the wall in Ljubljana, to the minute."""
    return moment.astimezone(LJUBLJANA).strftime("%Y-%m-%dT%H:%M")


def consultation_of(row: RowMapping) -> Consultation:
    """Read a row of `consultations`."""
    return Consultation(
        ConsultationId(row["id"]), terms_of(row), State(row["state"]), row["version"], row["opened_at"],
        row["closed_at"], row["created_by"],
    )  # fmt: skip


_FIND = select(consultations).where(consultations.c.id == bindparam("consultation"))
_LOCK, _HOLD = _FIND.with_for_update(), _FIND.with_for_update(read=True)
_WHO = select_people().where(people.people.c.id == bindparam("person")).with_for_update(
    read=True, key_share=True, of=people.people
)  # fmt: skip


def find(tx: Connection, consultation_id: ConsultationId) -> Consultation | None:
    """Find a consultation."""
    row = tx.execute(_FIND, {"consultation": consultation_id}).mappings().first()
    return consultation_of(row) if row else None


def hold(tx: Connection, consultation_id: ConsultationId) -> Consultation | None:
    """Find a consultation that neither ends nor changes until the transaction does; others may hold it too."""
    row = tx.execute(_HOLD, {"consultation": consultation_id}).mappings().first()
    return consultation_of(row) if row else None


@dataclass(frozen=True, slots=True)
class Locked:
    """A consultation whose votes and log nobody else changes until the transaction ends, and where its log stands."""

    one: Consultation
    head: Head


def lock(tx: Connection, consultation_id: ConsultationId) -> Locked | None:
    """Find a consultation and hold it."""
    row = tx.execute(_LOCK, {"consultation": consultation_id}).mappings().first()
    return Locked(consultation_of(row), Head(row["log_length"], row["log_hash"])) if row else None


def staying(tx: Connection, person_id: PersonId) -> Person | None:
    """Find a person who does not leave until the transaction ends."""
    row = tx.execute(_WHO, {"person": person_id}).mappings().first()
    return people.person_of(row) if row else None


_OF_QUESTION = (
    select(outlines.c.consultation_id)
    .join(consultations, consultations.c.id == outlines.c.consultation_id)
    .where(outlines.c.question_id == bindparam("question"), outlines.c.version == consultations.c.version)
)


def of_question(tx: Connection, question_id: QuestionId) -> ConsultationId | None:
    """Find the consultation to whose present version a question belongs."""
    number = tx.execute(_OF_QUESTION, {"question": question_id}).scalar()
    return None if number is None else ConsultationId(number)


_OUTLINE = (
    select(outlines.c.question_id, outlines.c.position, wordings)
    .join(wordings, wordings.c.id == outlines.c.wording_id)
    .where(outlines.c.consultation_id == bindparam("consultation"), outlines.c.version == bindparam("version"))
    .order_by(outlines.c.position)
)


def outline(tx: Connection, consultation_id: ConsultationId, version: int) -> list[Question]:
    """List the questions of a version of a consultation, in order."""
    rows = tx.execute(_OUTLINE, {"consultation": consultation_id, "version": version}).mappings().all()
    return [_question_of(row, len(rows)) for row in rows]


_LAST = outlines.alias()
_QUESTION = (
    _OUTLINE.add_columns(
        select(func.max(_LAST.c.position))
        .where(_LAST.c.consultation_id == outlines.c.consultation_id, _LAST.c.version == outlines.c.version)
        .correlate(outlines)
        .scalar_subquery()
        .label("of")
    )
    .where(outlines.c.question_id == bindparam("question"))
    .order_by(None)
)


def question(tx: Connection, one: Consultation, question_id: QuestionId) -> Question | None:
    """Find a question as it reads now; None if it is not asked any more."""
    values = {"consultation": one.id, "version": one.version, "question": question_id}
    row = tx.execute(_QUESTION, values).mappings().first()
    return _question_of(row, row["of"]) if row else None


def _question_of(row: RowMapping, of: int) -> Question:
    text = Text(row["label"], row["title"], row["chapter"], row["text"])
    return Question(QuestionId(row["question_id"]), WordingId(row["id"]), row["position"], of, text)


_WORDING = select(outlines.c.wording_id).where(
    outlines.c.question_id == bindparam("question"),
    outlines.c.consultation_id == bindparam("consultation"),
    outlines.c.version == bindparam("version"),
)


def current_wording(tx: Connection, one: Consultation, question_id: QuestionId) -> WordingId | None:
    """Find the wording that a question has now; None if it is not asked any more."""
    values = {"question": question_id, "consultation": one.id, "version": one.version}
    number = tx.execute(_WORDING, values).scalar()
    return None if number is None else WordingId(number)


_GIVEN = select(proxies.c.from_id, proxies.c.to_id).where(proxies.c.consultation_id == bindparam("consultation"))


def given(tx: Connection, consultation_id: ConsultationId) -> Proxies:
    """Find who votes for whom."""
    rows = tx.execute(_GIVEN, {"consultation": consultation_id})
    return Proxies({LibraryId(row.from_id): LibraryId(row.to_id) for row in rows})


_CODES = (
    select(libraries.c.id, func.coalesce(roll.c.code, libraries.c.code))
    .outerjoin(roll, (roll.c.library_id == libraries.c.id) & (roll.c.consultation_id == bindparam("consultation")))
    .where(libraries.c.id.in_(bindparam("ids", expanding=True)))
)


def codes(tx: Connection, one: Consultation, ids: Sequence[LibraryId]) -> dict[LibraryId, str]:
    """Find by what codes the log calls libraries: as on the roll, even if they have other ones since."""
    return {LibraryId(number): code for number, code in tx.execute(_CODES, {"consultation": one.id, "ids": ids})}


_ENTER = insert(ballot_log)
_MOVE_HEAD = (
    update(consultations)
    .where(consultations.c.id == bindparam("consultation"))
    .values(log_length=bindparam("length"), log_hash=bindparam("last"))
)


def write_down(
    tx: Connection, locked: Locked, said: Sequence[Mapping[str, Any]], receipts: Sequence[Receipt | str | None]
) -> Locked:
    """Add entries to the ballot log, each with the receipt that finds it again; return where the log stands then."""
    entries: list[Entry] = []
    head = locked.head
    for one in said:
        entry = chain.append(head, one)
        head = Head(entry.number, entry.hash)
        entries.append(entry)
    if not entries:
        return locked
    rows = [
        {"consultation_id": locked.one.id, "number": entry.number, "body": entry.body, "hash": entry.hash,
         "receipt": receipt}
        for entry, receipt in zip(entries, receipts, strict=True)
    ]  # fmt: skip
    tx.execute(_ENTER, rows)
    tx.execute(_MOVE_HEAD, {"consultation": locked.one.id, "length": head.length, "last": head.hash})
    return Locked(locked.one, head)


def when(one: Consultation, now: datetime) -> dict[str, str]:
    """Say when something was done, for the log; of sealed votes no time is kept, lest they be told apart by it."""
    return {} if one.sealed else {"at": stamp(now)}


def stamp(moment: datetime) -> str:
    """Write a moment for the log, in UTC, to the second."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def entry_of(row: RowMapping) -> Entry:
    """Read a row of the ballot log."""
    return Entry(row["number"], row["body"], row["hash"])


def log_of(tx: Connection, consultation_id: ConsultationId) -> list[Entry]:
    """Read a whole ballot log."""
    rows = tx.execute(
        select(ballot_log).where(ballot_log.c.consultation_id == consultation_id).order_by(ballot_log.c.number)
    ).mappings()
    return [entry_of(row) for row in rows]


def head_of(tx: Connection, consultation_id: ConsultationId) -> Head | None:
    """Find where a ballot log stands, as the consultation itself has it."""
    found = select(consultations.c.log_length, consultations.c.log_hash).where(consultations.c.id == consultation_id)
    row = tx.execute(found).first()
    return None if row is None else Head(row.log_length, row.log_hash)
