"""How fast may be sent: Telegram's limits, kept before it has to say so.

What all senders share is a row (storage/budget.py). Here is what one program knows on top of it: how many answers to
people it has sent since, which go before anything else, and when each chat had its last messages.
"""

import asyncio
import contextlib
from collections import deque

CHAT_BURST, CHAT_WINDOW = 4, 5.0
"""So many messages to one chat in so many seconds; Telegram lets one a second and a short burst pass."""

GROUP_MOST, GROUP_WINDOW = 19, 60.0
"""To a group, one less than what Telegram lets pass."""

REMEMBERED = 10_000
"""Chats; those that had nothing lately are forgotten when there are more."""

SPARE = 1 / 30
"""So large a part of the limit is left alone: messages come closer together on the way than they left."""


class Pace:
    """Turns at `per_second` (None: as fast as it goes), given way to answers, and none while Telegram wants a pause."""

    def __init__(self, per_second: float | None) -> None:
        self.gap = 0.0 if per_second is None else 1 / (per_second * (1 - SPARE))
        self._next = 0.0
        self._answers = 0
        self._paused_until = 0.0
        self._chats: dict[int, deque[float]] = {}

    def answered(self) -> None:
        """Count an answer to somebody: what is not an answer waits that much longer."""
        if self.gap:
            self._answers += 1
            self._next = max(self._next, _now()) + self.gap

    def take_answers(self) -> int:
        """Return how many answers have been counted since the last time, so that they go into the shared row."""
        taken, self._answers = self._answers, 0
        return taken

    def begin(self, starts_in: float) -> None:
        """Begin a slice whose first turn is in so many seconds."""
        if self.gap:
            self._next = max(self._next, _now() + starts_in)

    async def turn(self, until: asyncio.Event) -> None:
        """Wait for the next turn, or `until` something happens; a pause is not waited for."""
        while not until.is_set() and not self.paused() and (wait := self._next - _now()) > 0:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(until.wait(), wait)
        if self.gap:
            self._next = max(self._next, _now() - self.gap) + self.gap

    def pause(self, seconds: float) -> None:
        """Send nothing for so long; a pause under way is not shortened."""
        self._paused_until = max(self._paused_until, _now() + seconds)

    def paused(self) -> float:
        """Tell for how many seconds nothing is to be sent."""
        return max(0.0, self._paused_until - _now())

    def of_chat(self, chat_id: int) -> float:
        """Count a message to a chat; return the seconds to wait if it is one too many, which is not counted."""
        if not self.gap:
            return 0.0
        most, window = (GROUP_MOST, GROUP_WINDOW) if chat_id < 0 else (CHAT_BURST, CHAT_WINDOW)
        now = _now()
        sent = self._chats.setdefault(chat_id, deque(maxlen=most))
        if len(sent) == most and sent[0] > now - window:
            return sent[0] + window - now
        sent.append(now)
        if len(self._chats) > REMEMBERED:
            self._chats = {chat: kept for chat, kept in self._chats.items() if kept[-1] > now - GROUP_WINDOW}
        return 0.0


def _now() -> float:
    return asyncio.get_running_loop().time()
