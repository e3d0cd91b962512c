"""What can come of reading a draft."""

from dataclasses import dataclass

from storage.consultations.wording.lines import Line


@dataclass(frozen=True, slots=True)
class Text:
    """It was read; some line holds something."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Empty:
    """There is no text in it."""


@dataclass(frozen=True, slots=True)
class NoTextLayer:
    """A PDF of pictures, as a scanner makes it."""


@dataclass(frozen=True, slots=True)
class Encrypted:
    """It opens with a password only."""


@dataclass(frozen=True, slots=True)
class Damaged:
    """The file begins like one that can be read but is not whole."""


@dataclass(frozen=True, slots=True)
class TooLarge:
    """File, pages or text are beyond what a draft may have."""


@dataclass(frozen=True, slots=True)
class TookTooLong:
    """Reading took more time or memory than a draft may take."""


@dataclass(frozen=True, slots=True)
class OldWord:
    """A .doc of Word before 2007: saved as .docx it can be read."""


@dataclass(frozen=True, slots=True)
class UnknownFormat:
    """Neither .docx nor .pdf nor plain text."""


Unread = Empty | NoTextLayer | Encrypted | Damaged | TooLarge | TookTooLong | OldWord | UnknownFormat
Reading = Text | Unread
