"""One program as a whole: its loop, its end, what Python looks after meanwhile."""

import asyncio
import contextlib
import gc
import signal
from collections.abc import Callable, Coroutine
from contextlib import AbstractAsyncContextManager
from typing import Any, TypeVar

T = TypeVar("T")

GARBAGE = 20_000
"""So many new objects, and the collector looks at them."""


def loop_runner() -> Callable[[Coroutine[Any, Any, T]], T]:
    """Find what runs to the end: uvloop where there is one."""
    try:
        import uvloop  # noqa: PLC0415 - not on every platform
    except ImportError:
        return asyncio.run
    return uvloop.run


async def until_told(program: AbstractAsyncContextManager[object]) -> None:
    """Keep a program open until SIGINT or SIGTERM."""
    loop, work = asyncio.get_running_loop(), asyncio.current_task()
    if work is None:
        raise RuntimeError("This runs in a task.")
    for sign in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(sign, work.cancel)
    with contextlib.suppress(asyncio.CancelledError):
        async with program:
            _spare_the_collector()
            await asyncio.Event().wait()


def _spare_the_collector() -> None:
    """Let Python's garbage collector pass over what stays until the end, and look at the rest less often.

    A tap makes thousands of objects and hardly a cycle: the collector's default takes a sixth of its time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(GARBAGE)
