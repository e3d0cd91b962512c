"""Votes as pictures. Pure; matplotlib is loaded by whoever draws first."""

from collections.abc import Sequence
from math import ceil, sqrt

from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap

from handlers.charts import COLOUR, figure, png
from handlers.consultations import words as general
from handlers.consultations.results import words
from handlers.texts import Say
from storage.consultations.majority import Choice
from storage.consultations.results import QuestionResult, Results

COLOURS = {Choice.FOR: COLOUR, Choice.CHANGE: "#7bb0a6", Choice.AGAINST: "#b3473b", Choice.ABSTAIN: "#8c8c8c"}
NOT_VOTED = "#dddddd"

ROWS = 40
"""So many rows are easy to read in one column of a heat map; with more there are several columns beside each other."""

ROW, COLUMN = 0.22, 3.9
"""Inches."""

NAME = 18
"""Characters."""

DARK = 0.55
"""Where more of all libraries than this are in a cell, its number is white."""


def question(of: QuestionResult, say: Say) -> bytes:
    """Draw the votes on a question, as PNG."""
    drawn = figure()
    axes = drawn.add_subplot()
    counts = [of.tally.counts[one].libraries for one in Choice] + [words.not_voted(of)]
    names = [words.choice(one, say) for one in Choice] + [say.label("results-choice-none")]
    bars = axes.barh(names, counts, color=[*COLOURS.values(), NOT_VOTED])
    axes.bar_label(bars, padding=4, fontsize=12)
    axes.invert_yaxis()
    axes.set_title(general.name(of.question.text), loc="left", fontsize=13)
    axes.set_xlim(0, max(1, *counts) * 1.08)
    axes.xaxis.set_visible(False)
    axes.tick_params(axis="y", length=0, labelsize=12)
    axes.spines[["top", "right", "bottom"]].set_visible(False)
    return png(drawn)


def heat_map(found: Results, say: Say) -> bytes:
    """Draw all questions by what was voted, the more libraries the darker, as PNG."""
    panels = max(1, round(sqrt(len(found.questions) / ROWS)))
    rows = ceil(len(found.questions) / panels)
    drawn = figure((max(5.5, COLUMN * panels), ROW * rows + 1.2))
    for place, axes in enumerate(drawn.subplots(1, panels, squeeze=False)[0]):
        _panel(axes, found.questions[place * rows : (place + 1) * rows], rows, len(found.roll), say)
    return png(drawn)


def _panel(axes: Axes, shown: Sequence[QuestionResult], rows: int, entitled: int, say: Say) -> None:
    columns = [*(words.choice(one, say) for one in Choice), say.label("results-choice-none")]
    counts = [[*(of.tally.counts[one].libraries for one in Choice), words.not_voted(of)] for of in shown]
    for column, colour in enumerate((*COLOURS.values(), "#9a9a9a")):
        shades = LinearSegmentedColormap.from_list("", ["#ffffff", colour])
        cells = [[row[column]] for row in counts]
        axes.imshow(cells, shades, vmin=0, vmax=max(1, entitled), aspect="auto",
                    extent=(column - 0.5, column + 0.5, len(shown) - 0.5, -0.5))  # fmt: skip
    for row, column, count in ((row, *cell) for row, of in enumerate(counts) for cell in enumerate(of)):
        ink = "white" if count > entitled * DARK else "#333333" if count else "#bbbbbb"
        number = axes.text(column, row, str(count), ha="center", va="center", fontsize=8, color=ink)
        number.set_in_layout(False)  # they are inside anyway, and measuring each takes most of the time
    axes.set_xlim(-0.5, len(columns) - 0.5)
    axes.set_ylim(rows - 0.5, -0.5)
    axes.set_xticks(range(len(columns)), columns, fontsize=8, rotation=30, ha="left")
    axes.set_yticks(range(len(shown)), [general.cut(of.question.text.label, NAME) for of in shown], fontsize=8)
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
