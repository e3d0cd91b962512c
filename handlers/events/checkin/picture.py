"""A ticket as a picture. Pure; matplotlib is loaded by whoever draws first."""

from matplotlib.patches import Rectangle

from handlers.charts import figure, png
from handlers.events.checkin.screens import Words
from handlers.prints import GREEN, INK, PALE, code, write

SIZE = (7.2, 9.6)
"""Inches: as much of a telephone's screen as a picture gets."""

BAND, SIDE = 0.3, 0.68
"""So much of the height, from the top, is coloured; the code's side, as a part of the width, at most."""

TITLE, LINE, NAME = 26, 60, 24
"""So many characters fit on a line of the title, of what else is said, and of the name, each at its full size."""


def draw(ticket: Words) -> bytes:
    """Draw a ticket as PNG."""
    drawn = figure(SIZE, laid_out=False)
    drawn.add_artist(Rectangle((0, 1 - BAND), 1, BAND, color=GREEN, transform=drawn.transFigure))
    large = len(ticket.title) <= 2 * TITLE
    write(drawn, ticket.kind, 0.965, 12, 40, color=PALE)
    write(drawn, ticket.title, 0.872, 23 if large else 16, TITLE if large else 38, color="white", family="serif",
          weight="bold")  # fmt: skip
    write(drawn, ticket.when, 0.768, 14 if len(ticket.when) <= LINE else 11, 80, lines=1, color="white")
    write(drawn, ticket.where, 0.733 if len(ticket.where) <= LINE else 0.726, 12, LINE, lines=2, color=PALE)
    code(drawn, ticket.link, 0.405, SIDE)
    write(drawn, ticket.name, 0.108, 25 if len(ticket.name) <= NAME else 16, 44, lines=1, color=INK, weight="bold")
    write(drawn, ticket.library, 0.052, 13, LINE, lines=2, color=INK)
    return png(drawn)
