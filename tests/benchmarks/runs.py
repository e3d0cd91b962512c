"""One run: a stub, a bot as a process of its own, what the stub saw and what the bot used."""

import contextlib
import json
import os
import select
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

ROOT = Path(__file__).parent.parent.parent
CLOCK_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Run:
    """What a run gave: seconds, waits and answers as the stub saw them, processor seconds and megabytes of the bot.

    So many of the answers `said` the word that was asked for.
    """

    seconds: float
    waits: list[float]
    answers: int
    said: int
    cpu_seconds: float
    start_mb: float
    end_mb: float
    peak_mb: float


@contextlib.contextmanager
def stub(*args: str) -> Iterator[tuple[str, IO[bytes]]]:
    """Start a stub; give its address and what it prints, unbuffered, so that one can wait for its next line."""
    command = [sys.executable, "-m", "tests.benchmarks.stub", *args]
    with subprocess.Popen(command, stdout=subprocess.PIPE, bufsize=0, cwd=ROOT) as process:
        assert process.stdout is not None
        try:
            port = json.loads(process.stdout.readline())["port"]
            yield f"http://127.0.0.1:{port}", process.stdout
        finally:
            process.kill()


def measure(bot: Sequence[str], said: IO[bytes], environment: dict[str, str]) -> Run:
    """Run a bot until the stub has all answers, then end it as a service manager would."""
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(bot, cwd=ROOT, env={**os.environ, **environment}, stdout=subprocess.DEVNULL,
                                   stderr=errors)  # fmt: skip
        try:
            run = _watch(process.pid, said)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=30)
        if run is None or process.returncode not in (0, -signal.SIGTERM):
            errors.seek(0)
            raise RuntimeError(f"{bot} failed: {errors.read().decode()}")
    return run


def _watch(pid: int, said: IO[bytes]) -> Run | None:
    """Measure from the stub's first word to its last; None if the bot ends before."""
    if not _says(said, pid):
        return None
    said.readline()
    start_mb, start_cpu = memory(pid, "VmRSS"), _cpu(pid)
    if not _says(said, pid):
        return None
    result: dict[str, Any] = json.loads(said.readline())
    cpu, end_mb, peak_mb = _cpu(pid), memory(pid, "VmRSS"), memory(pid, "VmHWM")
    return Run(**result, cpu_seconds=cpu - start_cpu, start_mb=start_mb, end_mb=end_mb, peak_mb=peak_mb)


def _says(said: IO[bytes], pid: int) -> bool:
    """Wait until the stub says something, or the bot has ended."""
    ended = os.pidfd_open(pid)
    try:
        ready, _, _ = select.select([said.fileno(), ended], [], [])
    finally:
        os.close(ended)
    return said.fileno() in ready


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / CLOCK_TICKS


def memory(pid: int, name: str) -> float:
    """Tell how much memory a process has now (VmRSS), or had at most (VmHWM), in megabytes."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.split(f"{name}:")[1].split()[0]) / 1024
