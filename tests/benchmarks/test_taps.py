"""Whoever taps while an announcement goes out waits hardly longer than when nothing does."""

import pytest

from tests.benchmarks.__main__ import glasnik

pytestmark = [pytest.mark.long, pytest.mark.timeout(400)]

TAPS, PER_SECOND = 60, 20.0
TRIES = 8


def _slowest(*, sending: bool) -> float:
    """Milliseconds from a tap to its answer, the 99th percentile."""
    waits = sorted(glasnik(TAPS, PER_SECOND, sending=sending).waits)
    return waits[int(len(waits) * 0.99) - 1]


def test_rule_4_of_20_taps_a_second_the_99th_percentile_is_at_most_twice_what_it_is_when_nothing_is_sent() -> None:
    """Runs alternate, and the best of each counts: what else the machine does makes either slower, never faster."""
    quiet, busy = [], []
    for _ in range(TRIES):
        quiet.append(_slowest(sending=False))
        busy.append(_slowest(sending=True))
        if min(busy) <= 2 * min(quiet):
            return
    pytest.fail(f"{min(busy):.1f} ms while sending, {min(quiet):.1f} ms otherwise")
