"""What all charts share. matplotlib is loaded by whoever draws first."""

import io

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine

SIZE = (8.0, 4.5)
DOTS = 120
EDGE = 0.15
"""Inches, and dots per inch: 960 by 540; room at the edge."""

COLOUR = "#1f6f6b"


def figure(size: tuple[float, float] = SIZE, *, laid_out: bool = True) -> Figure:
    """Make a figure to draw on, of a width and a height in inches; `laid_out` finds room around the axes."""
    made = Figure(figsize=size, dpi=DOTS, layout=ConstrainedLayoutEngine(w_pad=EDGE, h_pad=EDGE) if laid_out else None)
    FigureCanvasAgg(made)
    return made


def png(drawn: Figure) -> bytes:
    """Return what was drawn as PNG."""
    file = io.BytesIO()
    drawn.savefig(file, format="png")
    return file.getvalue()
