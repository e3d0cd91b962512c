"""Plain text of whatever a feed holds: no markup, nothing that cannot be shown, no longer than it may be. Pure."""

from datetime import date
from html.parser import HTMLParser

from storage.calls.rules import LINK_AT_MOST
from storage.links import is_link

BLOCKS = {"p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "hr"}
YEARS = range(2000, 2200)
"""A day in any other year, such as 31. 12. 9999, is no deadline."""

HIDDEN = {"script", "style", "template", "noscript", "iframe", "svg", "math"}


class _Text(HTMLParser):
    """Gathers the text of a page, a line for each block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as HTMLParser has it
        """Begin a line, or what is not shown."""
        if tag in HIDDEN:
            self._hidden.append(tag)
        elif tag in BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End a line, or what is not shown."""
        if self._hidden and tag == self._hidden[-1]:
            self._hidden.pop()
        elif tag in BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        """Take what is shown."""
        if not self._hidden:
            self.parts.append(data)


def of_html(markup: str) -> str:
    """Return what a person sees of some HTML."""
    reader = _Text()
    reader.feed(markup)
    reader.close()
    return "".join(reader.parts)


def line(text: str, at_most: int) -> str:
    """Return a text in one line that fits."""
    return _cut(" ".join(_shown(text).split()), at_most)


def block(text: str, at_most: int) -> str | None:
    """Return a text in lines that fits, without empty ones; None for nothing."""
    lines = (" ".join(one.split()) for one in _shown(text).splitlines())
    return _cut("\n".join(one for one in lines if one), at_most) or None


def link(text: object) -> str | None:
    """Return an address that may be shown; None for anything else."""
    found = text.strip() if isinstance(text, str) else ""
    return found if is_link(found) and len(found) <= LINK_AT_MOST else None


def sensible(day: date) -> bool:
    """Tell whether something may end on a day."""
    return day.year in YEARS


def _shown(text: str) -> str:
    """Put a space where a character cannot be shown; line breaks stay."""
    return "".join(char if char.isprintable() or char == "\n" else " " for char in text)


def _cut(text: str, at_most: int) -> str:
    if len(text) <= at_most:
        return text
    return text[: at_most - 1].rstrip() + "…"
