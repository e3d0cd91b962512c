"""Two of the office change the same call: nothing that either of them changed is lost, and what clashes is known."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.calls.merging import merge
from storage.calls.rules import Content, Deadline, DeadlineId, DeadlineKind, Details, Topic, When

DAY = date(2027, 3, 31)
DETAILS = Details("Naslov", caller="Ministrstvo", topics=(Topic.READING,), amount=100)


def deadline(number: int | None, day: int = 0, label: str | None = None) -> Deadline:
    known = None if number is None else DeadlineId(number)
    return Deadline(DeadlineKind.SUBMISSION, When(DAY + timedelta(days=day)), label, known)


BASE = Content(DETAILS, (deadline(1), deadline(2, 5)))


def other(*deadlines: Deadline, **changes: Any) -> Content:
    return Content(replace(DETAILS, **changes), deadlines or BASE.deadlines)


def test_what_only_one_has_changed_is_as_that_one_says() -> None:
    merged = merge(BASE, other(title_sl="Njihov"), other(caller="Moj"))
    assert (merged.content.details.title_sl, merged.content.details.caller) == ("Njihov", "Moj")
    assert (merged.fields, merged.deadlines) == ([], [])


def test_what_both_have_changed_is_as_i_say_and_known() -> None:
    merged = merge(BASE, other(title_sl="Njihov", amount=7), other(title_sl="Moj", amount=7))
    assert (merged.content.details.title_sl, merged.content.details.amount) == ("Moj", 7)
    assert merged.fields == ["title_sl"]


@pytest.mark.parametrize(
    ("theirs", "mine", "both", "clashes"),
    [
        ((deadline(1, 9), deadline(2, 5)), (deadline(1), deadline(2, 7)), [(2, 7), (1, 9)], []),
        ((deadline(1, 9), deadline(2, 5)), (deadline(1, 8), deadline(2, 5)), [(2, 5), (1, 8)], [1]),
        ((deadline(2, 5),), (deadline(1), deadline(2, 5)), [(2, 5)], []),
        ((deadline(2, 5),), (deadline(1, 8), deadline(2, 5)), [(2, 5), (1, 8)], [1]),
        ((deadline(1, 8), deadline(2, 5)), (deadline(2, 5),), [(2, 5)], [1]),
        ((deadline(1), deadline(2, 5), deadline(3, 1)), (deadline(1), deadline(2, 5), deadline(None, 2)),
         [(1, 0), (3, 1), (None, 2), (2, 5)], []),
    ],
)  # fmt: skip
def test_deadlines_are_brought_together_one_by_one(
    theirs: tuple[Deadline, ...], mine: tuple[Deadline, ...], both: list[tuple[int | None, int]], clashes: list[int]
) -> None:
    merged = merge(BASE, other(*theirs), other(*mine))
    assert [(one.id, (one.when.day - DAY).days) for one in merged.content.deadlines] == both
    assert merged.deadlines == clashes


said = st.sampled_from(["a", "b", "c"])
contents = st.builds(
    lambda title, caller, days: Content(
        replace(DETAILS, title_sl=title, caller=caller), tuple(deadline(number, day) for number, day in days.items())
    ),
    said, said, st.dictionaries(st.integers(1, 3), st.integers(0, 2), max_size=3),
)  # fmt: skip


@given(base=contents, theirs=contents, mine=contents)
def test_whoever_has_changed_nothing_takes_over_what_the_other_says(
    base: Content, theirs: Content, mine: Content
) -> None:
    def laid(content: Content) -> set[Deadline]:
        return set(content.deadlines)

    nothing_of_mine, nothing_of_theirs = merge(base, theirs, base), merge(base, base, mine)
    assert (nothing_of_mine.content.details, laid(nothing_of_mine.content)) == (theirs.details, laid(theirs))
    assert (nothing_of_theirs.content.details, laid(nothing_of_theirs.content)) == (mine.details, laid(mine))
    agreed = merge(base, mine, mine)
    assert (agreed.content.details, laid(agreed.content)) == (mine.details, laid(mine))
    assert (agreed.fields, agreed.deadlines) == ([], [])
    assert (nothing_of_mine.fields, nothing_of_theirs.deadlines) == ([], [])
