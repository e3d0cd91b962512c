"""The peers of the broadcast: each a process of its own that sends to everyone, then waits to be measured and ended."""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import uvloop

from tests.benchmarks.stub import FIRST_PERSON

TOKEN = "4242:TEST"
TEXT = "Spoštovani, v četrtek ob 9.00 vabimo na predstavitev novosti v vzajemnem katalogu. Prijavite se do torka."


async def gathered(send: Callable[[int], Coroutine[Any, Any, object]], recipients: range, size: int) -> None:
    """Send to so many at once, and to the next when all of these have it."""
    for start in range(0, len(recipients), size):
        await asyncio.gather(*(send(person) for person in recipients[start : start + size]))


def run(broadcast: Callable[[str, range], Awaitable[None]]) -> None:
    """Broadcast through the address to as many as the command line says; on uvloop, as Glasnik."""
    address, count = sys.argv[1], int(sys.argv[2])

    async def send_and_stay() -> None:
        await broadcast(address, range(FIRST_PERSON + 1, FIRST_PERSON + 1 + count))
        await asyncio.Event().wait()

    uvloop.run(send_and_stay())
