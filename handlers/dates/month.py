"""A month as rows of days, for a calendar of buttons."""

import calendar
from dataclasses import dataclass
from datetime import date

DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Month:
    """Weeks from Monday on; None is a blank or a day that cannot be chosen. `earlier`: one can go a month back."""

    year: int
    month: int
    weeks: tuple[tuple[date | None, ...], ...]
    earlier: bool

    @property
    def before(self) -> tuple[int, int]:
        """The year and month before."""
        return (self.year, self.month - 1) if self.month > 1 else (self.year - 1, DECEMBER)

    @property
    def after(self) -> tuple[int, int]:
        """The year and month after."""
        return (self.year, self.month + 1) if self.month < DECEMBER else (self.year + 1, 1)


def month_of(year: int, month: int, first: date) -> Month:
    """Lay out a month in which days before `first` cannot be chosen."""
    weeks = tuple(
        tuple(day if day.month == month and day >= first else None for day in week)
        for week in calendar.Calendar().monthdatescalendar(year, month)
    )
    return Month(year, month, weeks, (year, month) > (first.year, first.month))
