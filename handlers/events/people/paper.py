"""The names of those with a seat, by library, with a box to tick, on A4. fpdf2 is loaded by whoever makes the first."""

from datetime import datetime

from handlers.dates import writing
from handlers.events import words
from handlers.pdf import GREEN, GREY, INK, SANS, SERIF, Document, shown
from handlers.texts import Say
from storage.events.roster import GUESTS, Roster, Row

EDGE, FOOT = 18.0, 16.0
LINE, HEAD, BOX = 7.2, 10.4, 4.2
"""Millimetres: margins, a name's line, a library's, and the side of the box."""

TOGETHER = 10
"""So many names of a library are not torn apart by the end of a page."""


class _Paper(Document):
    """Says on each page which event it is, and how many pages there are."""

    foot = ""

    def footer(self) -> None:
        """Write the foot of a page."""
        self.set_y(-FOOT)
        self.ink(SANS, 8, GREY)
        self.cell(self.epw - 30, 6, shown(self.foot), align="L")
        self.cell(30, 6, f"{self.page_no()} / {{nb}}", align="R")


def names(found: Roster, say: Say, now: datetime) -> bytes:
    """Set the list."""
    details = found.event.details
    title = words.title(details, say)
    made = _Paper(say.label("paper-title", title=title), say.language, now, landscape=False)
    made.set_margins(EDGE, EDGE, EDGE)
    made.set_auto_page_break(auto=True, margin=FOOT + 6)
    made.foot = title
    made.add_page()
    made.ink(SERIF, 18, GREEN, bold=True)
    made.multi_cell(0, 9, shown(title), align="L", new_x="LMARGIN", new_y="NEXT")
    made.ink(SANS, 11, GREY)
    when = writing.span(details.starts_at, details.ends_at, say.language)
    made.multi_cell(0, 6, shown(say.label("paper-when", when=when, where=words.where(details, say))), align="L",
                    new_x="LMARGIN", new_y="NEXT")  # fmt: skip
    groups = found.groups()
    seated = sum(map(len, groups.values()))
    made.multi_cell(0, 6, shown(say.label("paper-count", count=seated)), new_x="LMARGIN", new_y="NEXT")
    made.ln(3)
    for library, rows in groups.items():
        nameless = say.label("lists-guests" if library == GUESTS else "office-of-association")
        _library(made, rows[0].library or nameless, rows, say)
    return made.bytes()


def _heading(made: _Paper, text: str) -> None:
    """Write a library's name, and go on in the ink of its people's."""
    made.ln(2)
    made.ink(SANS, 11, GREEN, bold=True)
    made.multi_cell(0, HEAD - 3, shown(text), align="L", new_x="LMARGIN", new_y="NEXT")
    made.ink(SANS, 11, INK)


def _library(made: _Paper, library: str, rows: list[Row], say: Say) -> None:
    """Set a library's names; those of one that is not large stay together."""
    if made.will_page_break(HEAD + LINE * min(len(rows), TOGETHER)):
        made.add_page()
    _heading(made, say.label("paper-library", library=library, count=len(rows)))
    made.set_draw_color(*GREY)
    for row in rows:
        if made.will_page_break(LINE):
            made.add_page()
            _heading(made, say.label("paper-library-on", library=library))
        name = row.name or say.label("lists-nameless")
        made.rect(EDGE + 1, made.get_y() + (LINE - BOX) / 2, BOX, BOX)
        made.set_x(EDGE + BOX + 5)
        made.multi_cell(0, LINE, shown(say.label("paper-speaks", name=name) if row.speaks else name), align="L",
                        new_x="LMARGIN", new_y="NEXT")  # fmt: skip
