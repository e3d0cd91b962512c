"""Background tasks that are kept, named and never fail in silence."""

import asyncio
from collections.abc import Coroutine
from types import TracebackType
from typing import Self

import structlog

log = structlog.get_logger(__name__)


class Tasks:
    """A set of running tasks: started by `start`, all ended by leaving the `async with`."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    def start(self, work: Coroutine[None, None, None], name: str) -> asyncio.Task[None]:
        """Run `work` beside the caller; an error in it is logged, not lost."""
        task = asyncio.create_task(work, name=name)  # noqa: TID251 - the one place
        self._running.add(task)
        task.add_done_callback(self._ended)
        return task

    async def stop(self) -> None:
        """Cancel what still runs and wait until it has ended."""
        running = list(self._running)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    async def finish(self, seconds: float) -> None:
        """Wait for what still runs, at most so long; then stop it."""
        if self._running:
            await asyncio.wait(self._running, timeout=seconds)
        await self.stop()

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        if not task.cancelled() and (error := task.exception()):
            log.error("task_failed", task=task.get_name(), exc_info=error)
