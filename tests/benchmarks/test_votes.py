"""The figures of votes can be trusted: a run counts only if each vote that was acknowledged is counted."""

import pytest

from tests.benchmarks import votes
from tests.benchmarks.votes import LIBRARIES


def test_each_vote_is_acknowledged_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(votes, "EACH", 1)
    run, counted = votes.vote(LIBRARIES)
    assert (run.said, counted, len(run.waits)) == (LIBRARIES, LIBRARIES, LIBRARIES)


def test_a_vote_that_is_acknowledged_and_not_counted_voids_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(votes, "EACH", 1)
    monkeypatch.setattr(votes, "_question", lambda number, voters: 0)
    monkeypatch.setattr(votes, "LIBRARIES", LIBRARIES // 2)  # the votes of half of the people replace those of others
    with pytest.raises(RuntimeError, match="the run is void"):
        votes.vote(LIBRARIES)


def test_nobody_votes_twice_on_a_question() -> None:
    for voters in (58, 5000):
        taps = range(voters * max(1, LIBRARIES * votes.EACH // voters))
        assert len({(n % voters % LIBRARIES, votes._question(n, voters)) for n in taps}) == len(taps)


def test_an_article_is_opened_in_as_many_rounds_as_are_asked_for() -> None:
    (row,) = votes.cards(2, 3, taps=LIBRARIES, per_second=200)
    assert 0 < row["median_ms"] <= row["p99_ms"]
