"""The demo's clock: the real one, moved on as far as somebody wished."""

import json
from datetime import datetime, time, timedelta
from pathlib import Path

from bot.clock import Clock
from storage.local_time import LJUBLJANA, resolve_late

DAY_BEGINS, DAY_ENDS = time(8), time(18)


class DemoClock(Clock):
    """A clock that can be moved on; the shift is kept in a file, so that a restart does not go back in time.

    The first start is by day: whoever tries the demo at night would wait for what their night holds back.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        if path.exists():
            self.shift = timedelta(seconds=json.loads(path.read_text())["shift_seconds"])
        else:
            self.shift = timedelta()
            self.move(until_day(super().now()))

    def now(self) -> datetime:
        """Return the moved moment, in UTC."""
        return super().now() + self.shift

    def move(self, by: timedelta) -> None:
        """Move on; a clock never goes back."""
        self.shift += max(by, timedelta())
        self._path.write_text(json.dumps({"shift_seconds": self.shift.total_seconds()}))


def until_day(now: datetime) -> timedelta:
    """Tell how long it is until people in Ljubljana are awake and at work; nothing by day."""
    here = now.astimezone(LJUBLJANA)
    if DAY_BEGINS <= here.time() < DAY_ENDS:
        return timedelta()
    day = here.date() + timedelta(days=1 if here.time() >= DAY_ENDS else 0)
    return resolve_late(datetime.combine(day, DAY_BEGINS)) - now
