"""The stars as a picture. Pure; matplotlib is loaded by whoever draws first."""

import textwrap

from handlers.charts import COLOUR, figure, png
from handlers.texts import Say
from storage.events.survey import STARS, Results

LINE = 56
"""Characters of a title on a line."""


def draw(found: Results, title: str, say: Say) -> bytes:
    """Draw how many gave how many stars, as PNG."""
    drawn = figure()
    axes = drawn.add_subplot()
    counts = [found.counts[stars] for stars in STARS]
    bars = axes.barh([say.label("survey-stars", stars=str(stars)) for stars in STARS], counts, color=COLOUR)
    axes.bar_label(bars, padding=4, fontsize=13)
    axes.set_title(textwrap.fill(title, LINE), loc="left", fontsize=14, parse_math=False)
    axes.set_xlim(0, max(1, *counts) * 1.08)
    axes.xaxis.set_visible(False)
    axes.tick_params(axis="y", length=0, labelsize=13)
    axes.spines[["top", "right", "bottom"]].set_visible(False)
    return png(drawn)
