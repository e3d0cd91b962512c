"""What members and the office read of consultations."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from handlers.consultations.pages import ROOM, pages, pages_of
from storage.announcements.rules import units
from storage.consultations import closing
from storage.consultations.books import Text
from storage.consultations.rules import Consultation
from storage.consultations.wording.difference import difference
from storage.database import Database
from tests.handlers.consultations.sample import ENDS, TEXTS, put_to_vote, questions_of, revise, reword
from tests.handlers.phone import Phone

LONG = "\n".join(f"({number}) {'Beseda knjižnice je zakon. ' * 12}".strip() for number in range(1, 30))


async def test_nothing_is_put_to_the_members(ana: Phone) -> None:
    assert "Trenutno ni javnih obravnav." in await ana.says("/obravnave")


async def test_the_list_has_pages_of_eight(association: Database, ana: Phone) -> None:
    for number in range(10):
        await put_to_vote(association, title_sl=f"Zakon {number}", ends_at=ENDS + timedelta(hours=number))
    assert "10 obravnav." in await ana.says("/consultations")
    assert len(ana.keys) == 10
    assert "Stran 2 od 2." in await ana.taps("Naprej")
    assert list(ana.keys) == ["(3) do 31. 3. · Zakon 8", "(3) do 31. 3. · Zakon 9", "Prej", "Nazaj"]


async def test_a_librarian_reads_what_their_stance_is_for(ana: Phone, law: Consultation) -> None:
    assert "🗳 1 javna obravnava čaka na vaše stališče, še 30 dni" in await ana.says("/start")
    seen = await ana.taps("Obravnave", "(3)")
    assert "📄 3 členi" in seen
    assert "Vaša stališča: 0 od 3, še 3" in seen
    assert "Glas knjižnice odda predstavnik ali predstavnica, vaše stališče je posvetovalno." in seen
    assert list(ana.keys) == ["Stališča", "Seznam", "Potrdilo", "Nazaj"]


async def test_the_office_reads_and_answers_nothing(cvetka: Phone, law: Consultation) -> None:
    await cvetka.says("/obravnave")
    await cvetka.taps("✓ do 31. 3. · Zakon o knjižnicah")
    assert list(cvetka.keys) == ["Branje", "Seznam", "Nazaj"]
    seen = await cvetka.taps("Branje")
    assert "1 od 3\n" in seen
    assert list(cvetka.keys) == ["Pripombe", "Seznam", "Naprej"]


async def test_who_is_not_asked_sees_nothing(association: Database, ana: Phone, bojan: Phone) -> None:
    law = await put_to_vote(association, kinds=("splošna",))
    await bojan.says("/obravnave")
    assert "Zakon o knjižnicah" in str(list(bojan.keys))
    assert "Trenutno ni javnih obravnav." in await ana.says("/obravnave")
    assert "ni namenjena vam" in await ana.forges(f"cc:{law.id}")
    first, *_ = await questions_of(association, law.id)
    assert "ni namenjeno vam" in await ana.forges(f"cq:{first.id}:0:0")


async def test_a_long_text_has_pages_that_end_with_paragraphs(association: Database, ana: Phone) -> None:
    await put_to_vote(association, texts=[Text("1. člen", "Namen", None, LONG)])
    seen = await ana.says("/obravnave") and await ana.taps("(1)", "Stališča")
    read = seen
    assert "Besedilo, stran 1 od 5" in seen
    for page in range(2, 6):
        seen = await ana.taps(f"Besedilo, {page}. stran")
        assert f"Besedilo, stran {page} od 5" in seen
        read += seen
    assert "Besedilo, 4. stran" in ana.keys
    assert "Besedilo, 6. stran" not in ana.keys
    assert all(f"({number}) Beseda" in read for number in range(1, 30))


@given(st.text(alphabet=st.sampled_from("ab č🏛.;\n"), max_size=9000))
def test_pages_hold_the_whole_text_and_fit(text: str) -> None:
    cut = pages(text)
    assert all(units(page) <= ROOM for page in cut)
    assert "".join("".join(cut).split()) == "".join(text.split())
    if text.strip() and max(map(units, text.split("\n"))) <= ROOM:
        assert {line for page in cut for line in page.split("\n") if line} == set(filter(None, text.split("\n")))


def test_pages_of_a_comparison_hold_all_its_pieces() -> None:
    pieces = difference(LONG, LONG.replace("zakon", "predpis"))
    cut = pages_of(pieces)
    assert "".join(piece.text for page in cut for piece in page) == "".join(piece.text for piece in pieces)
    assert all(sum(units(piece.text) for piece in page) <= ROOM for page in cut)


async def test_the_longest_question_fits_a_message(
    association: Database, ana: Phone, darja: Phone, cvetka: Phone
) -> None:
    longest = Text("č" * 500, "Š<&" * 200, "Ž" * 900, "🏛" * 5000)
    law = await put_to_vote(association, texts=[longest, *TEXTS], title_sl="Z" * 120)
    first, *_ = await questions_of(association, law.id)
    seen = (f"cc:{law.id}", f"ca:{law.id}:0:0", f"cq:{first.id}:0:0", f"cq:{first.id}:0:3", f"cm:{first.id}:0:0")
    for phone in (ana, darja, cvetka):
        for data in seen:
            await phone.forges(data)
    for phone in (ana, darja):
        await phone.forges(f"cq:{first.id}:0:0")
        await phone.taps("Proti", "Nazaj")
    changed = [(first.id, Text("<" * 3000, "<" * 3000, "<" * 3000, "<" * 3000))]
    await revise(association, law.id, changed)
    for phone in (ana, darja, cvetka):
        assert "Kaj se je spremenilo" in await phone.forges(f"ce:{first.id}:0:0")


async def test_what_has_changed_is_shown_and_asked_again(
    association: Database, darja: Phone, law: Consultation
) -> None:
    await darja.says("/obravnave")
    await darja.taps("(3)", "Glasovanje", "Proti")
    await reword(association, law.id, "(1) Ta zakon ureja vse knjižnice.\n(2) Knjižnice so za vse.")
    await darja.says("/obravnave")
    assert "↻ 1. člen · Namen" in str(await darja.taps("(3)", "Seznam") and darja.keys)
    assert "↻ Mestna knjižnica Kranj: <b>proti</b>, a o prejšnjem besedilu" in await darja.taps("↻")
    seen = await darja.taps("Prejšnje besedilo")
    assert "ureja <b>vse </b>knjižnice." in seen
    await darja.taps("Nazaj", "Proti")
    assert "✓ 1. člen · Namen" in str(await darja.taps("Seznam") and darja.keys)


async def test_after_the_end_all_is_read_and_nothing_answered(
    association: Database, darja: Phone, law: Consultation
) -> None:
    darja.now = ENDS
    await association.transact(closing.close, law.id, darja.now)
    await darja.says("/obravnave")
    seen = await darja.taps("🏁 Zakon o knjižnicah")
    assert "🏁 Obravnava se je končala 31." in seen
    assert "še" not in seen.split("\n\n")[1]
    assert "1 od 3\n" in await darja.taps("Branje")
    assert "Proti" not in darja.keys


async def test_english(association: Database, darja: Phone, law: Consultation) -> None:
    await darja.forges("msl:en")
    assert "🗳 1 consultation is waiting for your library’s vote, 30 days left" in await darja.says("/start")
    assert "<b>Libraries Act</b>" in await darja.taps("Consultations", "(3)")
    assert "1 of 3, 3 left" in await darja.taps("Vote")
    assert "You can change it until 31" in await darja.taps("Against")


async def test_what_is_left_to_say_stands_on_the_card_of_all_that_is_mine(darja: Phone, law: Consultation) -> None:
    assert "🗳 Odprta je 1 javna obravnava" in await darja.says("/moje")
    assert any(key.startswith("(3) do ") for key in darja.keys)
    await darja.taps("(3)")
    assert "0 od 3" in darja.sees
    await darja.taps("Glasovanje", "Za")
    await darja.says("/moje")
    assert any(key.startswith("(2) do ") for key in darja.keys)
