"""The figures of a rush can be trusted: it counts only if each seat is given once, in words and in the books."""

import pytest

from tests.benchmarks import events


def test_as_many_are_told_that_they_have_a_seat_as_there_are_seats() -> None:
    run, states = events.ask(60, 7)
    assert (run.said, states, len(run.waits)) == (7, {"seated": 7, "waiting": 53}, 60)


@pytest.mark.parametrize(
    ("told", "states"),
    [(8, {"seated": 7, "waiting": 53}), (7, {"seated": 8, "waiting": 52}), (7, {"seated": 7, "waiting": 52})],
    ids=["told of a seat that is not there", "a seat too many", "one missing"],
)
def test_a_rush_in_which_words_and_books_differ_is_void(told: int, states: dict[str, int]) -> None:
    with pytest.raises(RuntimeError, match="the run is void"):
        events.check(told, states, 60, 7)


def test_a_card_is_opened_in_as_many_rounds_as_are_asked_for() -> None:
    (row,) = events.cards(2, 30, taps=10, per_second=200)
    assert row["name"] == "30 on the list"
    assert 0 < row["median_ms"] <= row["p99_ms"]
