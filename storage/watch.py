"""When a batch is in trouble: too many of its messages fail for the same reason. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

FIRST = 100
SHARE = 0.05
"""So large a part of the first ones may fail for the same reason, or"""

IN_A_ROW = 50
"""so many minus one, at any time."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """So many messages failed for this reason that something is wrong with the message, not with who gets it."""

    reason: str


@dataclass(frozen=True, slots=True)
class Watch:
    """What was seen of a batch so far: of how many, which reasons how often, and the last reasons in a row."""

    seen_so_far: int = 0
    failed: Mapping[str, int] = field(default_factory=dict)
    row: int = 0
    row_reason: str | None = None

    @staticmethod
    def of(kept: Mapping[str, Any]) -> "Watch":
        """Read what the books keep."""
        return Watch(**kept)

    def kept(self) -> Mapping[str, Any]:
        """Return what the books keep."""
        return {"seen_so_far": self.seen_so_far, "failed": dict(self.failed), "row": self.row,
                "row_reason": self.row_reason}  # fmt: skip

    def seen(self, outcomes: Sequence[str | None]) -> "Watch | Trouble":
        """Look at further outcomes in order: why a message failed, None for one that did not."""
        count, failed, row, row_reason = self.seen_so_far, dict(self.failed), self.row, self.row_reason
        for reason in outcomes:
            row = row + 1 if reason is not None and reason == row_reason else int(reason is not None)
            row_reason = reason
            if reason is not None and count < FIRST:
                failed[reason] = failed.get(reason, 0) + 1
            count = min(count + 1, FIRST)
            if reason is not None and (row >= IN_A_ROW or failed.get(reason, 0) > FIRST * SHARE):
                return Trouble(reason)
        return Watch(count, failed if count < FIRST else {}, row, row_reason)
