"""The office makes the position document of what came out, publishes it and follows it; members are told."""

import dataclasses
import io
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.document import Document as Read
from sqlalchemy import Connection, update

from handlers import documents
from handlers.consultations.position import staff as handler
from handlers.consultations.position.content import content
from handlers.consultations.position.push import PUSHES
from handlers.context import Reach
from handlers.documents import Fault, Faulty
from handlers.reply import calls_of
from handlers.screen import Screen
from storage.consultations import notices, report
from storage.consultations.report import Report
from storage.consultations.rules import Ballot, ConsultationId, Remarks
from storage.consultations.tables import remarks
from storage.database import Database
from tests.handlers.consultations.phones import after
from tests.handlers.phone import TEXTS, Phone
from tests.storage.consultations import outcomes
from tests.storage.consultations.outcomes import AFTER, NAMES, association, six_libraries
from tests.storage.membership.association import NOW

LIBRARIES = [name for name, _ in NAMES.values()]
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


async def said(books: Database, language: str = "sl") -> dict[str, Any]:
    """What the document says."""
    found = await books.read(report.report, ConsultationId(1), AFTER)
    assert isinstance(found, Report)
    return content(found, TEXTS.say(language), AFTER)


def made(of: dict[str, Any], template: Path = handler.BUILT_IN) -> Read:
    """The document of it."""
    found = documents.render(template, of)
    assert isinstance(found, bytes)
    return Document(io.BytesIO(found))


def cells(read: Read, number: int) -> list[list[str]]:
    """The cells of a table."""
    return [[cell.text for cell in row.cells] for row in read.tables[number].rows]


def headings(read: Read) -> list[str]:
    """The headings of the first order."""
    return [one.text for one in read.paragraphs if one.style is not None and one.style.name == "Heading 1"]


async def test_the_document_says_what_came_out(books: Database) -> None:
    await association(books)
    staff = after(books, 90)
    await staff.forges("cp:1")
    await staff.taps("Pripravi v slovenščini")
    assert staff.bot.shown[0]["filename"] == "mnenje-1.docx"
    read = Document(io.BytesIO(staff.bot.shown[0]["document"]))
    assert [one.text for one in read.paragraphs[:3]] == [
        "Združenje splošnih knjižnic", "Mnenje združenja", "Zakon o knjižničarstvu (ZKnj-2)",
    ]  # fmt: skip
    assert headings(read) == [
        "1   Povzetek", "2   Postopek", "3   Udeležba", "4   Izid glasovanja",
        "5   Predlagane spremembe, pripombe in ločena mnenja", "6   Manjšinska mnenja po knjižnicah",
        "Priloga 1: Udeležba po knjižnicah", "Priloga 2: Glasovi po knjižnicah",
        "Priloga 3: Način glasovanja in štetja", "Priloga 4: Prstni odtis dnevnika glasovanja",
    ]  # fmt: skip
    assert cells(read, 1)[-1] == ["Skupaj", "6", "6", "100\u00a0%"]
    assert cells(read, 2)[2] == ["1. člen – vsebina zakona", "3", "1", "1", "0", "1", "podprto"]
    assert cells(read, 2)[5] == ["3. člen – financiranje", "2", "0", "2", "0", "2", "izenačeno"]
    assert cells(read, 3)[1:] == [
        ["Knjižnica dr. Toneta Pretnarja Tržič", "proti: 1. člen"], ["Valvasorjeva knjižnica Krško", "za: 2. člen"],
    ]  # fmt: skip
    assert ["Mestna knjižnica Kranj", "Z", "P", "Z", "S", "–"] in cells(read, 5)
    whole = "\n".join(one.text for one in read.paragraphs)
    assert "Občine tega ne zmorejo <same> & brez države." in whole
    assert "Knjižnica Ivana Potrča Ptuj; enako tudi Osrednja knjižnica Celje (podpora: 2 knjižnici)" in whole
    assert "Kosovelova knjižnica Sežana: po pooblastilu, oddala Osrednja knjižnica Celje (vsi glasovi)" in whole
    found = await books.read(report.report, ConsultationId(1), AFTER)
    assert isinstance(found, Report)
    assert found.head.hash in whole.replace(" ", "")


async def test_each_table_repeats_its_header_on_each_page(books: Database) -> None:
    await association(books)
    read = made(await said(books))
    repeated = [bool(table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")) for table in read.tables]
    assert repeated == [False, True, True, True, True, True]  # the first has no header


async def test_the_document_in_english_is_english_and_checked_as_such(books: Database) -> None:
    await association(books)
    read = made(await said(books, "en"))
    assert headings(read)[3] == "4   Results of the vote"
    assert cells(read, 2)[2][-1] == "supported"
    languages = read.styles.element.xpath("//w:lang/@w:val")
    assert set(languages) == {"en-GB"}


async def test_of_sealed_ballots_the_document_names_no_library_beside_a_vote(books: Database) -> None:
    await association(books, ballot=Ballot.PSEUDONYMOUS, remarks=Remarks.ANONYMOUS)
    read = made(await said(books))
    assert headings(read)[-3:] == [
        "Priloga 1: Udeležba po knjižnicah", "Priloga 2: Način glasovanja in štetja",
        "Priloga 3: Prstni odtis dnevnika glasovanja",
    ]  # fmt: skip
    everywhere = "\n".join(one.text for one in read.paragraphs) + str([cells(read, table) for table in range(3)])
    assert not any(name in everywhere for name in LIBRARIES)
    assert "Glasovanje je bilo psevdonimno" in everywhere
    assert [section.orientation for section in read.sections] == [0]


async def test_control_characters_in_what_somebody_wrote_do_no_harm(books: Database) -> None:
    await association(books)
    await books.transact(_write_strangely)
    assert "{{ 7*7 }} abc" in "\n".join(one.text for one in made(await said(books)).paragraphs)


def _write_strangely(tx: Connection) -> None:
    tx.execute(update(remarks).values(text="{{ 7*7 }} a\x0bb\x0cc"))


# Templates that are not as they should be


def template(tmp_path: Path, text: str) -> Path:
    """A template with one paragraph."""
    document = Document()
    document.add_paragraph(text)
    document.save(str(tmp_path / "predloga.docx"))
    return tmp_path / "predloga.docx"


FAULTS = {
    "{{ titel }}": Fault.UNKNOWN,
    "{{ words.nothing }}": Fault.UNKNOWN,
    "{% for one in results %}": Fault.SYNTAX,
    "{{ title": Fault.SYNTAX,
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}": Fault.FORBIDDEN,
    "{{ ''.__class__.__mro__[1].__subclasses__() }}": Fault.FORBIDDEN,
    "{{ summary.append('x') }}": Fault.FORBIDDEN,
    "{% for one in range(10**9) %}{% endfor %}": Fault.FAILED,
    "{{ 1 / 0 }}": Fault.FAILED,
    "{% include '/etc/passwd' %}": Fault.FAILED,
}


@pytest.mark.parametrize(("text", "fault"), FAULTS.items())
def test_a_faulty_template_is_found_out(tmp_path: Path, text: str, fault: Fault) -> None:
    of = {"language": "sl", "title": "Zakon", "words": {"draft": "Osnutek"}, "results": [], "summary": ["Vse."]}
    found = documents._made(template(tmp_path, text).read_bytes(), of)
    assert isinstance(found, Faulty)
    assert found.fault is fault


def test_a_template_that_never_ends_is_ended(tmp_path: Path) -> None:
    loops = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
    assert documents.render(template(tmp_path, loops), {"language": "sl"}, seconds=2) == Faulty(Fault.TOO_LONG)


def test_what_is_no_template_is_said(tmp_path: Path) -> None:
    assert documents.render(tmp_path / "none.docx", {}) == Faulty(Fault.UNREADABLE, "FileNotFoundError")
    (tmp_path / "text.docx").write_text("Predloga")
    found = documents.render(tmp_path / "text.docx", {"language": "sl"})
    assert isinstance(found, Faulty)
    assert found.fault is Fault.NOT_WORD


async def test_the_association_can_have_its_own_template(books: Database, tmp_path: Path) -> None:
    await association(books)
    staff = after(books, 90)
    staff.reach = with_template(staff, template(tmp_path, "Naše mnenje: {{ title }}"))
    await staff.forges("cpd:1:sl:0")
    read = Document(io.BytesIO(staff.bot.shown[0]["document"]))
    assert [one.text for one in read.paragraphs] == ["Naše mnenje: Zakon o knjižničarstvu (ZKnj-2)"]


async def test_a_faulty_template_is_said_and_the_built_in_one_offered(books: Database, tmp_path: Path) -> None:
    await association(books)
    staff = after(books, 90)
    staff.reach = with_template(staff, template(tmp_path, "{{ titel }}"))
    assert "Predloga kliče nekaj, česar ni: 'titel' is undefined" in await staff.forges("cpd:1:sl:0")
    await staff.taps("Iz vgrajene predloge")
    assert staff.bot.shown[0]["filename"] == "mnenje-1.docx"


def with_template(phone: Phone, path: Path) -> Reach:
    return dataclasses.replace(phone.reach, template=path)


# What becomes of it


@pytest.fixture
async def staff(books: Database) -> Phone:
    """Somebody from the office, after the end, at the card of the position."""
    await association(books)
    made_for = after(books, 90)
    await made_for.forges("cp:1")
    return made_for


async def sends(phone: Phone, name: str = "Mnenje, popravljeno.docx") -> str:
    """Send the document as it was edited."""
    file = {"file_id": "DOC-1", "file_unique_id": "1", "file_name": name, "mime_type": DOCX}
    return await phone.sends(document=file)


async def test_the_edited_document_is_kept_published_and_followed(staff: Phone) -> None:
    await staff.taps("Pošlji popravljeno")
    assert "Prejeto: Mnenje, popravljeno.docx" in await sends(staff)
    assert "članice ga še ne vidijo" in await staff.taps("Shrani")
    assert "Dokument prejme 8 oseb" in await staff.taps("Objava članicam")
    assert "Objavljeno članicam" in await staff.taps("Objava članicam")
    assert "Pošlji popravljeno" not in staff.keys
    assert "To izve 8 oseb" in (await staff.taps("Poslano ministrstvu"))
    assert "Poslano ministrstvu" in await staff.taps("Poslano ministrstvu")
    await staff.taps("Delno upoštevano", "Delno upoštevano")
    assert "Delno upoštevano (22.\u00a0marca)." in staff.reads


async def test_what_is_no_document_is_not_taken(staff: Phone) -> None:
    await staff.taps("Pošlji popravljeno")
    assert "To ni dokument." in await sends(staff, "slika.png")
    assert "To ni dokument." in await staff.says("Tu je mnenje.")
    assert "Prejeto: MNENJE.DOCX" in await sends(staff, "MNENJE.DOCX")
    await staff.taps("Drug dokument")
    assert "Prejeto: mnenje.pdf" in await sends(staff, "mnenje.pdf")


async def test_members_see_the_document_once_it_is_published(staff: Phone) -> None:
    ana = after(staff.db, 21)
    await staff.taps("Pošlji popravljeno")
    await sends(staff)
    await staff.taps("Shrani")
    assert "še ni objavljeno" in await ana.forges("cpf:1")
    await ana.forges("cr:1:0")
    assert "Mnenje" not in ana.keys
    await staff.taps("Objava članicam", "Objava članicam")
    await ana.forges("cr:1:0")
    await ana.taps("Mnenje")
    assert (ana.bot.shown[0]["method"], ana.bot.shown[0]["document"]) == ("sendDocument", "DOC-1")
    assert "Objavljeno članicam 22.\u00a0marca." in ana.bot.shown[0]["plain"]


async def test_before_the_end_there_is_no_position(books: Database) -> None:
    await books.transact(six_libraries)
    await books.transact(outcomes.opened)
    staff = after(books, 90)
    staff.now = NOW
    for data in ("cp:1", "cpd:1:sl:0"):
        assert "ko se obravnava konča" in await staff.forges(data)


async def test_a_published_document_is_not_replaced(staff: Phone) -> None:
    await staff.taps("Pošlji popravljeno")
    await sends(staff)
    kept = staff.keys["Shrani"]
    await staff.taps("Shrani", "Objava članicam", "Objava članicam")
    await staff.forges("cps:1")
    assert staff.bot.alert == "Dokument je objavljen, zato ga ni več mogoče zamenjati."
    assert "že končan" in await staff.forges(kept)


async def test_members_get_the_document_itself_and_hear_how_far_it_has_come(staff: Phone) -> None:
    await staff.taps("Pošlji popravljeno")
    await sends(staff)
    await staff.taps("Shrani", "Objava članicam", "Objava članicam")
    ana = await staff.db.read(outcomes.of, 21)
    facts = await staff.db.read(PUSHES[notices.POSITION].load, ana.id, {"consultation": 1}, AFTER)
    (call,) = calls_of(21, PUSHES[notices.POSITION].show(facts, TEXTS.say("sl"), AFTER))
    assert (call.method, call.parameters["chat_id"], call.parameters["document"]) == ("sendDocument", 21, "DOC-1")
    args = {"consultation": 1, "stage": "sent"}
    facts = await staff.db.read(PUSHES[notices.FOLLOWED].load, ana.id, args, AFTER)
    shown = PUSHES[notices.FOLLOWED].show(facts, TEXTS.say("sl"), AFTER)
    assert isinstance(shown, Screen)
    assert shown.text == "Mnenje združenja »Zakon o knjižničarstvu (ZKnj-2)« je poslano ministrstvu."


async def test_the_ways_to_the_results_are_on_both_cards(staff: Phone) -> None:
    await staff.forges("kc:1")
    assert "podprto, za 4, proti 1" in await staff.taps("Izid")
    await staff.taps("Nazaj")
    assert "Izid" in staff.keys
    ana = after(staff.db, 21)
    await ana.forges("cc:1")
    assert "podprto, za 4, proti 1" in await ana.taps("Izid")
