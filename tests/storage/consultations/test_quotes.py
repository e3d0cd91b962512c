"""What an amending law quotes is content, with headings and all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.consultations.wording.articles import UnclosedQuote
from tests.storage.consultations.drafting import found, numbers

MARKS = [("»", "«"), ("„", "“"), ("„", "”"), ("“", "”"), ("”", "”"), ('"', '"'), ("«", "»"), ("“", "“")]


@pytest.mark.parametrize(("left", "right"), MARKS)
def test_a_quoted_article_belongs_to_the_one_that_quotes_it(left: str, right: str) -> None:
    quoting = f"Se glasi:\n{left}5. člen\n(izposoja)\n(1) Izposoja je prosta.\n(2) Rok je 21 dni.{right}."
    split = found(f"1. člen\n{quoting}\n2. člen\nBeseda {left}dan{right} se nadomesti z besedo {left}teden{right}.\n")
    one, other = split.articles
    assert (one.title, one.paragraphs, other.number, split.findings) == (None, (quoting,), "2", ())


def test_whole_chapters_are_quoted() -> None:
    split = found(
        "1. člen\nDoda se:\n»III.a POGLAVJE\nČITALNICE\n\n2. člen\n(mir)\nTiho.\n\n3. člen\nDan.«.\n"
        "PREHODNA DOLOČBA\n2. člen\nVelja takoj.\n"
    )
    assert [(article.number, article.chapter) for article in split.articles] == [
        ("1", ()),
        ("2", ("PREHODNA DOLOČBA",)),
    ]


def test_a_quoted_chapter_may_be_announced_without_a_colon() -> None:
    assert numbers("1. člen\nSe doda, ki se glasi\n»III.a POGLAVJE\n7. člen\nTo.«\n2. člen\nKonec.") == ["1", "2"]


def test_marks_of_other_kinds_within_a_quotation_do_not_end_it() -> None:
    words = 'Beseda „knjiga“, ‘zvezek’ in "list" ter d’Annunzio.'
    text = f"1. člen\nglasi:\n»5. člen\n{words}\n6. člen\nŠe „ena.«.\n2. člen\nKonec."
    assert numbers(text) == ["1", "2"]


def test_quotations_within_quotations_are_counted() -> None:
    inner = "V 5. členu se »to« spremeni, da se glasi: »7. člen\nOno.«\n8. člen\nIn to."
    text = f"1. člen\nglasi:\n»3. člen\n{inner}«.\n2. člen\nKonec."
    assert numbers(text) == ["1", "2"]


def test_a_mark_on_a_line_of_its_own_counts() -> None:
    assert numbers("1. člen\nglasi:\n»\n5. člen\nTo.\n«\n2. člen\nKonec.") == ["1", "2"]


def test_a_quoted_heading_without_marks_is_known_by_the_words_before() -> None:
    assert numbers("1. člen\nPeti člen se spremeni tako, da se glasi:\n5. člen\nTo.\n2. člen\nKonec.") == ["1", "2"]


def test_a_quotation_without_an_end_is_said_and_ends_with_its_article() -> None:
    split = found(
        "1. člen\nPrvi.\n2. člen\nglasi:\n»7. člen\nTo.\n3. člen\nBeseda »a« se nadomesti z besedo »b«.\n"
        "4. člen\nglasi:\n»9. člen\nOno.«.\n5. člen\nKonec."
    )
    assert [article.number for article in split.articles] == ["1", "2", "3", "4", "5"]
    assert split.articles[1].text == "glasi:\n»7. člen\nTo."
    assert split.findings == (UnclosedQuote("2"),)


def test_of_two_equal_numbers_behind_a_lost_mark_the_later_one_is_own() -> None:
    split = found("1. člen\nglasi:\n»2. člen\nStaro.\n3. člen\nStaro.\n2. člen\nNovo.\n3. člen\nKonec.")
    assert [article.text for article in split.articles] == [
        "glasi:\n»2. člen\nStaro.\n3. člen\nStaro.",
        "Novo.",
        "Konec.",
    ]


def test_a_lost_mark_that_a_later_one_makes_up_for_shows_in_the_numbers() -> None:
    split = found("1. člen\nglasi:\n»7. člen\nTo.\n2. člen\nDrugi.\n3. člen\nTretji.«\n4. člen\nKonec.")
    assert [article.number for article in split.articles] == ["1", "2", "3", "4"]
    assert split.findings == (UnclosedQuote("1"),)


def test_a_quotation_that_ends_nowhere_in_the_last_article_is_said() -> None:
    assert found("1. člen\nPrvi.\n2. člen\nglasi:\n»7. člen\nTo.").findings == (UnclosedQuote("2"),)
    assert found("Predlog »zakona\n1. člen\nPrvi.").findings == (UnclosedQuote(None),)


def test_a_quotation_without_an_end_does_not_go_on_into_the_explanation() -> None:
    split = found("1. člen\nPrvi.\n2. člen\nglasi:\n»7. člen\nTo.\nOBRAZLOŽITEV\nZakon je »dober.\n3. člen\nRazlaga.")
    assert [article.text for article in split.articles] == ["Prvi.", "glasi:\n»7. člen\nTo."]
    assert split.findings == (UnclosedQuote("2"),)
    assert found("1. člen\nPrvi.\nOBRAZLOŽITEV\nZakon je »dober.").findings == ()


def test_stray_marks_and_inches_open_nothing() -> None:
    assert numbers('1. člen\nZaslon je 15" velik.\n2. člen\nTo«.\n3. člen\nRok “ je.\n4. člen\nKonec.') == [
        "1",
        "2",
        "3",
        "4",
    ]


articles_quoted = st.lists(st.integers(1, 30), max_size=4)


@settings(deadline=None)
@given(
    st.lists(st.tuples(articles_quoted, st.sampled_from(MARKS), st.booleans()), min_size=1, max_size=12),
    st.integers(0, 11),
)
def test_own_articles_are_found_whatever_is_quoted(
    drafts: list[tuple[list[int], tuple[str, str], bool]], forgotten: int
) -> None:
    """One of the quotations may lack its end: the numbers of the draft tell."""
    text = []
    for place, (quoted, (left, right), named) in enumerate(drafts):
        text += [f"{place + 1}. člen", "Zakon se spremeni tako, da se glasi:" if quoted else "Beseda se črta."]
        lines = [
            line for number in quoted for line in (f"{number}. člen", "(naslov)" if named else "(1) Odstavek.", "To.")
        ]
        if lines:
            end = "" if place == forgotten and not set(quoted) & set(range(place + 1, 40)) else f"{right}."
            text += [f"{left}{lines[0]}", *lines[1:-1], f"{lines[-1]}{end}"]
    assert numbers("\n".join(text)) == [str(number) for number in range(1, len(drafts) + 1)]
