"""Reading .docx: what Word shows when all tracked changes are accepted, without notes, headers and pictures."""

import io
import re
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from storage.consultations.wording.lines import Line, lines_of
from storage.consultations.wording.numbering import Lists, number_of, value_of
from storage.consultations.wording.outcomes import Damaged, Encrypted, Reading, Text, TooLarge, UnknownFormat
from storage.consultations.wording.styles import Styles

MEGABYTE = 1024 * 1024
UNPACKED, UNPACKED_XML = 200 * MEGABYTE, 40 * MEGABYTE
"""Bytes; a law of 300 pages has about 8 MB of XML."""
PARTS = 5_000
SPOKEN = re.compile(r"[^\W\d_]{2}")
"""A number that is written out even if nothing stands behind it, as "1. člen"."""

WITHIN = {
    qn(name)
    for name in (
        *("w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml"),
        *("w:smartTag", "w:hyperlink", "w:fldSimple", "w:dir", "w:bdo"),
    )
}
"""What text can be wrapped in. All else is left out: what was deleted or moved away, notes, pictures, text boxes."""
SIGNS = {qn("w:tab"): " ", qn("w:ptab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}


def read_word(content: bytes) -> Reading:
    """Read a .docx file; raises whatever python-docx raises on a broken one."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except zipfile.BadZipFile:
        return Damaged()
    xml = sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
    if len(parts) > PARTS or xml > UNPACKED_XML or sum(part.file_size for part in parts) > UNPACKED:
        return TooLarge()
    if any(part.flag_bits & 1 for part in parts):
        return Encrypted()
    if not any(part.filename.startswith("word/") for part in parts):
        return UnknownFormat()
    document = docx.Document(io.BytesIO(content))
    return Text(tuple(_Reader(document).blocks(document.element.body)))


class _Reader:
    """Walks through a document; lists are counted on the way."""

    def __init__(self, document: Document) -> None:
        related = document.part.rels.values()
        numbering = [one.target_part for one in related if not one.is_external and one.reltype == RELATION.NUMBERING]
        self._lists = Lists(parse_xml(numbering[0].blob) if numbering else None)
        self._styles = Styles(document.styles.element)

    def blocks(self, parent: Element) -> Iterator[Line]:
        """Read paragraphs and tables."""
        carried = ""
        for child in parent:
            if child.tag == qn("w:p"):
                text = carried + self._text(child)
                carried = text if _mark_is_deleted(child) else ""
                style = self._styles.of(child)
                if not carried and not style.contents:
                    yield from (Line(line.text, style.level) for line in lines_of(text))
            elif child.tag == qn("w:tbl"):
                yield from self._rows(child)
            elif child.tag in WITHIN:
                yield from self.blocks(child)
        yield from lines_of(carried) if carried else ()

    def _rows(self, table: Element) -> Iterator[Line]:
        """Read a table: a row of short cells is a line, a cell of several paragraphs is read as text."""
        for row in table.iterchildren(qn("w:tr")):
            if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None:
                continue
            cells = [[line for line in self.blocks(cell) if line.text] for cell in row.iterchildren(qn("w:tc"))]
            if all(len(cell) <= 1 for cell in cells):
                yield Line(" | ".join(line.text for cell in cells for line in cell))
            else:
                yield from (line for cell in cells for line in cell)

    def _text(self, paragraph: Element) -> str:
        label, text = self._label(paragraph), "".join(_inline(paragraph))
        if text.strip():
            return f"{label}{text.lstrip()}" if label else text
        return label if SPOKEN.search(label) else ""

    def _label(self, paragraph: Element) -> str:
        style = self._styles.of(paragraph)
        own = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        number = (None if own is None else value_of(own, "w:numId")) or style.list
        depth = None if own is None else value_of(own, "w:ilvl")
        if number is None or number == "0":
            return ""
        if depth is None:
            depth = style.depth
        return self._lists.label(number, number_of(depth, self._lists.depth_of(number, style.name)))


def _inline(parent: Element) -> Iterator[str]:
    for child in parent:
        if child.tag in WITHIN:
            yield from _inline(child)
        elif child.tag == qn("w:r") and not _is_on(child.find(f"{qn('w:rPr')}/{qn('w:vanish')}")):
            for part in child:
                yield part.text or "" if part.tag == qn("w:t") else SIGNS.get(part.tag, "")


def _mark_is_deleted(paragraph: Element) -> bool:
    """Tell whether the end of a paragraph was deleted, so that the next one goes on with it."""
    marks = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
    return marks is not None and any(one.tag in {qn("w:del"), qn("w:moveFrom")} for one in marks)


def _is_on(switch: Element | None) -> bool:
    return switch is not None and switch.get(qn("w:val"), "1") not in {"0", "false", "off"}
