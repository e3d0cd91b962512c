"""The figures of calls can be trusted: a run counts only if everybody is owed one message."""

from datetime import timedelta

import pytest

from storage.calls.tables import call_readers
from storage.database import Tx
from tests.benchmarks import call_books, calls

FEW = 60


def test_everybody_who_follows_is_told_of_the_change() -> None:
    (row,) = calls.deadline_change(1, FEW)
    assert (row["followers"], row["told"]) == (FEW, FEW)
    assert row["seconds"] > 0
    assert row["longest_wait_of_a_tap"] > 0


def test_a_change_that_is_not_told_to_somebody_voids_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    fill = call_books.one_call

    def _one_forgets(tx: Tx, followers: int) -> int:
        told = fill(tx, followers)
        tx.execute(call_readers.delete().where(call_readers.c.person_id == 1))
        return told

    monkeypatch.setattr(call_books, "one_call", _one_forgets)
    with pytest.raises(RuntimeError, match="the run is void"):
        calls.deadline_change(1, FEW)


def test_the_sweep_reminds_of_what_is_near_and_leaves_the_next_morning(monkeypatch: pytest.MonkeyPatch) -> None:
    (row,) = calls.sweep(1, 100)
    assert row["messages"] > 0
    assert row["reminders"] > 0
    monkeypatch.setattr(calls, "MORNING", calls.MORNING - timedelta(hours=1))
    (row,) = calls.sweep(1, 100)
    assert row["messages"] == 0
