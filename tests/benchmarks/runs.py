"""One run: a stub, a bot as a process of its own, what the stub saw and what the bot used."""

import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

ROOT = Path(__file__).parent.parent.parent
CLOCK_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Run:
    """What a run gave: seconds and waits as the stub saw them, processor seconds and megabytes of the bot."""

    seconds: float
    waits: list[float]
    cpu_seconds: float
    start_mb: float
    end_mb: float
    peak_mb: float


@contextlib.contextmanager
def stub(*args: str) -> Iterator[tuple[str, IO[str]]]:
    """Start a stub; give its address and what it prints."""
    command = [sys.executable, "-m", "tests.benchmarks.stub", *args]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        try:
            port = json.loads(process.stdout.readline())["port"]
            yield f"http://127.0.0.1:{port}", process.stdout
        finally:
            process.kill()


def measure(bot: Sequence[str], said: IO[str], environment: dict[str, str]) -> Run:
    """Run a bot until the stub has all answers, then end it as Ctrl-C would."""
    process = subprocess.Popen(bot, cwd=ROOT, env={**os.environ, **environment}, stdout=subprocess.DEVNULL,
                               stderr=subprocess.PIPE)  # fmt: skip
    try:
        said.readline()
        start_mb, start_cpu = _memory(process.pid, "VmRSS"), _cpu(process.pid)
        result: dict[str, Any] = json.loads(said.readline())
        cpu, end_mb, peak_mb = _cpu(process.pid), _memory(process.pid, "VmRSS"), _memory(process.pid, "VmHWM")
    finally:
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)
    if process.returncode not in (0, -signal.SIGINT):
        raise RuntimeError(errors.decode())
    return Run(result["seconds"], result["waits"], cpu - start_cpu, start_mb, end_mb, peak_mb)


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / CLOCK_TICKS


def _memory(pid: int, name: str) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.split(f"{name}:")[1].split()[0]) / 1024
