"""A member pages through, searches and opens what was announced to them."""

from datetime import timedelta

from storage.announcements import afterwards
from storage.announcements.rules import Content, Media, MediaKind, Part, ReadButton
from storage.database import Database
from storage.outbox import State as Delivery
from storage.people import Person
from tests.handlers.phone import Phone
from tests.storage.announcements.sample import NOW as FIRST
from tests.storage.announcements.sample import ask_to_confirm, deliver, owed, submit, text
from tests.storage.membership.association import put

PHOTO = Content(Part("", "", (Media(MediaKind.PHOTO, "f1"),)), None)


def above(phone: Phone) -> dict[str, str]:
    """The buttons of the announcement itself, with the way back below it."""
    rows = phone.bot.shown[0]["reply_markup"]["inline_keyboard"]
    return {key["text"]: str(key.get("callback_data")) for row in rows for key in row}


async def announce(books: Database, by: Person, *texts: str) -> None:
    """Send announcements, one a day, and have them arrive."""
    for day, words in enumerate(texts):
        await submit(books, by, FIRST + timedelta(days=day), content=text(words))
    await deliver(books, FIRST + timedelta(days=len(texts)))


async def test_from_the_home_card_to_an_announcement_and_back(
    association: Database, ana: Phone, cvetka: Person
) -> None:
    one = await ask_to_confirm(association, cvetka)
    await deliver(association)
    await ana.says("/start")
    assert await ana.taps("Obvestila") == "<b>Obvestila</b>\nPrejeli ste 1 obvestilo."
    assert list(ana.keys) == ["1. 3. · Pozdravljeni, Ana!", "Iskanje", "Nazaj"]
    await ana.taps("1. 3.")
    letter, card = ana.bot.shown
    assert letter["text"] == "Pozdravljeni, <b>Ana</b>!"
    assert list(above(ana).items()) == [("✓ Prebrano", f"ar:{one.id}")]
    assert card["text"] == "⬆️ Poslano: ponedeljek, 1. marec 2027, ob 9.00."
    assert "Prejeli ste 1 obvestilo." in await ana.taps("Nazaj")
    assert (await ana.taps("Nazaj")).startswith("Pozdravljeni, Ana!")


async def test_the_way_back_is_below_the_announcement_and_nothing_above_it_is_changed(
    association: Database, ana: Phone, cvetka: Person
) -> None:
    await announce(association, cvetka, "Prvo", "Drugo")
    await ana.forges("aa:0")
    await ana.taps("2. 3. · Drugo")
    assert [shown["plain"].split(":")[0] for shown in ana.bot.shown] == ["Drugo", "⬆️ Poslano"]
    assert not any("message_id" in shown for shown in ana.bot.shown)


async def test_reading_can_be_confirmed_in_the_archive(association: Database, ana: Phone, cvetka: Person) -> None:
    await ask_to_confirm(association, cvetka)
    await deliver(association)
    await ana.forges("aa:0")
    await ana.taps("1. 3.")
    await ana.forges(above(ana)["✓ Prebrano"])
    assert ana.bot.alert == "Hvala, zabeleženo je, da ste prebrali."
    await ana.forges("aa:0")
    await ana.taps("1. 3.")
    await ana.forges(above(ana)["✓ Prebrano"])
    assert ana.bot.alert == "Da ste prebrali, je že zabeleženo. Hvala."


async def test_pages_of_eight(association: Database, ana: Phone, cvetka: Person) -> None:
    await announce(association, cvetka, *(f"Obvestilo {number}" for number in range(1, 12)))
    seen = await ana.forges("aa:0")
    assert seen == "<b>Obvestila</b>\nPrejeli ste 11 obvestil, najnovejše je na vrhu.\nStran 1 od 2."
    assert [label.split(" · ")[1] for label in ana.keys if "·" in label] == [
        f"Obvestilo {number}" for number in range(11, 3, -1)
    ]
    assert "Stran 2 od 2." in await ana.taps("Naprej")
    await ana.taps("2. 3.")
    assert "Stran 2 od 2." in await ana.taps("Nazaj")
    assert "Stran 1 od 2." in await ana.taps("Prej")


async def test_nothing_was_announced_yet(association: Database, ana: Phone) -> None:
    assert (await ana.forges("aa:0")).startswith("Obvestil za vas še ni.")
    assert list(ana.keys) == ["Nazaj"]
    await ana.forges("aaf:1")
    assert (await ana.says("karkoli")) == "Za »karkoli« ni zadetkov. Napišite drugo besedo iz obvestila."


async def test_searching_in_spite_of_diacritics(association: Database, ana: Phone, cvetka: Person) -> None:
    await announce(association, cvetka, "Šolstvo: vabilo na posvet", "Delavnica v Škofji Loki", "Razpis za opremo")
    await ana.forges("aa:0")
    assert (await ana.taps("Iskanje")).startswith("Kaj iščete?")
    assert (await ana.says("ptuj")) == "Za »ptuj« ni zadetkov. Napišite drugo besedo iz obvestila."
    assert (await ana.says("skofji lo")) == "1 obvestilo za »skofji lo«:\nZa novo iskanje napišite druge besede."
    assert list(ana.keys) == ["2. 3. · Delavnica v Škofji Loki", "Obvestila"]
    await ana.taps("2. 3.")
    assert ana.bot.shown[0]["plain"] == "Delavnica v Škofji Loki"
    assert "1 obvestilo za »skofji lo«:" in await ana.taps("Nazaj")
    assert (await ana.says("SOLSTVO")).startswith("1 obvestilo")
    assert "Prejeli ste 3 obvestila" in await ana.taps("Obvestila")
    await ana.taps("Iskanje")
    assert list(ana.keys) == ["Obvestila"]


async def test_too_many_are_found(association: Database, ana: Phone, cvetka: Person) -> None:
    await announce(association, cvetka, *(f"Obvestilo {number}" for number in range(9)))
    await ana.forges("aaf:1")
    assert await ana.says("<obvestila>") == (
        "9 obvestil za »&lt;obvestila&gt;«:\nPrikazanih je najnovejših 8. Za manj zadetkov napišite več besed."
    )
    assert len(ana.keys) == 9


async def test_what_cannot_be_looked_for_is_said(association: Database, ana: Phone) -> None:
    await ana.forges("aaf:1")
    assert "Sporočilo je prazno." in await ana.says("\u200b \n")
    assert "besedilo" in await ana.sends(dice={"emoji": "🎲", "value": 1})


async def test_a_photo_without_words_is_named_and_opens(association: Database, ana: Phone, cvetka: Person) -> None:
    await submit(association, cvetka, content=PHOTO, buttons=(ReadButton(),))
    await deliver(association)
    await ana.forges("aa:0")
    assert next(iter(ana.keys)) == "1. 3. · slika"
    await ana.taps("1. 3.")
    assert ana.bot.shown[0]["photo"] == "f1"


async def test_a_long_beginning_is_cut_and_markup_is_not_read_twice(
    association: Database, ana: Phone, cvetka: Person
) -> None:
    plain = "Vabilo na <posvet> & delavnico\nki bo prihodnji mesec"
    await submit(association, cvetka, content=Content(Part("Vabilo", plain), None))
    await deliver(association)
    await ana.forges("aa:0")
    assert next(iter(ana.keys)) == "1. 3. · Vabilo na <posvet> & …"


async def test_what_was_recalled_is_gone_from_old_cards_too(association: Database, ana: Phone, cvetka: Person) -> None:
    one = await submit(association, cvetka)
    await deliver(association)
    await ana.forges("aa:0")
    await association.transact(afterwards.recall, one.id, cvetka.id, FIRST)
    assert await ana.taps("1. 3.") == "Tega obvestila ni več."
    assert (await ana.taps("Obvestila")).startswith("Obvestil za vas še ni.")


async def test_what_was_for_others_stays_theirs(association: Database, ana: Phone, cvetka: Person) -> None:
    one = await submit(association, cvetka)
    await deliver(association)
    await put(association, 2, name="Bojan")
    bojan = Phone(association, 2, "Bojan")
    assert await bojan.forges(f"aao:{one.id}:0") == "Tega obvestila ni več."
    assert (await bojan.forges("aa:0")).startswith("Obvestil za vas še ni.")
    assert {state for _, state in await owed(association)} == {Delivery.SENT}
