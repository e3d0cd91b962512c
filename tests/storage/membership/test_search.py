"""People and libraries are found in spite of missing letters and diacritics."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.membership.reading import Entry, read_libraries
from storage.membership.search import alphabetical, best, fold, likeness

FILE = Path(__file__).parents[3] / "bot/demo/data/libraries.csv"


def all_entries() -> tuple[Entry, ...]:
    entries = read_libraries(FILE.read_bytes())
    assert isinstance(entries, tuple)
    return entries


ENTRIES = all_entries()


def found(text: str) -> list[str]:
    return [entry.code for entry in best(text, ENTRIES, lambda entry: (entry.town, entry.name, entry.code))]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("krsko", "krsko"),
        ("KRŠKO", "krsko"),
        ("mestna kr", "kranj"),
        ("kranj", "kranj"),
        ("krnj", "kranj"),
        ("valvasor", "krsko"),
        ("novo mest", "novo-mesto"),
        ("nova gorca", "nova-gorica"),
        ("skofja", "skofja-loka"),
        ("smarje jelsah", "smarje"),
        ("knjiznica zalec", "zalec"),
        ("žalc", "zalec"),
        ("lublana", "ljubljana"),
        ("mariborska", "maribor"),
        ("trzic", "trzic"),
    ],
)
def test_the_library_that_was_meant_comes_first(text: str, code: str) -> None:
    assert found(text)[0] == code


@pytest.mark.parametrize("text", ["", "   ", "?!", "dunaj", "xx", "kranj celje", "\x00", "💥"])
def test_what_fits_nothing_finds_nothing(text: str) -> None:
    assert found(text) == []


@given(st.sampled_from(ENTRIES))
def test_every_library_is_found_by_its_town(entry: Entry) -> None:
    assert entry.code in found(entry.town)[:2]


@given(st.sampled_from(ENTRIES), st.data())
def test_a_letter_left_out_of_the_town_does_not_hide_it(entry: Entry, data: st.DataObject) -> None:
    word = max(fold(entry.town).split(), key=len)
    at = data.draw(st.integers(1, len(word) - 1))
    assert entry.code in found(word[:at] + word[at + 1 :])


@given(st.text(), st.text())
def test_likeness_is_between_nothing_and_all(said: str, word: str) -> None:
    assert 0.0 <= likeness(fold(said), fold(word)) <= 1.0


@given(st.text())
def test_whatever_is_typed_is_searched_for(text: str) -> None:
    assert len(found(text)) <= len(ENTRIES)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_the_slovene_alphabet_sorts_after_its_own_fashion() -> None:
    towns = ["Žalec", "Črnomelj", "Celje", "Zagorje", "Cerknica", "Šentjur", "Sevnica", "Domžale"]
    assert sorted(towns, key=alphabetical) == [
        "Celje", "Cerknica", "Črnomelj", "Domžale", "Sevnica", "Šentjur", "Zagorje", "Žalec",
    ]  # fmt: skip
