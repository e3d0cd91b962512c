"""Reading a draft: bytes in, lines or the reason why not out. Nothing is raised; only time has no bound here."""

from storage.consultations.wording.outcomes import (
    Damaged,
    Empty,
    Encrypted,
    OldWord,
    Reading,
    Text,
    TooLarge,
    UnknownFormat,
)
from storage.consultations.wording.pdf import read_pdf
from storage.consultations.wording.plain import decoded, plain_lines
from storage.consultations.wording.word import read_word

LARGEST = 20 * 1024 * 1024
"""Bytes of a file; Telegram lets a bot fetch no more."""
LONGEST = 3_000_000
"""Characters of the text; three times the longest law."""

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
OTHERS = (b"{\\rtf", b"<!doctype", b"<html", b"<?xml")
"""How text begins that is a format of its own; what is no text at all shows by its control characters."""


def read(content: bytes) -> Reading:
    """Read .docx, .pdf with a text layer, or plain text in UTF-8, UTF-16 or Windows-1250, told apart by their bytes."""
    if len(content) > LARGEST:
        return TooLarge()
    try:
        reading = _read(content)
    except MemoryError:
        return TooLarge()
    except Exception:  # noqa: BLE001 - the libraries promise nothing about what a hostile file makes them raise
        return Damaged()
    if not isinstance(reading, Text):
        return reading
    if sum(len(line.text) for line in reading.lines) > LONGEST:
        return TooLarge()
    return reading if any(line.text for line in reading.lines) else Empty()


def _read(content: bytes) -> Reading:
    if b"%PDF-" in content[:1024]:
        return read_pdf(content)
    if content.startswith(b"PK\x03\x04"):
        return read_word(content)
    if content.startswith(OLE):
        return _read_ole(content)
    if content[:100].lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith(OTHERS):
        return UnknownFormat()
    text = decoded(content)
    return UnknownFormat() if text is None else Text(plain_lines(text))


def _read_ole(content: bytes) -> Reading:
    """Tell what the old container of Office holds: a document with a password, or one of the old Word."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        return Encrypted()
    return OldWord() if "WordDocument".encode("utf-16-le") in content else UnknownFormat()
