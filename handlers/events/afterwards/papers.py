"""Certificates and records of attendance, as PDF. Pure; fpdf2 is loaded by whoever makes the first."""

from fpdf.enums import TableBordersLayout
from fpdf.fonts import FontFace

from handlers.events.afterwards.certificate_screens import CertificateWords
from handlers.events.afterwards.record_screens import RecordWords
from handlers.pdf import GREEN, GREY, INK, PALE, SANS, SERIF, Document, shown

BAND = 26.0
CODE = 30.0
WIDE = 230.0
"""Millimetres: the band at the top, the code's side, and how wide a certificate's lines may be."""

LONG, SHORT = 60, 34
"""A title, or a name, of more characters is set smaller."""

EDGE = 18.0
"""Millimetres of margin."""


def certificate(words: CertificateWords) -> bytes:
    """Set a certificate: a page in landscape."""
    made = Document(f"{words.heading} {words.number}", words.language, words.at, landscape=True)
    made.set_auto_page_break(auto=False)
    made.add_page()
    _band(made, words.association)
    made.set_y(34)
    made.ink(SERIF, 34, GREEN, bold=True)
    made.middle(words.heading, 18, WIDE)
    made.ink(SANS, 12, GREY)
    made.middle(words.given_to, 12, WIDE)
    short = len(words.name) <= SHORT
    made.ink(SERIF, 30 if short else 20, bold=True)
    made.middle(words.name, 15 if short else 10, WIDE)
    made.ink(SANS, 13)
    made.middle(words.library, 8, WIDE)
    made.ink(SANS, 12, GREY)
    made.middle(words.for_what, 14, WIDE)
    made.ink(SERIF, 19 if len(words.title) <= LONG else 14, bold=True)
    made.middle(words.title, 8, WIDE)
    made.ln(3)
    made.ink(SANS, 12)
    for fact in words.facts:
        made.middle(fact, 6, WIDE)
    _foot(made, words)
    return made.bytes()


def _band(made: Document, association: str) -> None:
    made.set_fill_color(*GREEN)
    made.rect(0, 0, made.w, BAND, style="F")
    made.set_y(0)
    made.ink(SERIF, 16, (255, 255, 255), bold=True)
    made.middle(association, BAND, min(WIDE, made.w))
    made.set_fill_color(255)


def _foot(made: Document, words: CertificateWords) -> None:
    """Say the number, the day, and how to check that it is genuine."""
    top = made.h - CODE - 14
    made.set_draw_color(*PALE)
    made.line(EDGE, top - 6, made.w - EDGE, top - 6)
    made.code(words.link, made.w - EDGE - CODE, top, CODE)
    made.c_margin = 0
    made.set_xy(EDGE, top + 1)
    made.ink(SANS, 12, INK, bold=True)
    made.cell(150, 7, shown(words.number), new_x="LEFT", new_y="NEXT")
    made.ink(SANS, 11, INK)
    made.cell(150, 7, shown(words.issued), new_x="LEFT", new_y="NEXT")
    made.ink(SANS, 9, GREY)
    made.set_y(top + CODE - 11)
    made.set_x(EDGE)
    made.multi_cell(made.w - 2 * EDGE - CODE - 12, 5, shown(words.check), new_x="LEFT", new_y="NEXT")


def record(words: RecordWords) -> bytes:
    """Set a record of attendance: as many pages as it takes."""
    made = Document(f"{words.heading} {words.whose}", words.language, words.at, landscape=False)
    made.add_page()
    made.set_margins(EDGE, EDGE)
    _band(made, words.association)
    made.set_y(38)
    made.ink(SERIF, 20, GREEN, bold=True)
    made.c_margin = 0
    made.multi_cell(0, 10, shown(words.heading), new_x="LMARGIN", new_y="NEXT")
    made.ink(SANS, 12)
    made.multi_cell(0, 7, shown(words.whose), new_x="LMARGIN", new_y="NEXT")
    made.ln(4)
    made.ink(SANS, 10)
    made.set_draw_color(*PALE)
    heading = FontFace(emphasis="BOLD", color=INK, fill_color=PALE)
    with made.table(
        borders_layout=TableBordersLayout.HORIZONTAL_LINES, col_widths=(24, 92, 18, 26), headings_style=heading,
        line_height=6, padding=1, text_align=("LEFT", "LEFT", "RIGHT", "RIGHT"),
    ) as table:  # fmt: skip
        for row in (words.columns, *words.rows):
            table.row([shown(cell) for cell in row])
    made.ln(4)
    made.ink(SANS, 11, INK, bold=True)
    made.multi_cell(0, 7, shown(words.sums), new_x="LMARGIN", new_y="NEXT")
    made.ink(SANS, 9, GREY)
    made.multi_cell(0, 6, shown(words.made), new_x="LMARGIN", new_y="NEXT")
    return made.bytes()
