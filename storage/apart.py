"""Work on files that may be hostile, in a process of its own: what they do ends with it, after some seconds at most."""

import os
import resource
import signal
import subprocess
import sys

SECONDS = 60
MEMORY = 2 * 1024**3
"""Bytes."""


class TookTooLong(Exception):
    """The work took more time than it may."""


class Died(Exception):
    """The work ended without a result, or took more memory than it may."""


def run(module: str, content: bytes, seconds: float = SECONDS) -> bytes:
    """Run a module of this program on some content and return what it writes. Blocks: call it in a thread.

    Raises:
        TookTooLong: It was ended after some seconds.
        Died: There is no result.
    """
    path = os.pathsep.join(entry for entry in sys.path if entry)
    try:
        done = subprocess.run(  # noqa: S603 - this very program
            [sys.executable, "-P", "-m", module], input=content, env={"PYTHONPATH": path}, capture_output=True,
            timeout=seconds, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise TookTooLong from None
    if done.returncode:
        raise TookTooLong if done.returncode == -signal.SIGXCPU else Died
    return done.stdout


def limit(seconds: int = SECONDS, memory: int = MEMORY) -> None:
    """Let this process take no more time and memory than such work may."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
