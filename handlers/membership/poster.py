"""An invite as a page to print and hang up. Pure; matplotlib is loaded by whoever draws first."""

import io
import textwrap
from typing import Any

import segno
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from handlers.membership.invite_screens import Poster

PAGE = (8.27, 11.69)
DOTS = 150
"""An A4 page in inches, and dots per inch."""

BAND = 0.17
"""So much of the page, from its top, is coloured."""

SIDE = 0.62
"""The code's side, as a part of the page's width, at most."""

BORDER = 4
"""White modules around, as the standard asks."""

GREEN, PALE, INK, GREY = "#245a48", "#dbe8dc", "#1f1c18", "#5f574d"


def draw(poster: Poster) -> bytes:
    """Draw the page as PNG; the code still works when a quarter of it is dirty or torn."""
    figure = Figure(figsize=PAGE, dpi=DOTS, facecolor="white")
    FigureCanvasAgg(figure)
    figure.add_artist(Rectangle((0, 1 - BAND), 1, BAND, color=GREEN, transform=figure.transFigure))
    _write(figure, poster.name, 0.935, 40, 30, color="white", family="serif", weight="bold")
    _write(figure, poster.about, 0.874, 15, 52, color=PALE)
    _write(figure, poster.place, 0.748, 25, 30, color=INK, weight="bold")
    _code(figure, poster.link, 0.455)
    _write(figure, poster.how, 0.21, 20, 40, color=INK)
    _write(figure, poster.link, 0.13, 12, 80, color=GREY, family="monospace")
    _write(figure, poster.until, 0.092, 12, 70, color=GREY)
    png = io.BytesIO()
    figure.savefig(png, format="png")
    return png.getvalue()


def _write(figure: Figure, text: str, middle: float, size: int, width: int, **look: Any) -> None:  # noqa: ANN401 - as matplotlib has it
    """Write in the middle of the page, at most `width` characters on a line."""
    figure.text(0.5, middle, textwrap.fill(text, width), size=size, ha="center", va="center", parse_math=False, **look)


def _code(figure: Figure, link: str, middle: float) -> None:
    """Draw the code dot by dot, so that no edge is blurred."""
    code = segno.make_qr(link, error="q")
    width, height = figure.canvas.get_width_height()
    scale = int(SIDE * width) // code.symbol_size(border=BORDER)[0]
    dots = [[1 - dark for dark in row] for row in code.matrix_iter(scale=scale, border=BORDER)]
    left, below = (width - len(dots)) // 2, int(middle * height) - len(dots) // 2
    figure.figimage(dots, left, below, cmap="gray", vmin=0, vmax=1, origin="upper")
