"""Calendar files (.ics), made so that Outlook, Google and Apple read them alike. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event, Timezone, vDuration, vText

from storage.local_time import LJUBLJANA

BEFORE = timedelta(minutes=30)
"""How long the entry of a deadline is that ends with it: calendars do not agree on what has no length."""

AGAIN = timedelta(hours=4)
"""How often calendars are asked to look at a feed again."""

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")

ZONE = Timezone.from_ical("""\
BEGIN:VTIMEZONE
TZID:Europe/Ljubljana
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
""")
"""As two rules: the library would list the clock changes one by one, which Outlook need not read."""

Span = tuple[datetime, datetime]
When = date | datetime | Span


@dataclass(frozen=True, slots=True)
class Entry:
    """A day, a deadline at a moment, or a span from one moment to another, in a calendar. Moments are aware.

    Texts are plain, and may be empty.
    `uid` stays as it is, `sequence` grows with each change, `stamp` is the moment of the last one. The title of a
    cancelled entry has to say that it is: not all calendars show it otherwise.
    """

    uid: str
    sequence: int
    stamp: datetime
    title: str
    when: When
    description: str = ""
    place: str = ""
    link: str = ""
    cancelled: bool = False


def calendar(entries: Iterable[Entry], name: str = "") -> bytes:
    """Write entries into a file. Only a feed has a name: Outlook makes a new calendar of a file with one."""
    return _written(entries, "PUBLISH", name)


def withdrawal(entry: Entry) -> bytes:
    """Write a file that takes a cancelled entry out of the calendar in which it is."""
    return _written([entry], "CANCEL")


def _written(entries: Iterable[Entry], method: str, name: str = "") -> bytes:
    made = Calendar()
    made.add("VERSION", "2.0")
    made.add("PRODID", "-//Glasnik//Glasnik//SL")
    made.add("METHOD", method)
    if name:
        made.add("X-WR-CALNAME", _Text(_line(name)))
        made.add("REFRESH-INTERVAL", AGAIN, parameters={"VALUE": "DURATION"})
        made.add("X-PUBLISHED-TTL", vDuration(AGAIN))
    made.add_component(ZONE)
    for entry in entries:
        made.add_component(_event(entry))
    file: bytes = made.to_ical()
    return file


class _Text(vText):
    """A text in which a backslash before an N is one; the library would break the line there."""

    __slots__ = ()

    def to_ical(self) -> bytes:
        return rb"\\N".join(vText(part).to_ical() for part in self.split(r"\N"))


def _event(entry: Entry) -> Event:
    event = Event()
    event.add("UID", _Text(_line(entry.uid)))
    event.add("SEQUENCE", entry.sequence)
    event.add("DTSTAMP", entry.stamp)
    event.add("LAST-MODIFIED", entry.stamp)
    start, end = _ends(entry.when)
    event.add("DTSTART", start)
    event.add("DTEND", end)
    event.add("STATUS", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("TRANSP", "OPAQUE" if isinstance(entry.when, tuple) and not entry.cancelled else "TRANSPARENT")
    link = _line(entry.link)
    texts = {
        "SUMMARY": _line(entry.title),
        "LOCATION": _line(entry.place),
        # Outlook and Google show no URL.
        "DESCRIPTION": "\n\n".join(filter(None, (_lines(entry.description), link))),
    }
    for key, text in texts.items():
        if text:
            event.add(key, _Text(text))
    if link:
        event.add("URL", link)
    return event


def _ends(when: When) -> tuple[date, date]:
    match when:
        case (start, end):
            return _local(start, end)
        case datetime():
            deadline = when.astimezone(UTC)
            return _local(deadline - BEFORE, deadline)
        case _:
            return when, when + timedelta(days=1)


def _local(start: datetime, end: datetime) -> Span:
    start, end = start.astimezone(LJUBLJANA), end.astimezone(LJUBLJANA)
    if start.fold or end.fold:  # the hour that comes twice is the first one in a calendar
        return start.astimezone(UTC), end.astimezone(UTC)
    return start, end


def _line(text: str) -> str:
    return " ".join(CONTROL.sub(" ", text).split())


def _lines(text: str) -> str:
    return "\n".join(map(_line, text.splitlines())).strip()
