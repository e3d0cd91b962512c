"""Moments as people type and read them."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.dates import writing
from handlers.dates.month import month_of
from handlers.dates.reading import (
    LONGEST,
    NoSuchDay,
    NotUnderstood,
    OnlyDay,
    OnlyHour,
    OtherWeekday,
    Read,
    read_moment,
)
from storage.local_time import MissingHour

NOW = datetime(2027, 3, 1, 8, tzinfo=UTC)
FIRST, LAST = datetime(2027, 3, 2), datetime(2035, 12, 30)  # noqa: DTZ001 - hypothesis adds the zone
HALF_PAST_NINE = Read(datetime(2027, 5, 12, 7, 30, tzinfo=UTC))
NINE = Read(datetime(2027, 5, 12, 7, tzinfo=UTC))


@pytest.mark.parametrize(
    "text",
    [
        "12. 5. 2027 ob 9.30", "12.5.2027 9:30", "12. maj 2027 ob 9.30", "12. maja ob 9.30", "12.5. ob 9.30",
        "sreda, 12. 5. ob 9.30", "SREDA 12. MAJA, pol desetih", "2027-05-12 09:30", "12 May 2027 9:30am",
        "May 12, 9.30", "12/5/2027 9:30", "v sredo, 12.\u00a05.\u00a0ob\u00a09.30", "12. 5. 9.30",
        "Wed, 12th May at 9:30",
    ],
)  # fmt: skip
def test_the_same_moment_said_in_many_ways(text: str) -> None:
    assert read_moment(text, NOW) == HALF_PAST_NINE


@pytest.mark.parametrize("text", ["12.5. 9h", "12. maja ob 9", "12. 5. 2027 ob 9. uri", "May 12 at 9 am", "12.5. 9 h"])
def test_full_hours(text: str) -> None:
    assert read_moment(text, NOW) == NINE


@pytest.mark.parametrize(
    ("text", "day", "hour"),
    [
        ("danes 14h", 1, 13), ("jutri ob 9.00", 2, 8), ("pojutrišnjem 9h", 3, 8), ("pojutrisnjem 9h", 3, 8),
        ("v petek ob 10h", 5, 9), ("next Friday at 10", 5, 9), ("ponedeljek ob 9", 8, 8), ("tomorrow 5pm", 2, 16),
        ("naslednji torek ob 9", 2, 8), ("jutri ob 5 popoldne", 2, 16),
    ],
)  # fmt: skip
def test_words_for_days_count_from_today(text: str, day: int, hour: int) -> None:
    assert read_moment(text, NOW) == Read(datetime(2027, 3, day, hour, tzinfo=UTC))


def test_without_a_year_the_next_such_day_is_meant() -> None:
    assert read_moment("28. 2.", NOW) == OnlyDay(date(2028, 2, 28))
    assert read_moment("1. 3.", NOW) == OnlyDay(date(2027, 3, 1))
    assert read_moment("29. 2.", NOW) == OnlyDay(date(2028, 2, 29))


def test_parts_are_told_as_parts() -> None:
    assert read_moment("12. 5.", NOW) == OnlyDay(date(2027, 5, 12))
    assert read_moment("9.30", NOW) == OnlyHour(time(9, 30))
    assert read_moment("pol desetih", NOW) == OnlyHour(time(9, 30))
    assert read_moment("pol enih", NOW) == OnlyHour(time(12, 30))
    assert read_moment("9.30", NOW, base=date(2027, 5, 12)) == HALF_PAST_NINE


def test_refusals_say_why() -> None:
    assert read_moment("31. 2. 2027 ob 9", NOW) == NoSuchDay()
    assert read_moment("12. 13. 2027", NOW) == NoSuchDay()
    assert read_moment("torek, 12. 5. 2027 ob 9", NOW) == OtherWeekday(date(2027, 5, 12))
    missing = read_moment("28. 3. 2027 ob 2.30", NOW)
    assert isinstance(missing, MissingHour)


@pytest.mark.parametrize("text", ["pol desetih zj", "", "   ", "kmalu", "25:00", "12. 5. ob 9.75", "9" * 300, "1 2 3"])
def test_what_makes_no_sense(text: str) -> None:
    assert read_moment(text, NOW) == NotUnderstood()


@given(st.text(max_size=LONGEST + 10))
def test_any_text_is_answered(text: str) -> None:
    read_moment(text, NOW)


@settings(max_examples=300)
@given(st.datetimes(FIRST, LAST, timezones=st.just(UTC)), st.sampled_from(["sl", "en"]))
def test_what_is_written_can_be_read(moment: datetime, language: str) -> None:
    moment = moment.replace(second=0, microsecond=0)
    for write in (
        writing.moment(moment, language),
        writing.until_moment(moment, NOW, language),
    ):
        read = read_moment(write, NOW)
        assert isinstance(read, Read)
        assert writing.moment(read.moment, language) == writing.moment(moment, language)


def test_how_moments_look() -> None:
    at, end = HALF_PAST_NINE.moment, datetime(2027, 5, 12, 12, tzinfo=UTC)
    assert writing.moment(at, "sl") == "sreda, 12. maj 2027, ob 9.30"
    assert writing.span(at, end, "sl") == "sreda, 12. maj 2027, 9.30–\u206014.00"
    assert writing.until(at, NOW, "sl") == "12.\u00a0maja"
    assert writing.until_moment(at, NOW, "sl") == "12.\u00a0maja ob 9.30"
    assert writing.until(at, datetime(2026, 1, 1, tzinfo=UTC), "sl") == "12.\u00a0maja 2027"
    assert writing.short(at, NOW, "sl") == "12. 5."
    assert writing.near(datetime(2027, 3, 2, 8, tzinfo=UTC), NOW, "sl") == "jutri ob 9.00"
    assert writing.near(datetime(2027, 3, 3, 8, tzinfo=UTC), NOW, "sl") == "pojutrišnjem ob 9.00"
    assert writing.near(at, NOW, "sl") == writing.moment(at, "sl")
    assert writing.moment(at, "en") == "Wednesday, 12 May 2027, at 9:30"
    assert writing.span(at, end, "en") == "Wednesday, 12 May 2027, 9:30–\u206014:00"
    assert writing.until_moment(at, NOW, "en") == "12\u00a0May at 9:30"


def test_days_left_counts_local_days() -> None:
    late = datetime(2027, 3, 1, 22, 59, tzinfo=UTC)
    assert writing.days_left(late, NOW) == 0
    assert writing.days_left(late.replace(hour=23), NOW) == 1


def test_a_month_has_blanks_where_nothing_can_be_chosen() -> None:
    month = month_of(2027, 5, first=date(2027, 5, 12))
    days = [day for week in month.weeks for day in week if day]
    assert (days[0], days[-1], len(month.weeks)) == (date(2027, 5, 12), date(2027, 5, 31), 6)
    assert not month.earlier
    assert (month.before, month.after) == ((2027, 4), (2027, 6))
    assert month_of(2027, 12, first=date(2027, 5, 12)).after == (2028, 1)
    assert month_of(2028, 1, first=date(2027, 5, 12)).before == (2027, 12)
