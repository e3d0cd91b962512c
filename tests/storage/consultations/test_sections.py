"""Drafts without articles: rulebooks, standards, price lists, strategies."""

from hypothesis import given, settings
from hypothesis import strategies as st

from storage.consultations.wording.lines import Line
from storage.consultations.wording.plain import plain_lines
from storage.consultations.wording.sections import by_headings

STANDARD = """STANDARDI ZA KNJIŽNICE
Sprejeto 5. maja 2027

1 Uvod
Standardi veljajo za vse.

2 Zaposleni
2.1 Število
Knjižnica ima:
1. vodjo,
2. knjižničarje.
1. Prvi je vodja
2. Drugi je knjižničar
2.2 Izobrazba
Vsi so izobraženi.
3 Prostor
Prostora je dovolj.
"""


def test_numbered_headings_make_sections_and_chapters() -> None:
    split = by_headings(plain_lines(STANDARD))
    assert split.preamble == "STANDARDI ZA KNJIŽNICE\nSprejeto 5. maja 2027"
    assert [(one.number, one.title, one.chapter) for one in split.articles] == [
        ("1", "Uvod", ()), ("2.1", "Število", ("2 Zaposleni",)), ("2.2", "Izobrazba", ("2 Zaposleni",)),
        ("3", "Prostor", ()),
    ]  # fmt: skip
    assert split.articles[1].text.endswith("2. Drugi je knjižničar")
    assert split.articles[1].label == "2.1 Število"


def test_roman_numbers_letters_and_digits_nest_as_they_come() -> None:
    aims = "I. Namen\nA. Cilji\n1. Branje\nVeč branja.\n2. Pisanje\nVeč pisanja."
    text = f"{aims}\nB. Ukrepi\nUkrepov je več.\nII. Denar\nNi ga."
    split = by_headings(plain_lines(text))
    assert [(one.number, one.title, one.chapter) for one in split.articles] == [
        ("1", "Branje", ("I. Namen", "A. Cilji")), ("2", "Pisanje", ("I. Namen", "A. Cilji")),
        ("B", "Ukrepi", ("I. Namen",)), ("II", "Denar", ()),
    ]  # fmt: skip


def test_a_table_of_contents_is_no_heading() -> None:
    split = by_headings(
        plain_lines("KAZALO\n1. Uvod ....... 3\n2. Denar ...... 12\n1. Uvod\nZa začetek.\n2. Denar\nNi ga.")
    )
    assert [one.text for one in split.articles] == ["Za začetek.", "Ni ga."]


def test_styled_headings_go_before_numbers() -> None:
    lines = [
        Line("Strategija"),
        Line("Branje", 1),
        Line("1. Prvič"),
        Line("2. Drugič"),
        Line("Otroci", 2),
        Line("Berejo."),
    ]
    split = by_headings(lines)
    assert [(one.number, one.title, one.chapter) for one in split.articles] == [
        ("1", "Branje", ()), ("2", "Otroci", ("Branje",)),
    ]  # fmt: skip


def test_lines_in_capitals_are_headings_if_nothing_else_is() -> None:
    split = by_headings(plain_lines("CENIK\n\nČLANARINA\nOdrasli 10 eurov\nZAMUDNINA\nNa dan 10 centov"))
    assert [(one.title, one.text) for one in split.articles] == [
        ("ČLANARINA", "Odrasli 10 eurov"), ("ZAMUDNINA", "Na dan 10 centov"),
    ]  # fmt: skip


def test_without_headings_each_paragraph_is_one() -> None:
    split = by_headings(plain_lines("Predlagamo, da:\n– beremo,\n– pišemo.\n\nTo je vse."))
    assert [(one.number, one.title, one.text) for one in split.articles] == [
        ("1", None, "Predlagamo, da:\n– beremo,\n– pišemo."), ("2", None, "To je vse."),
    ]  # fmt: skip
    assert [one.text for one in by_headings(plain_lines("1. Branje\n2. Pisanje")).articles] == ["1. Branje\n2. Pisanje"]
    assert by_headings(()).articles == ()


pieces = st.sampled_from(
    ["1. Uvod", "1.1 Namen", "2 Denar", "IV. Nekaj", "A. Prvo", "SPLOŠNO", "Besedilo.", "", "3.", "0 Nič"]
)


@settings(deadline=None)
@given(st.lists(pieces, max_size=20))
def test_no_text_is_lost(texts: list[str]) -> None:
    split = by_headings([Line(text) for text in texts])
    kept = "\n".join([split.preamble, *(one.text for one in split.articles)])
    assert kept.count("Besedilo.") == texts.count("Besedilo.")
