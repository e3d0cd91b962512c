"""What Telegram lets a bot send, and what more than that costs."""

import pytest

from storage.budget import stars


@pytest.mark.parametrize(
    ("count", "per_second", "costs"),
    [(100_000, 30, 0), (100_000, 0, 0), (1, 1000, 1), (1000, 60, 50), (100_000, 1000, 9700)],
)
def test_what_goes_beyond_thirty_a_second_costs_a_tenth_of_a_star(count: int, per_second: float, costs: int) -> None:
    assert stars(count, per_second) == costs
