"""The demo's clock: the real one, moved on as far as somebody wished."""

import json
from datetime import datetime, timedelta
from pathlib import Path

from bot.clock import Clock


class DemoClock(Clock):
    """A clock that can be moved on; the shift is kept in a file, so that a restart does not go back in time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.shift = timedelta(seconds=json.loads(path.read_text())["shift_seconds"]) if path.exists() else timedelta()

    def now(self) -> datetime:
        """Return the moved moment, in UTC."""
        return super().now() + self.shift

    def move(self, by: timedelta) -> None:
        """Move on; a clock never goes back."""
        self.shift += max(by, timedelta())
        self._path.write_text(json.dumps({"shift_seconds": self.shift.total_seconds()}))
