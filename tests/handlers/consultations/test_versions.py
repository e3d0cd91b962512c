"""A new version of the draft while members vote."""

from datetime import timedelta

from storage.consultations.rules import Consultation
from storage.database import Database
from tests.handlers.announcements.writing import document
from tests.handlers.consultations.sample import questions_of
from tests.handlers.consultations.test_compose import LAW, outlines
from tests.handlers.consultations.test_desk import votes_all
from tests.handlers.phone import Phone

NEXT = """I. SPLOŠNE DOLOČBE

1. člen
(Namen)

(1) Ta zakon ureja splošne knjižnice.

(2) Knjižnice so za vse.

2. člen
(Članstvo)

Članstvo je brezplačno.

3. člen
(Zbirka)

Knjižnica hrani domoznansko zbirko.
"""

LAST = "Ta zakon začne veljati jutri."


async def begins(phone: Phone) -> str:
    """Ask for a new version."""
    await phone.says("/urad")
    return await phone.taps("Obravnave", "31. 3.", "Nova različica")


async def compares(phone: Phone, text: str = NEXT) -> str:
    """Give the new version, up to the comparison."""
    await begins(phone)
    await phone.says(text)
    return await phone.taps("Naprej", "Naprej")


async def test_a_new_version_is_compared_and_put_before_the_members(
    cvetka: Phone, darja: Phone, law: Consultation, books: Database
) -> None:
    await votes_all(darja)
    seen = await compares(cvetka)
    for line in ("= 1 enako", "✎ 1 spremenjeno", "＋ 1 novo", "− 1 odpade"):
        assert line in seen
    seen = await cvetka.taps("✎ 1. člen")
    assert "Ta zakon ureja <b>splošne </b>knjižnice." in seen
    await cvetka.taps("Nazaj")
    assert "<s>Ta zakon začne veljati jutri.</s>" in await cvetka.taps("− 3. člen")
    seen = await cvetka.taps("Nazaj", "Objavi različico")
    assert "2. različico osnutka" in seen
    assert "Obvestilo prejme 1 oseba." in seen
    old = [question.id for question in await questions_of(books, law.id)]
    assert len(old) == 3
    assert "(2)" in str((await darja.says("/start"), await darja.taps("Obravnave"), darja.keys))
    await cvetka.taps("Nazaj")
    assert "↻ 2. različica osnutka" in cvetka.sees


async def test_the_office_decides_what_goes_on_which(cvetka: Phone, law: Consultation, books: Database) -> None:
    before = {question.text.label: question.id for question in await questions_of(books, law.id)}
    await compares(cvetka)
    await cvetka.taps("＋ 3. člen", "Nadaljuje staro")
    assert "Katero od vprašanj, ki so odpadla, nadaljuje?" in cvetka.sees
    seen = await cvetka.taps("3. člen")
    assert "✎ 2 spremenjeni" in seen
    assert "odpade" not in seen
    await cvetka.taps("✎ 1. člen", "To je novo vprašanje")
    assert "＋ 1 novo" in cvetka.sees
    await cvetka.taps("Objavi različico")
    after = {question.text.label: question.id for question in await questions_of(books, law.id)}
    assert after["3. člen"] == before["3. člen"]
    assert after["2. člen"] == before["2. člen"]
    assert after["1. člen"] not in before.values()


async def test_the_same_text_needs_no_new_version(cvetka: Phone, law: Consultation) -> None:
    same = NEXT.replace("splošne ", "").replace("(Zbirka)\n", "").replace("Knjižnica hrani domoznansko zbirko.", LAST)
    seen = await compares(cvetka, same)
    assert "Besedilo je enako" in seen
    assert "Objavi različico" not in cvetka.keys


async def test_a_file_brings_the_new_version_and_its_outline_can_be_edited(
    cvetka: Phone, law: Consultation, books: Database
) -> None:
    await begins(cvetka)
    cvetka.bot.files["nov"] = NEXT.encode()
    await cvetka.sends(**document("nov"))
    await cvetka.taps("Pregled in urejanje", "3. člen", "Izpusti", "Končaj urejanje", "Naprej")
    assert "＋" not in cvetka.sees
    await cvetka.taps("Objavi različico")
    assert [question.text.label for question in await questions_of(books, law.id)] == ["1. člen", "2. člen"]


async def test_a_version_that_was_left_waits(cvetka: Phone, law: Consultation) -> None:
    await compares(cvetka)
    await cvetka.says("/preklic")
    assert "Nova različica čaka" in await begins(cvetka)
    assert "✎ 1 spremenjeno" in await cvetka.taps("Nadaljuj osnutek")


async def test_a_version_that_another_has_overtaken_is_not_put(cvetka: Phone, law: Consultation) -> None:
    await compares(cvetka)
    button = cvetka.keys["Objavi različico"]
    cvetka.now += timedelta(days=40)
    assert "Ta ni objavljena." in await cvetka.forges(button)


async def test_a_new_version_is_put_in_order_as_the_one_before(cvetka: Phone, books: Database) -> None:
    await outlines(cvetka)
    await cvetka.taps(
        "Pregled in urejanje", "1. člen", "Skupaj z naslednjimi", "Do konca poglavja", "I. SPLOŠNE DOLOČBE"
    )
    await cvetka.taps("Naslednje", "Izpusti", "Končaj urejanje", "Naprej")
    await cvetka.says("31. 3. 2027 ob 12.00")
    await cvetka.taps("Naprej", "Odpri", "Obravnava", "Nova različica")
    await cvetka.says(LAW.replace("vsak dostop", "vsakdo dostop"))
    assert "✖ 1 izpuščeno" in await cvetka.taps("Naprej")
    assert "✎ 1 spremenjeno" in await cvetka.taps("Naprej")
    assert "odpade" not in cvetka.sees
    assert "<s>vsak </s><b>vsakdo </b>dostop" in await cvetka.taps("✎ I. SPLOŠNE DOLOČBE")
