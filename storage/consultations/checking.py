"""A member looks whether the own votes stand as they were cast, and whether the ballot log is what it was."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from storage.consultations import books, chain, rules, sealed
from storage.consultations.chain import Broken, Do, Sound
from storage.consultations.majority import Choice
from storage.consultations.rules import Consultation, Key, Receipt, WordingId
from storage.consultations.tables import ballot_log, outlines, votes, wordings
from storage.people import LibraryId, Person, libraries


@dataclass(frozen=True, slots=True)
class Standing:
    """A vote as it was cast on the question `label`; `number` is its entry in the log, None if it is not there yet.

    It is `replaced` by a later one or not, and `old` if the question has another wording now.
    """

    label: str
    choice: Choice
    number: int | None
    replaced: bool
    old: bool


@dataclass(frozen=True, slots=True)
class Checked:
    """The own votes, none if there are none, and whether all of the log is as it was written."""

    votes: Sequence[Standing]
    log: Sound | Broken


@dataclass(frozen=True, slots=True)
class _Wording:
    id: WordingId
    fingerprint: str
    label: str
    old: bool


def _texts(tx: Connection, one: Consultation) -> list[_Wording]:
    """List the wordings of all versions, those of the present one last."""
    chosen = (
        select(wordings.c.id, wordings.c.fingerprint, wordings.c.label, outlines.c.version)
        .join(outlines, outlines.c.wording_id == wordings.c.id)
        .where(outlines.c.consultation_id == one.id)
        .order_by(outlines.c.version, outlines.c.position)
    )
    return [_Wording(row.id, row.fingerprint, row.label, row.version != one.version) for row in tx.execute(chosen)]


def by_receipt(tx: Connection, one: Consultation, receipt: Receipt, person: Person) -> Checked:
    """Find the votes of a receipt, if they are of the person's library or were cast by it."""
    mine = ballot_log.c.consultation_id == one.id, ballot_log.c.receipt == receipt
    rows = tx.execute(select(ballot_log).where(*mine).order_by(ballot_log.c.number)).mappings()
    code = person.library.code if person.library else None
    found = [
        (entry.number, said)
        for entry in map(books.entry_of, rows)
        if (said := entry.said)["do"] == Do.VOTE and "ballot" not in said and code in {said["library"], said["through"]}
    ]
    counts = _counting(tx, receipt)
    texts = {text.fingerprint: text for text in _texts(tx, one)}
    standing = [
        Standing(texts[said["wording"]].label, Choice(said["choice"]), number,
                 (said["question"], said["library"]) not in counts, texts[said["wording"]].old)
        for number, said in found
    ]  # fmt: skip
    return _checked(tx, one, standing)


def _counting(tx: Connection, receipt: Receipt) -> set[tuple[int, str]]:
    """Find the votes that count with a receipt: the question, and the code of the library."""
    chosen = select(votes.c.question_id, libraries.c.code).join(libraries, libraries.c.id == votes.c.library_id)
    return {tuple(row) for row in tx.execute(chosen.where(votes.c.receipt == receipt))}


def by_key(tx: Connection, one: Consultation, library_id: LibraryId, key: Key) -> Checked:
    """Find the sealed ballots of a library that a key opens; they are in the log once the vote is over."""
    texts = {text.id: text for text in _texts(tx, one)}
    seals = {number: rules.seal(key, number, library_id) for number in texts}
    chosen = select(ballot_log.c.receipt, ballot_log.c.number).where(ballot_log.c.consultation_id == one.id)
    rows = tx.execute(chosen.where(ballot_log.c.receipt.in_(seals.values())))
    logged = {row.receipt: row.number for row in rows}
    standing = [
        Standing(texts[number].label, choice, logged.get(seals[number]), replaced=False, old=texts[number].old)
        for number, choice in sealed.opened(tx, one.id, library_id, key).items()
    ]
    return _checked(tx, one, standing)


def _checked(tx: Connection, one: Consultation, standing: Sequence[Standing]) -> Checked:
    head = books.head_of(tx, one.id)
    if head is None:
        raise LookupError("A consultation has a log.")
    return Checked(standing, chain.verify(books.log_of(tx, one.id), head))
