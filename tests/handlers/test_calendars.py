"""Calendar files as other programs read them."""

import io
import unicodedata
from datetime import UTC, date, datetime, timedelta

import pytest
from dateutil import tz
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event, EventStatus

from handlers.calendars import Entry, calendar
from storage.local_time import LJUBLJANA

STAMP = datetime(2027, 3, 1, 8, 15, tzinfo=UTC)
START, END = datetime(2027, 5, 12, 7, 30, tzinfo=UTC), datetime(2027, 5, 12, 10, tzinfo=UTC)
DAY = date(2027, 5, 12)
HOUR = timedelta(hours=1)

FIRST, LAST = datetime(2024, 1, 1), datetime(2035, 12, 31)  # noqa: DTZ001 - hypothesis adds the zone
CHANGES = [
    datetime(year, month, 31, 1, tzinfo=UTC) - timedelta(days=(datetime(year, month, 31, tzinfo=UTC).weekday() + 1) % 7)
    for year in range(2024, 2036)
    for month in (3, 10)
]
TOLD = tz.tzical(io.StringIO(calendar([]).decode())).get("Europe/Ljubljana")
"""The zone as the file tells it."""

MINUTES = st.integers(-180, 180).map(lambda minutes: timedelta(minutes=minutes))
MOMENTS = st.one_of(
    st.datetimes(FIRST, LAST, timezones=st.just(UTC)).map(lambda moment: moment.replace(microsecond=0)),
    st.builds(lambda change, minutes: change + minutes, st.sampled_from(CHANGES), MINUTES),
)
TEXTS = st.one_of(st.text(), st.text("\\Nn,;:\"'\r\n\u2028\x00čŠ🗳 ", max_size=200))


def entry(when: date | datetime | tuple[datetime, datetime] = DAY, title: str = "Rok", **details: object) -> Entry:
    return Entry("call-7-deadline-1@glasnik", 3, STAMP, title, when, **details)  # type: ignore[arg-type]


def read(file: bytes) -> Calendar:
    return IcsCalendarStream.calendar_from_ics(file.decode())


def only(file: bytes) -> Event:
    [found] = read(file).events
    return found


def visible(text: str | None) -> str:
    return "".join(char for char in text or "" if not char.isspace() and unicodedata.category(char) != "Cc")


def test_a_day_is_an_entry_of_the_whole_day() -> None:
    found = only(calendar([entry()]))
    assert (found.dtstart, found.dtend) == (DAY, DAY + timedelta(days=1))
    assert found.transparency == "TRANSPARENT"


def test_a_span_is_at_the_hour_on_the_wall() -> None:
    file = calendar([entry((START, END))])
    assert b"DTSTART;TZID=Europe/Ljubljana:20270512T093000\r\n" in file
    assert b"DTEND;TZID=Europe/Ljubljana:20270512T120000\r\n" in file
    assert only(file).transparency == "OPAQUE"


def test_a_deadline_is_the_end_of_half_an_hour_on_its_day() -> None:
    midnight = datetime(2027, 5, 13, tzinfo=LJUBLJANA)
    found = only(calendar([entry(midnight)]))
    assert found.dtstart == datetime(2027, 5, 12, 23, 30, tzinfo=LJUBLJANA)
    assert (found.dtend, found.transparency) == (midnight, "TRANSPARENT")


@example(CHANGES[1])
@example(CHANGES[1] + timedelta(minutes=15))
@example(CHANGES[0] + timedelta(minutes=15))
@given(MOMENTS)
def test_half_an_hour_is_half_an_hour_when_clocks_change(deadline: datetime) -> None:
    found = only(calendar([entry(deadline.astimezone(LJUBLJANA))]))
    assert isinstance(found.dtstart, datetime)
    assert isinstance(found.dtend, datetime)
    assert (found.dtstart.astimezone(UTC), found.dtend.astimezone(UTC)) == (deadline - timedelta(minutes=30), deadline)


def test_all_there_is_to_say() -> None:
    told = entry(
        (START, END),
        "Delavnica: branje, pisanje; \\ in še kaj",
        description="Prva vrstica\n\nDruga, vrstica",
        place="Kinodvor, Kolodvorska 13",
        link="https://example.si/dogodki?id=7&jezik=sl",
    )
    found = only(calendar([told]))
    assert (found.uid, found.sequence, found.dtstamp, found.last_modified) == (told.uid, 3, STAMP, STAMP)
    assert (found.summary, found.location) == (told.title, told.place)
    assert found.description == f"{told.description}\n\n{told.link}"
    assert str(found.url) == told.link
    assert found.status == EventStatus.CONFIRMED


def test_what_is_cancelled_takes_no_time() -> None:
    found = only(calendar([entry((START, END), cancelled=True)]))
    assert (found.status, found.transparency) == (EventStatus.CANCELLED, "TRANSPARENT")


def test_a_file_has_no_name_and_a_feed_has_one() -> None:
    assert b"X-WR-CALNAME" not in calendar([entry()])
    feed = calendar([entry(), entry((START, END))], "Združenje, koledar")
    assert "X-WR-CALNAME:Združenje\\, koledar\r\n" in feed.decode()
    assert len(read(feed).events) == 2


def test_a_feed_may_be_empty() -> None:
    assert read(calendar([], "Roki")).events == []


def test_the_same_entries_are_the_same_file() -> None:
    assert calendar([entry((START, END))]) == calendar([entry((START, END))])


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\x0b", "\x85", "\u2028"])
def test_no_text_says_more_than_itself(end: str) -> None:
    nasty = end.join(["Rok", "METHOD:REQUEST", "END:VEVENT", "END:VCALENDAR", "BEGIN:VCALENDAR"])
    file = calendar([entry(title=nasty, description=nasty, place=nasty, link=f"https://example.si/{nasty}")], nasty)
    lines = file.decode().replace("\r\n ", "").splitlines()
    assert [line for line in lines if line.startswith("METHOD")] == ["METHOD:PUBLISH"]
    assert [line for line in lines if "VCALENDAR" in line[:20]] == ["BEGIN:VCALENDAR", "END:VCALENDAR"]
    assert only(file).summary == "Rok METHOD:REQUEST END:VEVENT END:VCALENDAR BEGIN:VCALENDAR"


@example(r"C:\New", r"C:\new\;", "\\")
@given(TEXTS, TEXTS, TEXTS)
def test_any_text_is_read_as_it_was_written(title: str, description: str, place: str) -> None:
    file = calendar([entry(title=title, description=description, place=place)])
    found = only(file)
    assert visible(found.summary) == visible(title)
    assert visible(found.description) == visible(description)
    assert visible(found.location) == visible(place)
    assert not any(unicodedata.category(char) == "Cc" for char in f"{found.summary}{found.location}")


@given(TEXTS)
def test_lines_are_short_and_cut_no_character(title: str) -> None:
    lines = calendar([entry(title=title * 5)]).split(b"\r\n")
    assert lines.pop() == b""
    for line in lines:
        assert len(line) <= 75
        assert not set(line.decode()) & {"\r", "\n"}


@example(CHANGES[1] + timedelta(minutes=30), HOUR)
@example(CHANGES[1] - timedelta(minutes=30), HOUR)
@example(CHANGES[0] - timedelta(minutes=30), HOUR)
@settings(max_examples=300)
@given(MOMENTS, st.timedeltas(timedelta(minutes=1), timedelta(days=3)))
def test_any_span_is_read_as_it_was_written(start: datetime, length: timedelta) -> None:
    end = start + timedelta(seconds=length // timedelta(seconds=1))
    found = only(calendar([entry((start, end))]))
    assert isinstance(found.dtstart, datetime)
    assert isinstance(found.dtend, datetime)
    assert (found.dtstart.astimezone(UTC), found.dtend.astimezone(UTC)) == (start, end)


def test_clocks_change_in_the_file_as_they_do_in_ljubljana() -> None:
    """Whoever goes by the file alone has the same hour on the wall, whichever way it is reckoned."""
    for change in CHANGES:
        assert change.astimezone(LJUBLJANA).utcoffset() != (change - HOUR).astimezone(LJUBLJANA).utcoffset()
        for minutes in range(-180, 181, 15):
            moment = change + timedelta(minutes=minutes)
            local = moment.astimezone(LJUBLJANA)
            assert moment.astimezone(TOLD).replace(tzinfo=None) == local.replace(tzinfo=None)
            assert local.replace(tzinfo=TOLD).astimezone(UTC) == moment


@given(MOMENTS)
def test_any_moment_has_its_hour_in_the_zone_of_the_file(moment: datetime) -> None:
    assert moment.astimezone(TOLD).replace(tzinfo=None) == moment.astimezone(LJUBLJANA).replace(tzinfo=None)
