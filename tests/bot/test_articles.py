"""`python -m bot articles`, as whoever checks the splitter sees it; and the project's own drafts."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from storage.consultations.wording.articles import split
from storage.consultations.wording.compare import Changed, Gone, New, Same, compare
from storage.consultations.wording.plain import plain_lines
from tests.storage.consultations.drafting import laws
from tests.storage.consultations.paper import pdf_of

DATA = Path(__file__).parents[2] / "bot" / "demo" / "data"
EIGHTH = "Knjižnica hrani gradivo o svojem območju in ga posoja samo v digitalni obliki, razen če ima vsaj tri izvode."
DRAFT, SECOND = DATA / "osnutek.txt", DATA / "osnutek-2.txt"


def printed(*arguments: str) -> str:
    """Run the command and return what it printed."""
    ended = CliRunner().invoke(app, ["articles", *arguments])
    assert (ended.exit_code, ended.stderr) == (0, "")
    return ended.stdout_bytes.decode()


def refused(*arguments: str) -> str:
    """Run the command and return its only line of complaint."""
    ended = CliRunner().invoke(app, ["articles", *arguments])
    assert (ended.exit_code, ended.stdout) == (1, "")
    (line,) = ended.stderr.splitlines()
    return line


def test_the_json_has_number_title_chapter_text_and_paragraphs() -> None:
    articles = json.loads(printed(str(DRAFT), "--json"))
    assert [article["number"] for article in articles] == [str(number) for number in range(1, 13)]
    assert articles[7] == {
        "number": "8",
        "title": "hramba krajevnega gradiva",
        "chapter": "II. IZPOSOJA IN HRAMBA",
        "text": EIGHTH,
        "paragraphs": [EIGHTH],
    }
    assert "»7. člen\n(postajališča)" in articles[10]["text"]
    assert "knjižnica" in printed(str(DRAFT), "--json"), "No letter is escaped."


def test_the_laws_are_printed_as_expected() -> None:
    for law in laws():
        articles = json.loads(printed(str(law.file), "--json"))
        assert [(one["number"], one["title"], len(one["text"])) for one in articles] == [
            (one.article, one.title, one.chars) for one in law.expected
        ]


def test_the_outline_names_chapters_articles_and_the_longest() -> None:
    lines = printed(str(DRAFT)).splitlines()
    assert lines[0].startswith("Articles: 12. The longest, 6 medknjižnična izposoja, has 4")
    assert [line for line in lines if line and not line.startswith(" ")][1:] == [
        "I. SPLOŠNE DOLOČBE", "II. IZPOSOJA IN HRAMBA", "III. FINANCIRANJE, PREHODNE IN KONČNE DOLOČBE",
    ]  # fmt: skip


def test_the_outline_says_what_looks_wrong(tmp_path: Path) -> None:
    file = tmp_path / "osnutek.txt"
    file.write_text(
        "1. člen\nglasi:\n»7. člen\nTo.\n2. člen\nDrugi.\n5. člen\nPeti.\n5. člen\nSpet.\n", encoding="utf-8"
    )
    assert printed(str(file)).splitlines()[-3:] == [
        "Article 1: a quotation has no end; it was taken to end with the article.",
        "There is more than one article 5.", "Between the articles 2 and 5 numbers are missing.",
    ]  # fmt: skip
    file.write_text("Predlog »zakona\n1. člen\nPrvi.\n", encoding="utf-8")
    assert printed(str(file)).splitlines()[-1] == "A quotation before the first article has no end."


def test_a_draft_without_articles_is_split_by_its_headings(tmp_path: Path) -> None:
    file = tmp_path / "cenik.txt"
    file.write_text("1. Izkaznica\nDeset eurov.\n2. Zamudnina\nNi je.\n", encoding="windows-1250")
    assert [(one["number"], one["title"], one["chapter"]) for one in json.loads(printed(str(file), "--json"))] == [
        ("1", "Izkaznica", None), ("2", "Zamudnina", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "no text"),
        (pdf_of([[]]), "text recognition"),
        (b"PK\x03\x04", "damaged"),
        (bytes(99), "neither .docx nor .pdf"),
    ],
)
def test_what_cannot_be_read_is_one_clear_line(tmp_path: Path, content: bytes, words: str) -> None:
    file = tmp_path / "osnutek"
    file.write_bytes(content)
    line = refused(str(file))
    assert line.startswith(f"{file}: ")
    assert words in line


def test_a_file_that_is_not_there_is_one_clear_line(tmp_path: Path) -> None:
    assert "No such file" in refused(str(tmp_path / "none.txt"))
    assert "cannot be read" in refused(str(tmp_path))


def test_the_second_version_of_the_sample_has_a_changed_a_new_and_a_removed_article() -> None:
    old, new = (split(plain_lines(file.read_text(encoding="utf-8"))).articles for file in (DRAFT, SECOND))
    changes = compare(old, new)
    assert [change for change in changes if not isinstance(change, Same)] == [Changed(4, 4), New(7), Gone(7)]
    assert len(changes) == 13
