"""What pages and pictures to print share. matplotlib is loaded by whoever draws first."""

import textwrap
from typing import Any

import segno
from matplotlib.figure import Figure

BORDER = 4
"""White modules around a code, as the standard asks."""

GREEN, PALE, INK, GREY = "#245a48", "#dbe8dc", "#1f1c18", "#5f574d"


def write(
    figure: Figure, text: str, middle: float, size: float, width: int, lines: int | None = None, **look: Any  # noqa: ANN401 - as matplotlib has it
) -> None:  # fmt: skip
    """Write in the middle of a page, at most `width` characters on a line, and so many `lines`."""
    shown = textwrap.fill(text, width, max_lines=lines, placeholder=" …")
    figure.text(0.5, middle, shown, size=size, ha="center", va="center", parse_math=False, **look)


def code(figure: Figure, link: str, middle: float, side: float) -> None:
    """Draw a code dot by dot, so that no edge is blurred, at most a part `side` of the page's width.

    It still works when a quarter of it is dirty or torn.
    """
    made = segno.make_qr(link, error="q")
    width, height = figure.canvas.get_width_height()
    scale = int(side * width) // made.symbol_size(border=BORDER)[0]
    dots = [[1 - dark for dark in row] for row in made.matrix_iter(scale=scale, border=BORDER)]
    left, below = (width - len(dots)) // 2, int(middle * height) - len(dots) // 2
    figure.figimage(dots, left, below, cmap="gray", vmin=0, vmax=1, origin="upper")
