"""Reading .pdf: the rows of its pages with their places."""

from collections.abc import Iterator

import pypdfium2
from pypdfium2 import raw

from storage.consultations.wording.flow import flow
from storage.consultations.wording.outcomes import Damaged, Encrypted, NoTextLayer, Reading, Text, TooLarge
from storage.consultations.wording.pages import Row

PAGES = 1_500
CHARACTERS = 6_000_000
FEWEST = 10
"""Letters a page has on average; with less it is pictures."""

NEWLINE, RETURN = 10, 13


def read_pdf(content: bytes) -> Reading:
    """Read the text layer of a PDF; PDFium is native code, so call it in a process of its own."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        return Encrypted() if error.err_code == raw.FPDF_ERR_PASSWORD else Damaged()
    try:
        if len(document) > PAGES:
            return TooLarge()
        rows: list[list[Row]] = []
        characters = 0
        for page in document:
            text = page.get_textpage()
            characters += text.count_chars()
            if characters > CHARACTERS:
                return TooLarge()
            rows.append(list(_rows(text)))
            text.close()
            page.close()
    except pypdfium2.PdfiumError:
        return Damaged()
    finally:
        document.close()
    letters = sum(char.isalpha() for page in rows for row in page for char in row.text)
    return NoTextLayer() if letters < FEWEST * max(len(rows), 1) else Text(flow(rows))


def _rows(page: pypdfium2.PdfTextPage) -> Iterator[Row]:
    """Read the rows of a page in the order in which they were written."""
    row: list[int] = []
    for at in range(page.count_chars() + 1):
        code = raw.FPDFText_GetUnicode(page, at) if at < page.count_chars() else NEWLINE
        if code not in {NEWLINE, RETURN}:
            row.append(at)
        elif row:
            yield from _row(page, row)
            row = []


def _row(page: pypdfium2.PdfTextPage, places: list[int]) -> Iterator[Row]:
    text = "".join(chr(raw.FPDFText_GetUnicode(page, at)) for at in places)
    shown = [at for at, char in zip(places, text, strict=True) if not char.isspace()]
    if shown:
        left, bottom, *_ = page.get_charbox(shown[0], loose=True)
        right = page.get_charbox(shown[-1], loose=True)[2]
        yield Row(text, left, right, bottom, raw.FPDFText_GetFontSize(page, shown[0]))
