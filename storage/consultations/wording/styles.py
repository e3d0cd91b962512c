"""The styles of a Word document, as far as they say what a paragraph is."""

from dataclasses import dataclass, replace

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from storage.consultations.wording.numbering import number_of, value_of

DEEPEST = 20
"""Styles rest on each other; a longer chain is a circle."""
LEVELS = 9


@dataclass(frozen=True, slots=True)
class Style:
    """A style: the level of a heading from 1, the list that numbers its paragraphs, whether it is of the contents."""

    name: str = ""
    level: int | None = None
    list: str | None = None
    depth: str | None = None
    contents: bool = False


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, styles: Element) -> None:
        self._elements = {one.get(qn("w:styleId"), ""): one for one in styles.iterchildren(qn("w:style"))}
        self._known: dict[str, Style] = {}

    def of(self, paragraph: Element) -> Style:
        """Return the style of a paragraph with what the paragraph says itself of its level."""
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            return Style()
        name = value_of(properties, "w:pStyle") or ""
        if name not in self._known:
            self._known[name] = self._resolved(name)
        level = _level(properties)
        return self._known[name] if level is None else replace(self._known[name], level=level or None)

    def _resolved(self, name: str) -> Style:
        """Gather what a style says or takes from those that it rests on."""
        style, here, steps = Style(name), self._elements.get(name), 0
        while here is not None and steps < DEEPEST:
            properties = here.find(qn("w:pPr"))
            title = (value_of(here, "w:name") or "").lower()
            if style.level is None and title.startswith("heading "):
                style = replace(style, level=number_of(title.removeprefix("heading "), 1))
            if title.startswith("toc "):
                style = replace(style, contents=True)
            if properties is not None:
                style = _completed(style, properties)
            here, steps = self._elements.get(value_of(here, "w:basedOn") or ""), steps + 1
        return replace(style, level=style.level or None)


def _completed(style: Style, properties: Element) -> Style:
    lists = properties.find(qn("w:numPr"))
    if style.list is None and lists is not None:
        style = replace(style, list=value_of(lists, "w:numId"), depth=value_of(lists, "w:ilvl"))
    return style if style.level is not None else replace(style, level=_level(properties))


def _level(properties: Element) -> int | None:
    """Return the outline level from 1, 0 for none of the nine, None if nothing is said."""
    level = value_of(properties, "w:outlineLvl")
    if level is None:
        return None
    return number_of(level, LEVELS) + 1 if number_of(level, LEVELS) < LEVELS else 0
