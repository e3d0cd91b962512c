"""What was answered in a survey as a spreadsheet. Pure."""

from handlers.sheets import Sheet, workbook
from handlers.texts import Say
from storage.events.survey import STARS, Results


def everything(found: Results, say: Say) -> bytes:
    """Write the stars on one sheet, and what was written on another: nothing tells which belong together."""
    columns = [(say.label("survey-column-stars"), 12), (say.label("survey-column-count"), 12)]
    stars = Sheet(say.label("survey-sheet-stars"), columns, [[one, found.counts[one]] for one in reversed(STARS)])
    texts = Sheet(say.label("survey-sheet-texts"), [(say.label("survey-column-text"), 100)],
                  [[text] for text in found.opinions])  # fmt: skip
    return workbook([stars, texts])
