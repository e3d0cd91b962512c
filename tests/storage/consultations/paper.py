"""PDF files for tests, row by row where they are wanted."""

import io
from collections.abc import Sequence

from matplotlib import rc_context
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure

WIDTH, HEIGHT = 595.0, 842.0
LEFT, TOP, STEP, SIZE = 70.0, 770.0, 14.0, 10.0
"""Points."""


def pdf_of(pages: Sequence[Sequence[str]], header: str = "", footer: str = "") -> bytes:
    """Write rows one below the other; "{page}" in header and footer is the page's number, an empty row is a gap."""
    file = io.BytesIO()
    with rc_context({"pdf.fonttype": 42}), PdfPages(file) as paper:
        for number, rows in enumerate(pages, 1):
            page = Figure(figsize=(WIDTH / 72, HEIGHT / 72))
            placed = [(HEIGHT - 30, header), *((TOP - STEP * at, row) for at, row in enumerate(rows)), (30, footer)]
            for bottom, text in placed:
                if text:
                    page.text(LEFT / WIDTH, bottom / HEIGHT, text.replace("{page}", str(number)), size=SIZE)
            paper.savefig(page)
    return file.getvalue()
