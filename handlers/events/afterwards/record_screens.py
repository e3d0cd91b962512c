"""What a person's own record of attendance looks like. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.dates import writing
from handlers.events import words as general
from handlers.events.afterwards import buttons
from handlers.events.lists import paged
from handlers.membership.buttons import Settings
from handlers.screen import Key, Screen, lines
from handlers.texts import Say
from storage.events.record import Attended, Record
from storage.local_time import LJUBLJANA


@dataclass(frozen=True, slots=True)
class RecordWords:
    """What stands on a record of attendance."""

    association: str
    heading: str
    whose: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    sums: str
    made: str
    language: str
    at: datetime


def card(found: Record, page: int, say: Say) -> Screen:
    """List where somebody was; a button gives the certificate."""
    back = Key(say.label("key-back"), Settings())
    if not found.attended:
        return Screen(lines(say("record-card"), say("record-none")), [[back]])
    keys = [
        [Key(general.label(one.event, say, found.at), buttons.MyCertificate(one.event.id))] for one in found.attended
    ]
    last = [Key(say.label("key-record-paper"), buttons.RecordPaper()), back]
    text = lines(say("record-card"), *_sums(found, say), say("record-choose"))
    return paged(text, keys, page, buttons.MyRecord, last, say)


def _sums(found: Record, say: Say) -> list[str]:
    hours = [say.label("record-hours", hours=found.hours)] if found.hours else []
    return [say.label("record-count", count=len(found.attended)), *hours]


def words(found: Record, say: Say) -> RecordWords:
    """Say what stands on the record."""
    columns = [say.label(f"record-column-{one}") for one in ("day", "event", "hours", "certificate")]
    library = found.library or say.label("office-of-association")
    return RecordWords(
        say.label("document-word-association"), say.label("record-heading"),
        say.label("record-whose", name=found.name, library=library), columns,
        [_row(one, say) for one in found.attended], " ".join(_sums(found, say)),
        say.label("record-made", day=writing.day(found.at, say.language)), say.language, found.at,
    )  # fmt: skip


def _row(one: Attended, say: Say) -> list[str]:
    details = one.event.details
    day = details.starts_at.astimezone(LJUBLJANA)
    return [
        say.label("record-day", day=str(day.day), month=str(day.month), year=str(day.year)),
        general.title(details, say), "" if details.hours is None else str(details.hours),
        _certificate(one, say),
    ]  # fmt: skip


def _certificate(one: Attended, say: Say) -> str:
    """Name the certificate as it does itself."""
    if one.certificate is None or one.issued_at is None:
        return ""
    year = one.issued_at.astimezone(LJUBLJANA).year
    return say.label("certificate-number", number=str(one.certificate), year=str(year))
