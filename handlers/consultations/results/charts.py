"""Votes as pictures. Pure; matplotlib is loaded by whoever draws first."""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, sqrt

from matplotlib.axes import Axes
from matplotlib.colors import to_rgb

from handlers.charts import figure, png
from handlers.consultations import words as general
from handlers.consultations.results import words
from handlers.consultations.shades import COLOURS, shade
from handlers.texts import Say
from storage.consultations.majority import Choice
from storage.consultations.results import QuestionResult, Results

ROWS = 40
"""So many rows are easy to read in one column of a heat map; with more there are several columns beside each other."""

ROW, CELL, HEAD, EDGE = 0.26, 0.52, 1.0, 0.15
"""Inches: how high a row is and how wide a cell, room for the names of columns, and at the edge."""

SLANTED = 0.55
"""Inches by which the name of the last column stands out beyond it."""

FONT = 10
NAME, LETTER = 18, 0.085
"""Points; characters of a label at most, and about how many inches each takes."""


def question(of: QuestionResult, say: Say) -> bytes:
    """Draw the votes on a question, as PNG."""
    drawn = figure()
    axes = drawn.add_subplot()
    counts = [of.tally.counts[one].libraries for one in Choice] + [words.not_voted(of)]
    names = [words.choice(one, say) for one in Choice] + [say.label("results-choice-none")]
    bars = axes.barh(names, counts, color=[tuple(part / 255 for part in colour) for colour in COLOURS.values()])
    axes.bar_label(bars, padding=4, fontsize=12)
    axes.invert_yaxis()
    axes.set_title(general.name(of.question.text), loc="left", fontsize=13)
    axes.set_xlim(0, max(1, *counts) * 1.08)
    axes.xaxis.set_visible(False)
    axes.tick_params(axis="y", length=0, labelsize=12)
    axes.spines[["top", "right", "bottom"]].set_visible(False)
    return png(drawn)


def heat_map(found: Results, say: Say) -> bytes:
    """Draw all questions by what was voted, the more libraries the darker, as PNG.

    All places are in inches and nothing is measured: with hundreds of questions that would take most of the time.
    """
    panels = ceil(sqrt(len(found.questions) / ROWS))
    rows = ceil(len(found.questions) / panels)
    label = EDGE + LETTER * max(len(_label(of)) for of in found.questions)
    panel = label + CELL * (len(Choice) + 1) + SLANTED
    width, height = panel * panels + EDGE, HEAD + ROW * rows + EDGE
    drawn = figure((width, height), laid_out=False)
    axes = drawn.add_axes((0, 0, 1, 1))
    for place in range(panels):
        _panel(axes, panel * place + label, found.questions[place * rows : (place + 1) * rows], len(found.roll), say)
    axes.set(xlim=(0, width), ylim=(height, 0))
    axes.set_axis_off()
    return png(drawn)


def _label(of: QuestionResult) -> str:
    return general.cut(of.question.text.label, NAME)


def _panel(axes: Axes, left: float, shown: Sequence[QuestionResult], entitled: int, say: Say) -> None:
    columns = [*(words.choice(one, say) for one in Choice), say.label("results-choice-none")]
    counts = [[*(of.tally.counts[one].libraries for one in Choice), words.not_voted(of)] for of in shown]
    choices = (*Choice, None)
    shades = ([shade(one, Fraction(n, entitled or 1)) for one, n in zip(choices, row, strict=True)] for row in counts)
    cells = [[to_rgb(f"#{colour}") for colour in row] for row in shades]
    axes.imshow(cells, aspect="auto", extent=(left, left + CELL * len(columns), HEAD + ROW * len(shown), HEAD))
    for column, name in enumerate(columns):
        axes.text(left + CELL * (column + 0.4), HEAD - 0.08, name, fontsize=FONT, rotation=30, ha="left", va="bottom")
    for row, of in enumerate(shown):
        middle = HEAD + ROW * (row + 0.5)
        axes.text(left - 0.08, middle, _label(of), fontsize=FONT, ha="right", va="center")
        for column, count in enumerate(counts[row]):
            ink = "#222222" if count else "#bbbbbb"
            axes.text(
                left + CELL * (column + 0.5), middle, str(count), fontsize=FONT, ha="center", va="center", color=ink
            )
