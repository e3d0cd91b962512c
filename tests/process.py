"""The program as a process, forked from one that has loaded it already: that starts in a tenth of the time."""

import asyncio
import multiprocessing
import os
import runpy
import signal
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from handlers.texts import Texts

ROOT = Path(__file__).parent.parent

_FORKING = multiprocessing.get_context("forkserver")
_FORKING.set_forkserver_preload(
    ["bot.app", "bot.check", "bot.demo.runner", "bot.program", "segno", "typer.main", "tests.process"]
)
Texts().say("sl")  # what has been read before a fork need not be read after it


def _become(module: str, args: Sequence[str], environment: Mapping[str, str], said: Path, complained: Path) -> None:
    """Be what `python -m module args` would be."""
    for path, stream in ((said, sys.stdout), (complained, sys.stderr)):
        stream.flush()
        place = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(place, {sys.stdout: 1, sys.stderr: 2}[stream])
        os.close(place)
    os.chdir(ROOT)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = [module, *args]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


class Process:
    """A program that runs; what it says goes to the ends of two files, or of one."""

    def __init__(
        self, module: str, args: Sequence[str], settings: Mapping[str, str], said: Path, complained: Path | None = None
    ) -> None:
        environment = {**os.environ, **settings}
        become = (module, args, environment, said, complained or said)
        self._process = _FORKING.Process(target=_become, args=become, daemon=True)
        self._process.start()

    @property
    def code(self) -> int | None:
        """How it ended, below 0 by a signal; None while it runs."""
        return self._process.exitcode

    def signals(self, sign: signal.Signals) -> None:
        """Send it a signal."""
        if self._process.pid is None:
            raise RuntimeError("It has not started.")
        os.kill(self._process.pid, sign)

    async def wait(self) -> int:
        """Wait for its end; return how it ended."""
        await asyncio.to_thread(self._process.join)
        return self._process.exitcode or 0
