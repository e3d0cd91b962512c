"""How fast may be sent: Telegram's limits, kept before it has to say so.

What all senders share is a row (storage/budget.py). Here is what one program knows on top of it: the answers to people
it has sent, which go before anything else, when each message left and was taken, when each chat had its last ones.
"""

import asyncio
import contextlib
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

CHAT_BURST, CHAT_WINDOW = 4, 5.0
"""So many messages to one chat in so many seconds; Telegram lets one a second and a short burst pass."""

GROUP_MOST, GROUP_WINDOW = 19, 60.0
"""To a group, one less than what Telegram lets pass."""

REMEMBERED = 10_000
"""Chats; those that had nothing lately are forgotten when there are more."""

SPARE = 1 / 60
"""So large a part of the limit is left alone, since several senders do not know of each other's delays."""

ROUND_TRIPS = 100
"""The fastest of the last ones tells how long the way is."""


@dataclass(slots=True)
class _Flight:
    left: float
    landed: float | None = None


class Pace:
    """Turns at `per_second` (0: as fast as it goes), given way to answers, and none while Telegram wants a pause.

    `paid` tells whether more than Telegram lets a bot send for nothing is paid for.
    """

    def __init__(self, per_second: float, *, paid: bool = False) -> None:
        self.paid = paid
        self.gap = 1 / (per_second * (1 - SPARE)) if per_second else 0.0
        self._next = 0.0
        self._beside = 0
        self._paused_until, self._pause_untold = 0.0, False
        self._flights: deque[_Flight] = deque(maxlen=max(1, int(per_second)))
        self._ways: deque[float] = deque(maxlen=ROUND_TRIPS)
        self._chats: dict[int, deque[float]] = {}

    @contextlib.contextmanager
    def on_its_way(self) -> Iterator[None]:
        """Note when a message leaves and when it is taken."""
        if not self.gap:
            yield
            return
        flight = _Flight(_now())
        self._flights.append(flight)
        try:
            yield
        finally:
            flight.landed = _now()
            self._ways.append(flight.landed - flight.left)

    def beside(self) -> None:
        """Count a call that had no turn, such as an answer to somebody: what has turns waits that much longer."""
        if self.gap:
            self._beside += 1
            self._next = max(self._next, _now()) + self.gap

    def take_beside(self) -> int:
        """Return how many calls without a turn have been counted since the last time, for the shared row."""
        taken, self._beside = self._beside, 0
        return taken

    def begin(self, starts_in: float) -> None:
        """Begin a slice whose first turn is in so many seconds."""
        if self.gap:
            self._next = max(self._next, _now() + starts_in)

    async def turn(self, until: asyncio.Event) -> None:
        """Wait for the next turn, or `until` something happens; a pause is not waited for."""
        while not until.is_set() and not self.paused() and (wait := self._wait()) > 0:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(until.wait(), wait)
        if self.gap:
            self._next = max(self._next, _now() - self.gap) + self.gap

    def _wait(self) -> float:
        """Tell how long until the next turn.

        Telegram counts a second from when a message arrives there, which is after it left and before its answer came:
        at the latest the fastest round trip before.
        """
        if not self.gap:
            return 0.0
        now = _now()
        wait = self._next - now
        if len(self._flights) == self._flights.maxlen:
            landed = self._flights[0].landed
            wait = max(wait, (now if landed is None else landed) - min(self._ways, default=0.0) + 1.0 - now)
        return wait

    def pause(self, seconds: float, *, told: bool = False) -> None:
        """Send nothing for so long; a pause under way is not shortened. It is `told` if the shared row knows of it."""
        until = _now() + seconds
        if until > self._paused_until:
            self._paused_until, self._pause_untold = until, not told

    def take_pause(self) -> float:
        """Return for how many seconds nothing is to be sent if that is new since the last time, for the shared row."""
        untold, self._pause_untold = self._pause_untold, False
        return self.paused() if untold else 0.0

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
