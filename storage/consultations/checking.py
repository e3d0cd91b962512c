"""A member looks whether the own votes stand unchanged in the ballot log."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from storage.consultations import books, chain
from storage.consultations.chain import Broken, Do, Sound
from storage.consultations.majority import Choice
from storage.consultations.rules import ConsultationId, Key, Receipt, WordingId, seal
from storage.consultations.tables import outlines, wordings
from storage.people import LibraryId, Person


@dataclass(frozen=True, slots=True)
class Standing:
    """A vote as it stands in the log, under its `number`: on the question `label`; `replaced` by a later one or not."""

    number: int
    label: str
    choice: Choice
    replaced: bool


@dataclass(frozen=True, slots=True)
class Checked:
    """The own votes in the log, and whether all of it is as it was written; none if there is nothing of one's own."""

    votes: Sequence[Standing]
    log: Sound | Broken


def by_receipt(tx: Connection, consultation_id: ConsultationId, receipt: Receipt, person: Person) -> Checked | None:
    """Find the votes of a receipt, if they are of the person's library or were cast by it; None if there is no log."""
    code = person.library.code if person.library else None

    def mine(said: Mapping[str, Any]) -> bool:
        return said.get("receipt") == receipt and code in {said["library"], said["through"]}

    return _checked(tx, consultation_id, mine)


def by_key(tx: Connection, consultation_id: ConsultationId, library_id: LibraryId, key: Key) -> Checked | None:
    """Find the sealed ballots of a library that a key opens; None if there is no log."""
    ids = tx.execute(select(outlines.c.wording_id).where(outlines.c.consultation_id == consultation_id)).scalars()
    seals = {seal(key, WordingId(wording), library_id) for wording in ids}
    return _checked(tx, consultation_id, lambda said: said.get("ballot") in seals)


def _checked(
    tx: Connection, consultation_id: ConsultationId, mine: Callable[[Mapping[str, Any]], bool]
) -> Checked | None:
    head = books.head_of(tx, consultation_id)
    if head is None:
        return None
    log = books.log_of(tx, consultation_id)
    votes = [(entry, said) for entry in log if (said := entry.said)["do"] == Do.VOTE]
    last = {_voter(said): entry.number for entry, said in votes}
    labels = _labels(tx, consultation_id)
    found = [
        Standing(entry.number, labels[said["wording"]], Choice(said["choice"]), last[_voter(said)] != entry.number)
        for entry, said in votes
        if mine(said)
    ]
    return Checked(found, chain.verify(log, head))


def _voter(said: Mapping[str, Any]) -> tuple[int, str]:
    """Tell which vote on which question it is."""
    return said["question"], said["ballot"] if "ballot" in said else said["library"]


def _labels(tx: Connection, consultation_id: ConsultationId) -> dict[str, str]:
    chosen = select(wordings.c.fingerprint, wordings.c.label).join(outlines, outlines.c.wording_id == wordings.c.id)
    return {
        row.fingerprint: row.label for row in tx.execute(chosen.where(outlines.c.consultation_id == consultation_id))
    }
