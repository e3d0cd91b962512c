"""A message to everyone, as fast as it goes: what sends, each in a process of its own, against the same stub.

The aiogram peers have an environment of their own; what is not installed there is left out, and said.
"""

import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from tests.benchmarks.herald import glasnik
from tests.benchmarks.rounds import alternate, rates
from tests.benchmarks.runs import ROOT, Run, measure, stub

AIOGRAM_PYTHON = str(ROOT / ".venv-bench" / "bin" / "python")


def sender(command: list[str], recipients: int) -> Run:
    """Let a process send to everyone. Sending to anyone twice voids the run."""
    with stub("--count", str(recipients), "--sends") as (address, said):
        run = measure([*command, address, str(recipients)], said, {})
    if run.answers != recipients:
        raise RuntimeError(f"{run.answers} messages to {recipients} recipients: the run is void.")
    return run


def _peer(module: str, python: str = sys.executable) -> Callable[[int], Run]:
    return partial(sender, [python, "-m", f"tests.benchmarks.senders.{module}"])


PEERS: dict[str, Callable[[int], Run]] = {
    "glasnik": glasnik,
    "python-telegram-bot loop": _peer("ptb_loop"),
    "python-telegram-bot gathered loop": _peer("ptb_gathered"),
    "aiogram gathered loop": _peer("with_aiogram", AIOGRAM_PYTHON),
    "aiogram-broadcast": _peer("with_aiogram_broadcast", AIOGRAM_PYTHON),
    "aiogram-broadcaster": _peer("with_aiogram_broadcaster", AIOGRAM_PYTHON),
    "aiohttp ceiling": _peer("bare_aiohttp"),
}
"""Each sends to so many recipients."""

PACKAGES = {
    "aiogram gathered loop": "aiogram",
    "aiogram-broadcast": "aiogram_broadcast",
    "aiogram-broadcaster": "aiogram_broadcaster",
}
"""What a peer needs to have installed in the other environment."""


def _installed(package: str) -> bool:
    look = f"import importlib.util, sys; sys.exit(importlib.util.find_spec({package!r}) is None)"
    return Path(AIOGRAM_PYTHON).exists() and subprocess.run([AIOGRAM_PYTHON, "-c", look], check=False).returncode == 0


def broadcast(rounds: int, recipients: int) -> tuple[list[dict[str, Any]], str | None]:
    """Messages a second when nothing paces them; and what had to be left out."""
    missing = [name for name, package in PACKAGES.items() if not _installed(package)]
    peers = {name: peer for name, peer in PEERS.items() if name not in missing}
    rows = [
        {"benchmark": "broadcast", "name": name, "recipients": recipients, **rates(runs, recipients)}
        for name, runs in alternate(peers, rounds, recipients).items()
    ]
    return rows, f"Left out, not installed: {', '.join(missing)}." if missing else None
