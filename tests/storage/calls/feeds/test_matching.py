"""The same call twice is recognised; another call never is."""

import dataclasses
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.calls.feeds.matching import Known, Part, alike, amended, canonical, change, recognise
from storage.calls.rules import CallId, Content, Deadline, DeadlineId, DeadlineKind, When
from tests.storage.calls.feeds.sample import DETAILS, END, read

CALLER = "Ministrstvo za kulturo"
LATER = When(date(2027, 5, 15), time(12))
FIRST = When(date(2027, 3, 15))


def known(number: int = 1, **changes: Any) -> Known:
    details = dataclasses.replace(DETAILS, **{key: value for key, value in changes.items() if key != "guid"})
    return Known(CallId(number), changes.get("guid", "1"), details.link, details.title_sl, details.caller)


@pytest.mark.parametrize(
    "link",
    [
        "http://www.gov.si/razpisi/1", "https://gov.si/razpisi/1/", "https://www.gov.si/razpisi/1?utm_source=rss",
        "https://WWW.GOV.SI/razpisi/1#rok", "https://www.gov.si:443/razpisi/1?fbclid=a&utm_medium=b",
    ],
)  # fmt: skip
def test_a_moved_link_leads_to_the_same_page(link: str) -> None:
    assert canonical(link) == canonical("https://www.gov.si/razpisi/1")
    assert recognise([read("drug", link=link, title_sl="Povsem drug naslov")], [known()], CALLER) == [1]


@pytest.mark.parametrize(
    "link",
    ["https://www.gov.si/razpisi/2", "https://gov.si/razpisi/1?id=2", "https://gov.si:8080/razpisi/1",
     "https://drugje.si/razpisi/1"],
)  # fmt: skip
def test_another_page_is_another_page(link: str) -> None:
    assert recognise([read("drug", link=link, title_sl="Povsem drug naslov")], [known()], CALLER) == [None]


def test_the_same_guid_is_the_same_call_whatever_else_has_changed() -> None:
    entry = read("1", link="https://drugje.si/x", title_sl="Povsem drug naslov")
    assert recognise([entry], [known()], CALLER) == [1]


@pytest.mark.parametrize(
    "title",
    [
        "Javni razpis za digitalizacijo knjiznic 2027", "JAVNI RAZPIS ZA DIGITALIZACIJO KNJIŽNIC 2027",
        "Javni razpis za digitalizacijo knjižnic (2027)", "Javni razpis za digitalizacijo  knjižnic, 2027",
    ],
)  # fmt: skip
def test_nearly_the_same_title_from_the_same_caller_is_the_same_call(title: str) -> None:
    assert recognise([read("drug", link="https://drugje.si/x", title_sl=title)], [known()], CALLER) == [1]


@pytest.mark.parametrize(
    "changes",
    [
        {"title_sl": "Javni razpis za digitalizacijo knjižnic 2026"},
        {"title_sl": "Javni razpis za prenovo knjižnic 2027"},
        {"title_sl": "Javni razpis za digitalizacijo knjižnic II 2027"},
        {"title_sl": "Javni razpis za digitalizacijo knjižnic B 2027"},
        {"title_sl": "2. javni razpis za digitalizacijo knjižnic 2027"},
        {"caller": "Občina Kranj"},
    ],
)
def test_another_year_number_subject_or_caller_is_another_call(changes: dict[str, str]) -> None:
    assert recognise([read("drug", link="https://drugje.si/x", **changes)], [known()], CALLER) == [None]


def test_an_entry_without_a_caller_is_the_feeds() -> None:
    entry = read("drug", link=None, caller="")
    assert recognise([entry], [known()], CALLER) == [1]
    assert recognise([entry], [known()], "Občina Kranj") == [None]


def test_two_entries_of_one_feed_are_two_calls() -> None:
    first, second = read("1"), read("2", link="https://www.gov.si/razpisi/2")
    assert recognise([second, first], [known()], CALLER) == [None, 1]


def test_the_very_same_title_goes_before_one_that_is_nearly_so() -> None:
    nearly = read("x", link=None, title_sl="Javni razpisi za digitalizacijo knjižnic 2027")
    same = read("y", link=None)
    assert recognise([nearly, same], [known()], CALLER) == [None, 1]
    assert recognise([nearly], [known()], CALLER) == [1]


def test_what_all_entries_share_names_none_of_them() -> None:
    entries = [read("vse", link="https://gov.si/", title_sl=f"Razpis {name}") for name in ("ena", "dve", "tri")]
    same = [
        known(number, guid="vse", link="https://gov.si/", title_sl=f"Razpis {name}")
        for number, name in ((2, "dve"), (1, "ena"))
    ]
    assert recognise(entries, same, CALLER) == [1, 2, None]


@given(st.lists(st.sampled_from("abc"), max_size=6), st.lists(st.sampled_from("abc"), max_size=6))
def test_each_known_one_is_found_once_at_most(theirs: list[str], ours: list[str]) -> None:
    there = [known(place, guid=guid) for place, guid in enumerate(ours)]
    found = [one for one in recognise([read(guid) for guid in theirs], there, CALLER) if one is not None]
    assert len(found) == len(set(found)) == min(len(theirs), len(ours))


@given(st.text(max_size=60))
def test_a_title_is_like_itself(title: str) -> None:
    assert alike(title, title)
    canonical(title)


def test_nothing_that_matters_has_changed() -> None:
    before = read("1", END).content
    for changes in (
        {"link": "http://gov.si/razpisi/1/?utm_source=rss"}, {"title_sl": f" {DETAILS.title_sl}"}, {"link": None},
        {"summary_sl": None}, {"summary_sl": "Do  80 odstotkov\nstroškov."}, {"caller": "MK"},
    ):  # fmt: skip
        assert change(before, read("1", END, **changes).content) is None
    assert change(before, read("1").content) is None


def test_a_moved_deadline_keeps_its_number_in_the_call() -> None:
    accepted, seen = read("1", FIRST, END).content, read("1", FIRST, LATER, amount=5000).content
    found = change(accepted, seen)
    assert found is not None
    assert found.parts == (Part.AMOUNT,)
    (move,) = found.moved
    assert (move.before, move.after) == (accepted.deadlines[1], seen.deadlines[1])
    kind = DeadlineKind.SUBMISSION
    own = Deadline(DeadlineKind.PAPERS, FIRST, "Papirji", DeadlineId(9))
    call = Content(
        dataclasses.replace(accepted.details, caller="Popravljeno", title_en="English"),
        (Deadline(kind, FIRST, None, DeadlineId(7)), own, Deadline(kind, END, "Oddaja", DeadlineId(8))),
    )
    after = amended(call, found, seen)
    assert after.deadlines == (*call.deadlines[:2], Deadline(kind, LATER, "Oddaja", DeadlineId(8)))
    assert after.details == dataclasses.replace(call.details, amount=5000)


def test_a_deadline_that_the_office_has_moved_itself_is_not_written_twice() -> None:
    accepted, seen = read("1", END).content, read("1", LATER).content
    found = change(accepted, seen)
    assert found is not None
    call = Content(accepted.details, (Deadline(DeadlineKind.SUBMISSION, LATER, None, DeadlineId(8)),))
    assert amended(call, found, seen) == call


def test_a_deadline_that_comes_or_goes() -> None:
    one, two = read("1", END).content, read("1", FIRST, END).content
    come, gone = change(one, two), change(two, one)
    assert come is not None
    assert gone is not None
    assert [one.when for one in amended(one, come, two).deadlines] == [FIRST, END]
    assert [one.when for one in amended(two, gone, one).deadlines] == [END]
