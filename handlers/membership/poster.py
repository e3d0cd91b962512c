"""An invite as a page to print and hang up. Pure; matplotlib is loaded by whoever draws first."""

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from handlers.charts import png
from handlers.membership.invite_screens import Poster
from handlers.prints import GREEN, GREY, INK, PALE, code, write

PAGE = (8.27, 11.69)
DOTS = 150
"""An A4 page in inches, and dots per inch."""

BAND = 0.17
"""So much of the page, from its top, is coloured."""

SIDE = 0.62
"""The code's side, as a part of the page's width, at most."""


def draw(poster: Poster) -> bytes:
    """Draw the page as PNG."""
    figure = Figure(figsize=PAGE, dpi=DOTS, facecolor="white")
    FigureCanvasAgg(figure)
    figure.add_artist(Rectangle((0, 1 - BAND), 1, BAND, color=GREEN, transform=figure.transFigure))
    write(figure, poster.name, 0.935, 40, 30, color="white", family="serif", weight="bold")
    write(figure, poster.about, 0.874, 15, 52, color=PALE)
    write(figure, poster.place, 0.748, 25, 30, color=INK, weight="bold")
    code(figure, poster.link, 0.455, SIDE)
    write(figure, poster.how, 0.21, 20, 40, color=INK)
    write(figure, poster.link, 0.13, 12, 80, color=GREY, family="monospace")
    write(figure, poster.until, 0.092, 12, 70, color=GREY)
    return png(figure)
