"""Pages as somebody printed them: what they repeat goes, paragraphs are whole again."""

import pytest

from storage.consultations.wording import pdf
from storage.consultations.wording.articles import split
from storage.consultations.wording.flow import flow
from storage.consultations.wording.outcomes import Damaged, Encrypted, NoTextLayer, Text, TooLarge
from storage.consultations.wording.pages import Row
from storage.consultations.wording.reading import read
from tests.storage.consultations.paper import pdf_of

FIRST = "(1) Knjižnica skrbi za bralno kulturo otrok in odraslih na svo-"
PAGES = [
    [
        "Z A K O N",
        "O BRANJU",
        "",
        "1. člen",
        "(namen)",
        FIRST,
        "jem območju ter za vse, ki še ne berejo.",
        "(2) Bere se.",
    ],
    ["2. člen", "Čebele, žabe in šoje berejo tudi."],
    ["3. člen", "Ta zakon začne veljati takoj."],
]


def test_a_law_is_read_from_its_pages() -> None:
    outcome = read(pdf_of(PAGES, header="PREDLOG ZAKONA – EVA 2027", footer="Stran {page} od 3"))
    assert isinstance(outcome, Text)
    found = split(outcome.lines)
    assert found.preamble == "Z A K O N\nO BRANJU"
    first = f"{FIRST[:-1]}jem območju ter za vse, ki še ne berejo."
    assert [(one.number, one.title, one.paragraphs) for one in found.articles] == [
        ("1", "namen", (first, "(2) Bere se.")),
        ("2", None, ("Čebele, žabe in šoje berejo tudi.",)),
        ("3", None, ("Ta zakon začne veljati takoj.",)),
    ]


def test_a_paragraph_goes_on_over_the_page() -> None:
    outcome = read(pdf_of([["1. člen", "Knjižnica skrbi za bralno kulturo"], ["otrok in odraslih."]], footer="{page}"))
    assert isinstance(outcome, Text)
    assert [line.text for line in outcome.lines] == ["1. člen", "Knjižnica skrbi za bralno kulturo otrok in odraslih."]


def test_what_cannot_be_read_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(pdf_of([[], []])) == NoTextLayer()
    whole = pdf_of(PAGES)
    assert read(whole[:200]) == Damaged()
    assert read(LOCKED) == Encrypted()
    monkeypatch.setattr(pdf, "CHARACTERS", 100)
    assert read(whole) == TooLarge()
    monkeypatch.setattr(pdf, "PAGES", 2)
    assert read(whole) == TooLarge()


def locked() -> bytes:
    """Write the smallest PDF with a password."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        b"<</Filter/Standard/V 1/R 2/P -4/O<%b>/U<%b>>>" % (b"41" * 32, b"42" * 32),
    ]
    file, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj%bendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>"
    return file + b"xref\n0 5\n0000000000 65535 f \n%btrailer%b\nstartxref\n%d\n%%%%EOF" % (table, trailer, len(file))


LOCKED = locked()

LEFT, RIGHT, LETTER = 70.0, 470.0, 5.0


def page(*texts: str, top: float = 760.0) -> list[Row]:
    """Set rows of letters of one width in a column of 80 letters; leading spaces indent, an empty row is a gap."""
    return [
        Row(
            text.strip(), LEFT + LETTER * (len(text) - len(text.lstrip())), LEFT + LETTER * len(text), top - 14 * at, 10
        )
        for at, text in enumerate(texts)
        if text.strip()
    ]


def joined(*texts: str) -> list[str]:
    return [line.text for line in flow([page(*texts)])]


FULL = "Knjižnica skrbi za bralno kulturo otrok in odraslih na vsem svojem območju in še"
SHORT = "malo čez."


def test_rows_that_are_full_go_on() -> None:
    assert len(FULL) == 80
    assert joined(FULL, FULL, SHORT, "Naslednji odstavek.") == [f"{FULL} {FULL} {SHORT}", "Naslednji odstavek."]


def test_points_and_paragraphs_begin_anew_and_mentions_do_not() -> None:
    ended = FULL[:-3] + "še;"
    assert joined("1. " + ended[3:], "2. " + ended[3:], "– " + ended[2:], SHORT) == [
        "1. " + ended[3:], "2. " + ended[3:], f"– {ended[2:]} {SHORT}",
    ]  # fmt: skip
    mention = FULL[:-6] + "iz tem"
    assert joined(mention, "5. člena tega zakona.", "(2) Drugi.") == [f"{mention} 5. člena tega zakona.", "(2) Drugi."]


def test_gaps_and_indents_begin_paragraphs() -> None:
    ended = FULL[:-1] + "."
    assert joined(ended, FULL, SHORT, "", FULL, SHORT) == [f"{ended} {FULL} {SHORT}", f"{FULL} {SHORT}"]
    indented = "   " + FULL[:-4] + "."
    assert joined(indented, FULL, SHORT, indented, FULL, SHORT) == [f"{indented.strip()} {FULL} {SHORT}"] * 2
    hanging = "1. " + FULL[3:]
    assert joined(hanging, "   " + FULL[3:], "   " + SHORT) == [f"{hanging} {FULL[3:]} {SHORT}"]


def test_a_title_over_two_rows_is_whole() -> None:
    title = "(uporaba predpisov o izposoji gradiva v vseh knjižnicah"
    rows = (" " * 36 + "1. člen", " " * 13 + title, " " * 31 + "in čitalnicah)")
    whole = f"{FULL} {SHORT}"
    assert joined(FULL, SHORT, *rows, FULL, SHORT) == [whole, "1. člen", f"{title} in čitalnicah)", whole]


@pytest.mark.parametrize(
    ("end", "begin", "text"),
    [
        ("bral-", "nost", "bralnost"), ("bral\u00ad", "nost", "bralnost"), ("bral\ufffe", "nost", "bralnost"),
        ("bral\u2010", "nost", "bralnost"), ("Škofja Loka-", "Žiri", "Škofja Loka-Žiri"),
        ("avto-", "in motocikel", "avto- in motocikel"),
        ("10-", "20 dni", "10- 20 dni"), ("črno-", "bel", "črno-bel"), ("–", "ne", "– ne"),
    ],
)  # fmt: skip
def test_words_are_made_whole_where_that_is_sound(end: str, begin: str, text: str) -> None:
    first = FULL[: 79 - len(end)] + " " + end
    lines = flow([page(first, begin, "", "Tu je tudi črno-bel odtis."), page(FULL)])
    assert lines[0].text == FULL[: 79 - len(end)] + " " + text


def test_headers_footers_and_page_numbers_go() -> None:
    pages = [
        [
            *page("Osnutek 5. maja 2027", top=820),
            *page(f"{number}. člen", f"Ima {number**2} knjig."),
            *page(f"– {number + 7} –", top=30),
        ]
        for number in range(1, 7)
    ]
    texts = [line.text for line in flow(pages)]
    assert texts == [text for number in range(1, 7) for text in (f"{number}. člen", f"Ima {number**2} knjig.")]
    assert [line.text for line in flow([[*page("Besedilo."), *page("1", top=30)]])] == ["Besedilo."]
    assert "1995" in flow([[*page("Besedilo."), *page("1995", top=30)]])[-1].text


def test_what_is_the_same_on_few_pages_stays() -> None:
    pages = [page("(črtan)", FULL, SHORT), page(FULL, SHORT), page("(črtan)", FULL, SHORT), page(FULL, SHORT)]
    assert sum(line.text == "(črtan)" for line in flow(pages)) == 2


def test_two_columns_are_read_one_after_the_other() -> None:
    rows = page("1. člen", *([FULL[:36]] * 12), "druga beseda.", "2. člen", *([FULL[:36]] * 12), "konec.")
    half = len(rows) // 2
    second = [Row(row.text, row.left + 220, row.right + 220, rows[at].bottom, 10) for at, row in enumerate(rows[half:])]
    texts = [line.text for line in flow([[*rows[:half], *second]])]
    assert texts == [
        "1. člen",
        " ".join([FULL[:36]] * 12) + " druga beseda.",
        "2. člen",
        " ".join([FULL[:36]] * 12) + " konec.",
    ]


def test_pages_without_rows_are_no_lines() -> None:
    assert flow([[], []]) == ()
