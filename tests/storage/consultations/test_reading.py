"""What files can be read, and that no file does harm."""

import io
import sys
import zipfile

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.consultations.wording import reading
from storage.consultations.wording import word as word_files
from storage.consultations.wording.apart import read_apart
from storage.consultations.wording.outcomes import (
    Damaged,
    Empty,
    Encrypted,
    OldWord,
    Text,
    TookTooLong,
    TooLarge,
    UnknownFormat,
)
from storage.consultations.wording.plain import plain_lines
from storage.consultations.wording.reading import read
from tests.storage.consultations.paper import pdf_of

DRAFT = "1. člen\n(čebele, žabe in šoje)\nKnjižnica je »odprta« – vsak dan.\n"


def texts(content: bytes) -> list[str]:
    """Read a file that can be read."""
    outcome = read(content)
    assert isinstance(outcome, Text)
    return [line.text for line in outcome.lines if line.text]


def word(*paragraphs: str) -> bytes:
    """Make a .docx file."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1250", "utf-16", "utf-16-le", "utf-16-be"])
def test_plain_text_is_read_in_any_usual_encoding(encoding: str) -> None:
    assert texts(DRAFT.encode(encoding)) == DRAFT.splitlines()
    assert texts(DRAFT.replace("\n", "\r\n").encode(encoding)) == DRAFT.splitlines()


def test_all_spaces_are_spaces_and_invisible_signs_are_gone() -> None:
    assert texts("1.\u00a0člen\u200b\n\tKnjižnica\u2009je\ufeff tu.\u2028Čitalnica tudi.".encode()) == [
        "1. člen", "Knjižnica je tu.", "Čitalnica tudi.",
    ]  # fmt: skip


def test_lines_of_a_fixed_width_are_joined_into_paragraphs() -> None:
    letter = (
        "1. člen\n(namen)\n"
        "(1) Knjižnica skrbi za bralno kulturo vseh, ki živijo na njenem območju,\n"
        "in jim omogoča dostop do gradiva ter do znanja, ki ga za življenje potre-\n"
        "bujejo in ki ga določa ta zakon.\n"
        "(2) Knjižnica:\n1. zbira in hrani gradivo, ki je pomembno za območje, na katerem deluje,\n"
        "   in ga posoja;\n2. prireja razstave.\n\n"
        "2. člen\nTa zakon začne veljati petnajsti dan po objavi v Uradnem listu\nRepublike Slovenije.\n"
    )
    first = (
        "(1) Knjižnica skrbi za bralno kulturo vseh, ki živijo na njenem območju, in jim omogoča dostop do gradiva "
        "ter do znanja, ki ga za življenje potrebujejo in ki ga določa ta zakon."
    )
    assert [line.text for line in plain_lines(letter) if line.text] == [
        "1. člen",
        "(namen)",
        first,
        "(2) Knjižnica:",
        "1. zbira in hrani gradivo, ki je pomembno za območje, na katerem deluje, in ga posoja;",
        "2. prireja razstave.",
        "2. člen",
        "Ta zakon začne veljati petnajsti dan po objavi v Uradnem listu Republike Slovenije.",
    ]


def test_what_cannot_be_read_says_why() -> None:
    old = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)
    assert read(b"") == Empty()
    assert read(b" \r\n\t\n") == Empty()
    assert read(word("", " ")) == Empty()
    assert read(old + "WordDocument".encode("utf-16-le")) == OldWord()
    assert read(old + "EncryptedPackage".encode("utf-16-le")) == Encrypted()
    assert read(old) == UnknownFormat()
    assert read(bytes(range(256)) * 10) == UnknownFormat()
    assert read(b"\x89PNG\r\n\x1a\n" + bytes(100)) == UnknownFormat()
    assert read(b"{\\rtf1 Besedilo}") == UnknownFormat()
    assert read(b"\n<!DOCTYPE html><p>Besedilo</p>") == UnknownFormat()
    assert read(word("Besedilo")[:-200]) == Damaged()
    assert read(b"PK\x03\x04 ni arhiv") == Damaged()


def archive(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return file.getvalue()


with zipfile.ZipFile(io.BytesIO(word("Besedilo"))) as good:
    PARTS = {
        part.filename: good.read(part.filename) for part in good.infolist() if not part.filename.startswith("docProps")
    }


def with_document(xml: bytes) -> bytes:
    """Make a .docx file with this main part."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for name, content in PARTS.items():
            packed.writestr(name, xml if name == "word/document.xml" else content)
    return file.getvalue()


WORD_XML = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>'


def test_what_unpacks_to_too_much_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_files, "UNPACKED_XML", 1_000_000)
    monkeypatch.setattr(word_files, "UNPACKED", 2_000_000)
    monkeypatch.setattr(word_files, "PARTS", 50)
    assert isinstance(read(word("Besedilo")), Text)
    assert read(with_document(b" " * 1_000_001)) == TooLarge()
    assert read(archive(word__media__a_dot_png=bytes(2_000_001))) == TooLarge()
    assert read(archive(**{f"word__{number}": b"" for number in range(51)})) == TooLarge()
    assert read(archive(content_dot_xml=b"<a/>")) == UnknownFormat()


def test_entities_are_not_expanded_and_nothing_is_loaded() -> None:
    laughs = b'<!DOCTYPE x [<!ENTITY a "haha">%s]>' % b"".join(
        b'<!ENTITY %c "%s">' % (letter, b"&%c;" % (letter - 1) * 10) for letter in range(ord("b"), ord("l"))
    )
    bomb = with_document(laughs + WORD_XML % b"<w:p><w:r><w:t>Pred &k; za</w:t></w:r></w:p>")
    assert "haha" not in str(read(bomb))
    outside = b'<!DOCTYPE x [<!ENTITY k SYSTEM "file:///etc/passwd">]>'
    assert "root:" not in str(read(with_document(outside + WORD_XML % b"<w:p><w:r><w:t>&k;</w:t></w:r></w:p>")))
    nested = b"<w:sdt><w:sdtContent>" * 5000 + b"</w:sdtContent></w:sdt>" * 5000
    assert read(with_document(WORD_XML % nested)) == Damaged()


def test_what_is_too_large_is_not_looked_into(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGEST", 1000)
    assert read(b"a" * 1001) == TooLarge()
    monkeypatch.setattr(reading, "LONGEST", 500)
    assert read(b"a" * 501) == TooLarge()
    assert texts(b"a" * 500) == ["a" * 500]


FILES = [word(*DRAFT.splitlines(), "(1) Prvi odstavek."), pdf_of([DRAFT.splitlines()]), DRAFT.encode("utf-16")]


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.sampled_from(FILES),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=8),
    st.floats(0, 1),
)
def test_mutilated_files_raise_nothing(file: bytes, changes: list[tuple[float, int]], end: float) -> None:
    content = bytearray(file)
    for place, value in changes:
        content[int(place * len(content))] = value
    read(bytes(content[: int(end * len(content)) or None]))


@settings(deadline=None)
@given(st.sampled_from([b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\xff\xfe", b"\xef\xbb\xbf"]), st.binary(max_size=300))
def test_any_bytes_raise_nothing(head: bytes, tail: bytes) -> None:
    read(head + tail)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.sampled_from(b'<>/"&;w:0x ')), max_size=6))
def test_mutilated_xml_raises_nothing(changes: list[tuple[float, int]]) -> None:
    content = bytearray(PARTS["word/document.xml"])
    for place, value in changes:
        content[int(place * len(content))] = value
    read(with_document(bytes(content)))


def test_reading_apart_is_reading() -> None:
    assert read_apart(FILES[0]) == read(FILES[0])
    assert read_apart(b"") == Empty()


def test_reading_apart_ends_what_takes_too_long_or_breaks_down(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_apart(FILES[1], seconds=0.01) == TookTooLong()
    monkeypatch.setattr(sys, "executable", "/bin/false")
    assert read_apart(FILES[1]) == Damaged()
