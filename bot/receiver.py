"""One program receives: it holds the books from its start to its end, and ends when it holds them no more."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable

import structlog

from bot.logs import where
from storage.receiving import Taken, hold_of

log = structlog.get_logger(__name__)


@contextlib.asynccontextmanager
async def only_receiver(url: str) -> AsyncIterator[Callable[[], Awaitable[None]]]:
    """Hold the books at `url`; give what is to be done now and then, and ends the program if another has them.

    Raises:
        Taken: Another program receives on them, at the start or since the hold was lost.
    """
    program, hold, lost = asyncio.current_task(), hold_of(url), False

    async def hold_on() -> None:
        nonlocal lost
        try:
            await hold.take()
        except Taken:
            lost = True
            if program is not None:
                program.cancel()
        except Exception as error:  # noqa: BLE001 - the books are away, and without them nothing is received
            log.warning("hold_not_seen", error=where(error))

    try:
        await hold.take()
        yield hold_on
    except asyncio.CancelledError:
        if program is None or not lost:
            raise
        program.uncancel()
        raise Taken from None
    finally:
        await hold.let_go()
