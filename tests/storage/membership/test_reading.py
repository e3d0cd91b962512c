"""The list of libraries is read as spreadsheets write it, or refused by line and column."""

import csv
import io

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from storage.membership.reading import HIGH, BadFile, Entry, Fault, Problem, read_libraries

KRANJ = Entry("kranj", "Mestna knjižnica Kranj", "Kranj", "osrednja območna")
ZALEC = Entry("zalec", "Medobčinska splošna knjižnica Žalec", "Žalec", "splošna")
TEXT = "code,name,town,kind\n" + "".join(f"{one.code},{one.name},{one.town},{one.kind}\n" for one in (KRANJ, ZALEC))


def faults(content: bytes) -> tuple[Fault, ...]:
    read = read_libraries(content)
    assert isinstance(read, BadFile)
    return read.faults


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1250"])
@pytest.mark.parametrize("separator", [",", ";"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_spreadsheet_may_write_it_in_its_own_way(encoding: str, separator: str, end: str) -> None:
    content = TEXT.replace(",", separator).replace("\n", end).encode(encoding)
    assert read_libraries(content) == (KRANJ, ZALEC)


def test_blank_lines_and_empty_rows_are_nothing() -> None:
    assert read_libraries((TEXT + "\n,,,\n\n").encode()) == (KRANJ, ZALEC)


def test_a_name_may_hold_the_separator_in_quotes() -> None:
    content = 'code,name,town,kind\nx,"Knjižnica A, B in »C«",Y,splošna\n'.encode()
    assert read_libraries(content) == (Entry("x", "Knjižnica A, B in »C«", "Y", "splošna"),)


@pytest.mark.parametrize(
    ("header", "bad"),
    [
        ("code,name,kind,town", [(3, "kind"), (4, "town")]),
        ("code,name,town", [(4, "")]),
        ("code,name,town,kind,", [(5, "")]),
        ("šifra,name,town,kind", [(1, "šifra")]),
        ("", [(1, ""), (2, ""), (3, ""), (4, "")]),
        ("code|name|town|kind", [(1, "code|name|town|kind"), (2, ""), (3, ""), (4, "")]),
    ],
)
def test_a_wrong_header_is_named_column_by_column(header: str, bad: list[tuple[int, str]]) -> None:
    found = faults(header.encode())
    assert found == tuple(Fault(1, column, Problem.HEADER, value) for column, value in bad)


def test_every_bad_place_is_named() -> None:
    content = (
        "code,name,town,kind\n"
        ",Brez šifre,X,splošna\n"
        "a,,X,splošna\n"
        "b,B,X\n"
        "c,C,X,splošna,še nekaj\n"
        "d,D,X,splošna\n"
        "\n"
        "D,D še enkrat,X,splošna\n"
        f"e,{'E' * 201},X,splošna\n"
        "f,F\x07,X,splošna\n"
    )
    assert [(one.line, one.column, one.problem) for one in faults(content.encode())] == [
        (2, 1, Problem.MISSING),
        (3, 2, Problem.MISSING),
        (4, 4, Problem.WIDTH),
        (5, 5, Problem.WIDTH),
        (8, 1, Problem.DUPLICATE),
        (9, 2, Problem.TOO_LONG),
        (10, 2, Problem.UNPRINTABLE),
    ]


def test_lines_are_counted_as_they_stand_in_the_file() -> None:
    content = 'code,name,town,kind\na,"A\nv dveh vrsticah",X,splošna\n,B,X,splošna\n'
    assert [(one.line, one.column, one.problem) for one in faults(content.encode())] == [
        (2, 2, Problem.UNPRINTABLE),
        (4, 1, Problem.MISSING),
    ]


def test_a_quote_that_never_ends_is_named() -> None:
    content = 'code,name,town,kind\na,"A,X,splošna\n'
    assert faults(content.encode()) == (Fault(2, 1, Problem.QUOTES, ""),)


@pytest.mark.parametrize("encoding", ["iso-8859-2", "cp852", "utf-16"])
def test_another_encoding_is_refused_by_line_and_column(encoding: str) -> None:
    found = faults(TEXT.encode(encoding))
    assert {one.problem for one in found} == {Problem.ENCODING}
    if encoding != "utf-16":
        assert [(one.line, one.column) for one in found] == [(2, 2), (3, 2)]


def test_one_broken_byte_in_utf_8_is_named() -> None:
    content = TEXT.encode().replace(b"Kranj,osrednja", b"Kra\xffnj,osrednja")
    assert [(one.line, one.column) for one in faults(content)] == [(2, 3)]


def test_an_empty_file_has_a_wrong_header() -> None:
    assert {one.problem for one in faults(b"")} == {Problem.HEADER}


LETTERS = st.characters(codec="ascii", categories=["Lu", "Ll", "Nd"]) | st.sampled_from(sorted(HIGH - {"\u00a0"}))
CELL = st.text(LETTERS | st.sampled_from(" ,;\"'-."), min_size=1, max_size=50).map(str.strip).filter(bool)
FILES = st.lists(st.builds(Entry, CELL, CELL, CELL, CELL), unique_by=lambda one: one.code.casefold())


def _reads_as_utf_8(content: bytes) -> bool:
    """Whether bytes in another encoding happen to be UTF-8 as well: nobody can tell which was meant."""
    try:
        return not content.decode().isascii()
    except UnicodeDecodeError:
        return False


@given(FILES, st.sampled_from(["utf-8", "utf-8-sig", "windows-1250"]), st.sampled_from([",", ";"]))
def test_what_is_written_is_read(entries: list[Entry], encoding: str, separator: str) -> None:
    written = io.StringIO()
    rows = csv.writer(written, delimiter=separator)
    rows.writerow(["code", "name", "town", "kind"])
    rows.writerows([one.code, one.name, one.town, one.kind] for one in entries)
    content = written.getvalue().encode(encoding)
    assume(encoding != "windows-1250" or not _reads_as_utf_8(content))
    read = read_libraries(content)
    if encoding != "windows-1250" or isinstance(read, tuple):
        assert read == tuple(entries)


@given(st.binary(max_size=300))
def test_whatever_bytes_come_are_read_or_refused(content: bytes) -> None:
    read = read_libraries(b"code,name,town,kind\n" + content)
    assert isinstance(read, tuple) or read.faults


@given(st.text(max_size=300))
def test_whatever_text_comes_is_read_or_refused(text: str) -> None:
    read = read_libraries(b"code;name;town;kind\n" + text.encode("utf-8", "surrogatepass"))
    assert isinstance(read, tuple) or read.faults
