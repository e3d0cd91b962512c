"""The list of member libraries, taken over from a file."""

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from storage import audit, features
from storage.membership.reading import BadFile, Entry, read_libraries
from storage.people import libraries


@dataclass(frozen=True, slots=True)
class Imported:
    """The books hold what the file says; libraries that are `missing` from it were left alone."""

    added: tuple[Entry, ...]
    changed: tuple[Entry, ...]
    unchanged: tuple[Entry, ...]
    missing: tuple[Entry, ...]


def import_libraries(tx: Connection, content: bytes, now: datetime) -> Imported | BadFile:
    """Add and update libraries by code, in small or capital letters, from a CSV file; a bad file changes nothing."""
    entries = read_libraries(content)
    if isinstance(entries, BadFile):
        return entries
    columns = libraries.c
    known = {
        row.code.casefold(): Entry(*row)
        for row in tx.execute(select(columns.code, columns.name, columns.town, columns.kind).order_by(columns.code))
    }
    given = {entry.code.casefold(): entry for entry in entries}
    outcome = Imported(
        added=tuple(entry for code, entry in given.items() if code not in known),
        changed=tuple(entry for code, entry in given.items() if known.get(code, entry) != entry),
        unchanged=tuple(entry for code, entry in given.items() if known.get(code) == entry),
        missing=tuple(entry for code, entry in known.items() if code not in given),
    )
    if outcome.added:
        tx.execute(insert(libraries), [asdict(entry) for entry in outcome.added])
    for entry in outcome.changed:
        before = known[entry.code.casefold()]
        tx.execute(update(libraries).where(columns.code == before.code).values(asdict(entry)))
    for feature in features.FEATURES:
        if feature.enrol:
            feature.enrol(tx)
    audit.note(tx, None, "import_libraries", {"added": len(outcome.added), "changed": len(outcome.changed)}, now)
    return outcome
