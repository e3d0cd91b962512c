"""What Word shows is what is read."""

import io
import re
from collections.abc import Sequence

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

from storage.consultations.wording.articles import split
from storage.consultations.wording.lines import Line
from storage.consultations.wording.numbering import written
from storage.consultations.wording.outcomes import Text
from storage.consultations.wording.reading import read

LEVELS = """
<lvl ilvl="0"><start val="1"/><numFmt val="decimal"/><pStyle val="Clen"/><lvlText val="%1. člen"/></lvl>
<lvl ilvl="1"><start val="1"/><numFmt val="decimal"/><pStyle val="Odstavek"/><lvlText val="(%2)"/></lvl>
<lvl ilvl="2"><start val="1"/><numFmt val="lowerLetter"/><lvlText val="%3)"/></lvl>
<lvl ilvl="3"><start val="1"/><numFmt val="bullet"/><lvlText val="\uf0b7"/></lvl>
<lvl ilvl="4"><start val="1"/><numFmt val="upperRoman"/><lvlText val="%1.%5"/><suff val="nothing"/></lvl>
"""


def element(xml: str) -> BaseOxmlElement:
    """Read XML of Word, written without its prefix."""
    prefixed = re.sub(r'(<[^>]*?) (\w+)="', r'\1 w:\2="', re.sub(r"<(/?)(\w)", r"<\1w:\2", xml))
    while prefixed != (again := re.sub(r'(<[^>]*?) (\w+)="', r'\1 w:\2="', prefixed)):
        prefixed = again
    return parse_xml(re.sub(r"^<([\w:]+)", rf"<\1 {nsdecls('w')}", prefixed.strip()))


def paragraph(text: str, properties: str = "") -> str:
    """Write a paragraph of one run."""
    return f"<p><pPr>{properties}</pPr><r><t>{text}</t></r></p>"


def listed(number: int, level: int, text: str = "") -> str:
    """Write a paragraph of a list."""
    return paragraph(text, f'<numPr><ilvl val="{level}"/><numId val="{number}"/></numPr>')


def styled(style: str, text: str = "") -> str:
    """Write a paragraph of a style."""
    return paragraph(text, f'<pStyle val="{style}"/>')


def document() -> Document:
    """Begin a document with a list for articles: number 71 counts on, number 72 starts again from 7."""
    made = docx.Document()
    numbering, styles = made.part.numbering_part.element, made.styles.element
    restart = '<lvlOverride ilvl="0"><startOverride val="7"/></lvlOverride>'
    numbering.insert(0, element(f'<abstractNum abstractNumId="70">{LEVELS}</abstractNum>'))
    numbering.append(element('<num numId="71"><abstractNumId val="70"/></num>'))
    numbering.append(element(f'<num numId="72"><abstractNumId val="70"/>{restart}</num>'))
    numbered = '<pPr><numPr><numId val="71"/></numPr></pPr>'
    for name, content in (("Clen", numbered), ("Odstavek", numbered), ("Drugi", '<basedOn val="Clen"/>')):
        styles.append(element(f'<style type="paragraph" styleId="{name}"><name val="{name}"/>{content}</style>'))
    return made


def lines(made: Document, *blocks: str) -> Sequence[Line]:
    """Put blocks at the end of a document and read it."""
    for block in blocks:
        made.element.body.insert(len(made.element.body) - 1, element(block))
    file = io.BytesIO()
    made.save(file)
    outcome = read(file.getvalue())
    assert isinstance(outcome, Text)
    return outcome.lines


def texts(*blocks: str) -> list[str]:
    """Read a document of these blocks."""
    return [line.text for line in lines(document(), *blocks)]


def test_articles_that_a_list_numbers_have_their_numbers() -> None:
    first = (listed(71, 0), paragraph("(namen)"), listed(71, 1, "Prvi."), listed(71, 1, "Drugi:"))
    points = (listed(71, 2, "ena;"), listed(71, 2, "dve."))
    second = (listed(71, 0), listed(71, 1, "Spet prvi."), listed(71, 3, "alineja"))
    one, other = split(lines(document(), *first, *points, *second)).articles
    assert (one.number, one.title, one.paragraphs) == ("1", "namen", ("(1) Prvi.", "(2) Drugi:\na) ena;\nb) dve."))
    assert (other.number, other.paragraphs) == ("2", ("(1) Spet prvi.\n– alineja",))


def test_a_style_numbers_its_paragraphs_and_those_that_rest_on_it() -> None:
    blocks = (styled("Clen"), styled("Odstavek", "Prvi."), styled("Drugi"), styled("Odstavek", "Prvi."))
    assert texts(*blocks) == ["1. člen", "(1) Prvi.", "2. člen", "(1) Prvi."]
    assert texts(paragraph("Brez.", '<pStyle val="Clen"/><numPr><numId val="0"/></numPr>')) == ["Brez."]


def test_a_list_may_start_elsewhere_and_go_on() -> None:
    blocks = (listed(71, 0), listed(72, 0), listed(72, 0), listed(71, 0, "(naslov)"))
    assert texts(*blocks) == ["1. člen", "7. člen", "8. člen", "9. člen (naslov)"]
    assert texts(listed(71, 0), listed(71, 4, "besedilo")) == ["1. člen", "1.Ibesedilo"]


def test_an_empty_point_says_nothing_but_counts() -> None:
    blocks = (listed(71, 2), listed(71, 2, "dva"), listed(99, 0, "brez seznama"), listed(71, 8, "brez ravni"))
    assert texts(*blocks) == ["", "b) dva", "brez seznama", "brez ravni"]


@pytest.mark.parametrize(
    ("number", "how", "text"),
    [
        (4, "upperRoman", "IV"), (1999, "lowerRoman", "mcmxcix"), (3, "upperLetter", "C"), (28, "lowerLetter", "bb"),
        (7, "decimalZero", "07"), (7, "ordinal", "7."), (7, "none", ""), (7, "cardinalText", "7"),
        (0, "upperRoman", "0"), (10**8, "upperRoman", "100000000"),
    ],
)  # fmt: skip
def test_numbers_are_written_as_word_writes_them(number: int, how: str, text: str) -> None:
    assert written(number, how) == text


def test_tracked_changes_are_read_as_accepted() -> None:
    inserted = '<ins id="1"><r><t>novo,</t></r></ins>'
    deleted = '<del id="2"><r><delText>staro,</delText></r></del>'
    moved = '<moveFrom id="3"><r><t>od tu</t></r></moveFrom><moveTo id="4"><r><t>sem</t></r></moveTo>'
    assert texts(f"<p><r><t>Je:</t></r>{inserted}{deleted}{moved}</p>") == ["Je:novo,sem"]


def test_where_the_end_of_a_paragraph_was_deleted_the_next_one_goes_on() -> None:
    mark = paragraph("Prvi", '<rPr><del id="5"/></rPr>')
    assert texts(mark, paragraph(" in isti."), paragraph("Drugi.")) == ["Prvi in isti.", "Drugi."]
    assert texts(paragraph("Drugi."), mark) == ["Drugi.", "Prvi"]


def test_deleted_rows_of_a_table_are_gone() -> None:
    deleted = f'<tr><trPr><del id="6"/></trPr><tc>{paragraph("Ne")}</tc></tr>'
    assert texts(f"<tbl>{deleted}<tr><tc>{paragraph('Da')}</tc></tr></tbl>") == ["Da"]


def test_breaks_are_lines_and_signs_are_what_they_look_like() -> None:
    breaks = "<t>1. člen</t><br/><t>(naslov)</t><cr/>"
    signs = "<t>A</t><noBreakHyphen/><t>B</t><tab/><t>C</t><softHyphen/><t>D</t>"
    assert texts(f"<p><r>{breaks}{signs}</r></p>") == ["1. člen", "(naslov)", "A-B CD"]


def test_notes_fields_and_hidden_text_are_left_out_and_links_are_kept() -> None:
    runs = [
        '<r><t>Vidno</t><footnoteReference id="1"/></r>',
        "<r><rPr><vanish/></rPr><t> skrito</t></r>",
        '<r><rPr><vanish val="0"/></rPr><t>, prikazano</t></r>',
        '<r><fldChar fldCharType="begin"/><instrText>PAGE</instrText></r>',
        "<hyperlink><r><t>, povezava</t></r></hyperlink>",
        "<sdt><sdtContent><r><t>, polje</t></r></sdtContent></sdt>",
    ]
    assert texts(f"<p>{''.join(runs)}</p>") == ["Vidno, prikazano, povezava, polje"]
    assert texts(f"<sdt><sdtContent>{paragraph('V polju')}</sdtContent></sdt>") == ["V polju"]


def test_tables_are_rows_or_text() -> None:
    short, price, note = (f"<tc>{paragraph(text)}</tc>" for text in ("Izkaznica", "10 eurov", "opomba"))
    long = f"<tc>{paragraph('1. člen')}{paragraph('Besedilo.')}</tc>"
    table = f"<tbl><tr>{short}{price}</tr><tr>{long}{note}</tr></tbl>"
    assert texts(table) == ["Izkaznica | 10 eurov", "1. člen", "Besedilo.", "opomba"]


def test_headings_have_their_level_and_the_contents_are_left_out() -> None:
    made = document()
    made.add_heading("Strategija", 0)
    made.add_heading("Branje", 1)
    made.add_heading("Otroci", 2)
    made.styles.element.append(element('<style type="paragraph" styleId="Kazalo1"><name val="toc 1"/></style>'))
    blocks = (styled("Kazalo1", "Branje 3"), paragraph("Mladi", '<outlineLvl val="2"/>'), styled("Neznan", "Besedilo"))
    assert lines(made, *blocks) == (
        Line("Strategija"), Line("Branje", 1), Line("Otroci", 2), Line("Mladi", 3), Line("Besedilo"),
    )  # fmt: skip
