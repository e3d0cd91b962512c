"""Rounds of runs: peers in turn, so that a busy machine shows in all of them, and the medians."""

import statistics
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from rich.console import Console
from rich.table import Column, Table

from tests.benchmarks.runs import Run


def alternate(peers: Mapping[str, Callable[..., Run]], rounds: int, *args: Any) -> dict[str, list[Run]]:
    """Run the peers in turn."""
    runs: dict[str, list[Run]] = {name: [] for name in peers}
    for _ in range(rounds):
        for name, run in peers.items():
            runs[name].append(run(*args))
    return runs


def median(runs: list[Run], figure: Callable[[Run], float]) -> float:
    """Tell the median of a figure."""
    return middle(figure(run) for run in runs)


def middle(figures: Iterable[float]) -> float:
    """Tell the median of some figures."""
    return statistics.median(figures)


def rates(runs: list[Run], count: int) -> dict[str, float]:
    """Tell how fast so many were done, and what of the machine it took."""
    return {
        "per_second": round(median(runs, lambda run: count / run.seconds), 1),
        "cpu_seconds_per_1000": round(median(runs, lambda run: 1000 * run.cpu_seconds / count), 3),
        "peak_mb": round(median(runs, lambda run: run.peak_mb), 1),
    }


def show(rows: list[dict[str, Any]], note: str | None = None) -> None:
    """Print rows of one benchmark as a table."""
    title, *columns = rows[0]
    headers = (Column(column, no_wrap=column == "name", overflow="fold") for column in columns)
    table = Table(*headers, title=rows[0][title], caption=note)
    for row in rows:
        table.add_row(*(str(row[column]) for column in columns))
    Console().print(table)
