"""Confirmations over time as a picture. Pure; matplotlib is loaded by whoever draws first."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from matplotlib import dates
from matplotlib.ticker import FuncFormatter, MaxNLocator

from handlers.charts import COLOUR, figure, png
from handlers.dates import writing
from storage.local_time import LJUBLJANA

HOURS_UP_TO = timedelta(days=2)
"""Over a longer time, days stand on the axis."""


def confirmations(moments: Sequence[datetime], asked: int, start: datetime, now: datetime, language: str) -> bytes:
    """Draw how many had confirmed by when, of so many who were asked, from the start until now, as PNG."""
    drawn = figure()
    axes = drawn.add_subplot()
    end = max([now, *moments, start + timedelta(minutes=1)])
    times = dates.date2num([start, *moments, end])
    counts = [0, *range(1, len(moments) + 1), len(moments)]
    axes.fill_between(times, counts, step="post", color=COLOUR, alpha=0.15)
    axes.step(times, counts, where="post", color=COLOUR, linewidth=2)
    axes.axhline(asked, color="#888888", linestyle="--", linewidth=1)
    axes.set_xlim(times[0], times[-1])
    axes.set_ylim(0, max(1, asked) * 1.08)
    write = writing.hour if end - start <= HOURS_UP_TO else _day(now)
    axes.xaxis.set_major_locator(dates.AutoDateLocator(tz=LJUBLJANA, minticks=3, maxticks=6))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: write(dates.num2date(value), language)))
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(axis="y", color="#dddddd")
    return png(drawn)


def _day(now: datetime) -> Callable[[datetime, str], str]:
    return lambda when, language: writing.until(when, now, language)
