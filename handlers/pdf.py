"""What all PDFs share. fpdf2 is loaded by whoever makes the first."""

import re
from datetime import datetime
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import segno
from fpdf import FPDF

SERIF, SANS = "serif", "sans"
FONTS = {
    (SERIF, ""): "DejaVuSerif.ttf", (SERIF, "B"): "DejaVuSerif-Bold.ttf",
    (SANS, ""): "DejaVuSans.ttf", (SANS, "B"): "DejaVuSans-Bold.ttf",
}  # fmt: skip
"""matplotlib brings these; they have all our letters."""

LAST = "\uffff"
"""Beyond it are pictures, which the fonts do not have."""

ALONE = re.compile(r"\b([^\W\d_]) ")

Colour = tuple[int, int, int]

GREEN: Colour = (36, 90, 72)
PALE: Colour = (219, 232, 220)
INK: Colour = (31, 28, 24)
GREY: Colour = (95, 87, 77)


@cache
def _fonts() -> Path:
    """Find the folder of the fonts, without loading matplotlib."""
    spec = find_spec("matplotlib")
    if spec is None or not spec.submodule_search_locations:
        raise LookupError("matplotlib is not installed.")
    return Path(spec.submodule_search_locations[0]) / "mpl-data" / "fonts" / "ttf"


class Document(FPDF):
    """A PDF in A4; lengths are in millimetres, sizes of letters in points."""

    def __init__(self, title: str, language: str, made_at: datetime, *, landscape: bool) -> None:
        super().__init__("landscape" if landscape else "portrait")
        for (family, style), file in FONTS.items():
            self.add_font(family, style, _fonts() / file)
        self.set_title(title)
        self.set_lang(language)
        self.set_creation_date(made_at)

    def ink(self, family: str, size: float, colour: Colour = INK, *, bold: bool = False) -> None:
        """Choose how letters look from now on."""
        self.set_font(family, "B" if bold else "", size)
        self.set_text_color(*colour)

    def middle(self, text: str, height: float, width: float) -> None:
        """Write in the middle of the page, in lines of a `height`, each at most of a `width`."""
        self.set_x((self.w - width) / 2)
        self.multi_cell(width, height, shown(text), align="C", new_x="LMARGIN", new_y="NEXT")

    def code(self, link: str, left: float, top: float, side: float) -> None:
        """Draw a code that opens a link, row by row of its dots."""
        self.set_fill_color(0)
        rows = list(segno.make_qr(link, error="m").matrix)
        dot = side / len(rows)
        for down, row in enumerate(rows):
            start = 0
            while start < len(row):
                end = start
                while end < len(row) and row[end] == row[start]:
                    end += 1
                if row[start]:
                    self.rect(left + start * dot, top + down * dot, (end - start) * dot, dot, style="F")
                start = end

    def bytes(self) -> bytes:
        """Return the file."""
        return bytes(self.output())


def shown(text: str) -> str:
    """Leave out what the fonts do not have; a word of one letter stays with the next."""
    kept = "".join(char for char in text if char <= LAST and (char.isprintable() or char.isspace()))
    return ALONE.sub("\\1\u00a0", kept)
