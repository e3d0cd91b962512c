"""What an announcement says: languages, pictures, albums, files, buttons; and how it is looked at and tried."""

from typing import Any

import pytest

from handlers.announcements import buttons
from handlers.announcements.compose.preview import NOT_YET
from handlers.announcements.compose.push import PUSHES
from handlers.reply import calls_of
from storage import sending
from storage.announcements.rules import EventButton, LinkButton, State
from storage.database import Database
from storage.people import PersonId, Role
from tests.handlers.announcements.writing import announced, begins, document, owed_to, photo, writes
from tests.handlers.phone import NOW, TEXTS, Phone
from tests.handlers.world import draft_of
from tests.storage.events.sample import publish
from tests.storage.membership.association import put

DARJA, CVETKA = PersonId(4), PersonId(5)


async def test_both_languages_are_shown_as_they_arrive(cvetka: Phone) -> None:
    await begins(cvetka)
    await cvetka.says("Pozdravljeni")
    assert "Angleško: »Hello, {name}«" in await cvetka.says("Hello, {name}")
    await cvetka.taps("✓ Prebrano", "Naprej", "Vsi", "Naprej")
    assert [one["plain"] for one in cvetka.bot.shown[:4]] == [
        "👁 Tako prispe obvestilo v slovenščini:", "Pozdravljeni",
        "👁 Tako prispe obvestilo v angleščini:", "Hello, Cvetka",
    ]  # fmt: skip
    labels = [one["reply_markup"]["inline_keyboard"][0][0]["text"] for one in cvetka.bot.shown[1:4:2]]
    assert labels == ["✓ Prebrano", TEXTS.say("en").label("key-have-read")]
    assert "ni: " not in cvetka.sees


async def test_the_button_of_a_preview_says_that_it_is_one(cvetka: Phone) -> None:
    await writes(cvetka)
    await cvetka.forges(buttons.HaveRead(NOT_YET).pack())
    assert cvetka.bot.alerts == ["To je predogled. Pri prejemnikih gumb deluje."]


async def test_only_in_english(association: Database, cvetka: Phone) -> None:
    await begins(cvetka)
    assert "v angleščini" in await cvetka.taps("Samo angleško")
    assert "Sporočila še ni" in await cvetka.taps("Enako za vse")
    assert "Slovenskega besedila ni: vsi prejmejo angleško." in await cvetka.says("Hello")
    await cvetka.taps("Brez gumbov", "Vsi", "Naprej", "Pošlji")
    (one,) = await announced(association)
    assert (one.content.sl, one.content.part("sl").plain) == (None, "Hello")


async def test_a_picture_with_its_text_goes_on_at_once(cvetka: Phone) -> None:
    await begins(cvetka)
    assert "Slovensko: 1 slika, »Vabljeni«" in await cvetka.sends(**photo(caption="Vabljeni"))
    assert "Angleško: 1 slika, »Welcome«" in await cvetka.says("Welcome")
    await cvetka.taps("Brez gumbov", "Vsi", "Naprej")
    pictures = [one for one in cvetka.bot.shown if one["method"] == "sendPhoto"]
    assert [(one["photo"], one["caption"]) for one in pictures] == [("slika", "Vabljeni"), ("slika", "Welcome")]


async def test_a_file_without_a_text_waits_for_it(cvetka: Phone) -> None:
    await begins(cvetka)
    assert "napišite besedilo k njim" in await cvetka.sends(**document())
    assert "Slovensko: 1 datoteka, »Zapisnik«" in await cvetka.says("Zapisnik")
    await cvetka.taps("Nazaj")
    await cvetka.says("Samo besedilo")
    assert (await draft_of(cvetka, "announcements")).data["sl"]["media"] == []


async def test_an_album_is_one_message_and_one_card(association: Database, cvetka: Phone) -> None:
    await begins(cvetka)
    await cvetka.sends(**photo("a", media_group_id="1", caption="Utrinki"))
    on = cvetka.keys["Naprej"]
    await cvetka.sends(**photo("b", media_group_id="1"))
    assert not cvetka.bot.shown
    assert "Slovensko: 2 sliki, »Utrinki«" in await cvetka.forges(on)
    same = cvetka.keys["Enako za vse"]
    await cvetka.sends(**photo("c", media_group_id="1"))
    assert not cvetka.bot.shown
    assert "Slovensko: 3 slike, »Utrinki«" in await cvetka.forges(same)
    await cvetka.taps("✓ Prebrano", "Naprej", "Vsi", "Naprej")
    _, album, below, _ = cvetka.bot.shown
    assert [one["media"] for one in album["media"]] == ["a", "b", "c"]
    assert below["reply_markup"]["inline_keyboard"][0][0]["text"] == "✓ Prebrano"


async def test_an_album_whose_text_comes_with_a_later_file_or_is_typed(cvetka: Phone) -> None:
    await begins(cvetka)
    await cvetka.sends(**photo("a", media_group_id="1"))
    await cvetka.sends(**photo("b", media_group_id="1", caption="Utrinki"))
    assert (await draft_of(cvetka, "announcements")).data["sl"]["plain"] == "Utrinki"
    assert "Slovensko: 2 sliki, »Drugače«" in await cvetka.says("Drugače")


async def test_pictures_and_files_do_not_mix(cvetka: Phone) -> None:
    await begins(cvetka)
    await cvetka.sends(**photo("a", media_group_id="1"))
    assert "ne gredo v isti album" in await cvetka.sends(**document(media_group_id="1"))
    assert (await draft_of(cvetka, "announcements")).data["sl"]["media"] == [["photo", "a"]]


async def test_buttons_below(association: Database, cvetka: Phone) -> None:
    event = await publish(association)
    await begins(cvetka)
    await cvetka.says("Pozdravljeni")
    await cvetka.taps("Enako za vse", "✓ Prebrano")
    assert "Gumbi: ✓ Prebrano, Program" in await cvetka.says("Program | https://knjiznica.si/program")
    await cvetka.taps("Dogodek", "12. 5.")
    assert "Gumbi: ✓ Prebrano, Program, Delavnica: Lokalna zbirka na spletu" in cvetka.sees
    assert "Gumbi: ✓ Prebrano, Delavnica" in await cvetka.taps("✕ Program")
    await cvetka.says("Program | https://knjiznica.si/program")
    await cvetka.taps("✓ Prebrano (odstrani)", "Naprej", "Vsi", "Naprej", "Pošlji")
    (one,) = await announced(association)
    assert one.buttons == (EventButton(event.id), LinkButton("Program", "https://knjiznica.si/program"))


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("Program", "Napišite napis in povezavo"),
        ("Program | knjiznica", "Napišite napis in povezavo"),
        (" | https://a.si", "Napišite napis in povezavo"),
        ("x" * 41 + " | https://a.si", "predolgo: 41"),
        ("Program | https://a.si/" + "x" * 500, "predolgo: 513"),
    ],
)
async def test_a_link_that_is_none_is_answered(cvetka: Phone, said: str, why: str) -> None:
    await begins(cvetka)
    await cvetka.says("Pozdravljeni")
    await cvetka.taps("Enako za vse")
    seen = await cvetka.says(said)
    assert why in seen
    assert seen.endswith("Vse drugo je shranjeno.")


async def test_more_than_six_buttons_are_too_many(cvetka: Phone) -> None:
    await begins(cvetka)
    await cvetka.says("Pozdravljeni")
    await cvetka.taps("Enako za vse", "✓ Prebrano")
    for number in range(5):
        await cvetka.says(f"{number} | https://a.si/{number}")
    assert "največ 6 gumbov" in await cvetka.says("6 | https://a.si")
    assert len((await draft_of(cvetka, "announcements")).data["buttons"]) == 6


async def test_each_part_can_be_changed_from_the_preview(cvetka: Phone) -> None:
    await writes(cvetka)
    await cvetka.taps("Popravki", "Slovensko sporočilo")
    seen = await cvetka.says("Dober dan")
    assert "Obvestilo je pripravljeno" in seen
    assert [one["plain"] for one in cvetka.bot.shown][1] == "Dober dan"
    await cvetka.taps("Popravki", "Angleško sporočilo")
    await cvetka.says("Good day")
    assert [one["plain"] for one in cvetka.bot.shown][1::2] == ["Dober dan", "Good day"]
    await cvetka.taps("Popravki", "Gumbi", "Nazaj")
    assert len(cvetka.bot.shown) == 1
    await cvetka.taps("Popravki", "Slovensko sporočilo", "Nazaj", "Predogled")
    assert len(cvetka.bot.shown) == 5


async def test_what_telegram_refuses_is_said_in_its_words(cvetka: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    from telegram.error import BadRequest  # noqa: PLC0415

    call = cvetka.bot.call

    async def refusing(method: str, parameters: Any, upload: Any = None) -> Any:
        if parameters.get("text") == "Pozdravljeni":
            raise BadRequest("Can't parse entities: <b>")
        return await call(method, parameters, upload)

    monkeypatch.setattr(cvetka.bot, "call", refusing)
    assert "Obvestilo je pripravljeno" in await writes(cvetka)
    assert "Telegram tega sporočila ne sprejme: Can't parse entities: &lt;b&gt;" in cvetka.bot.shown[1]["text"]


async def test_a_test_goes_to_colleagues_marked_and_once(association: Database, cvetka: Phone) -> None:
    await writes(cvetka)
    assert "Komu naj gre preizkus?" in await cvetka.taps("Preizkus")
    everybody, darja = cvetka.keys["Vsem sodelavcem (1)"], cvetka.keys["Darja"]
    for tapped in (everybody, everybody, darja):
        await cvetka.forges(tapped)
        assert cvetka.bot.alerts == ["Preizkus prejme 1 oseba."]
    assert await owed_to(association) == [("announcement_trial", DARJA)]
    (claimed,) = await association.transact(sending.claim, NOW, 10)
    push = PUSHES[claimed.kind]
    facts = await association.read(push.load, DARJA, claimed.args, NOW)
    head, letter = calls_of(80, push.show(facts, TEXTS.say("sl"), NOW))
    assert head.parameters["text"].startswith("🧪 <b>Preizkus.</b> Obvestilo pripravlja Cvetka")
    assert (letter.parameters["chat_id"], letter.parameters["text"]) == (80, "Pozdravljeni")
    assert await announced(association) == []


async def test_a_test_to_somebody_who_left_the_office_is_not_sent(association: Database, cvetka: Phone) -> None:
    await writes(cvetka)
    await cvetka.taps("Preizkus", "Darja")
    (claimed,) = await association.transact(sending.claim, NOW, 10)
    load = PUSHES[claimed.kind].load
    assert await association.read(load, PersonId(1), claimed.args, NOW) is None


async def test_with_approval_a_colleague_confirms_first(association: Database) -> None:
    cvetka = Phone(association, 90, "Cvetka", approval=True)
    await writes(cvetka)
    assert "Prošnjo dobi 1 oseba." in await cvetka.taps("Pošlji")
    assert await announced(association) == []
    assert "Čaka na potrditev; ko bo potrjeno, gre takoj." in await cvetka.taps("V potrditev")
    (one,) = await announced(association)
    assert one.state is State.PROPOSED
    assert await owed_to(association) == [("announcement_proposed", DARJA)]


async def test_alone_in_the_office_nobody_can_approve(books: Database) -> None:
    await put(books, 90, Role.STAFF, name="Cvetka")
    cvetka = Phone(books, 90, "Cvetka", approval=True)
    await writes(cvetka)
    assert "razen vas v njej ni nikogar" in await cvetka.taps("Pošlji")
    assert list(cvetka.keys) == ["Nazaj"]
    assert "👥 1 oseba iz strokovne službe" in await cvetka.taps("Nazaj")
    assert await announced(books) == []


async def test_a_draft_can_be_left_and_taken_up_again(association: Database, cvetka: Phone) -> None:
    await begins(cvetka)
    await cvetka.says("Pozdravljeni")
    assert "shranjeno" in await cvetka.taps("Končaj pozneje")
    assert "Osnutek čaka: »Pozdravljeni«" in await begins(cvetka)
    assert "Slovensko: »Pozdravljeni«" in await cvetka.taps("Nadaljuj osnutek")
    assert "Osnutek čaka" in await begins(cvetka)
    assert "Slovensko:" not in await cvetka.taps("Začni znova")


async def test_an_old_preview_sends_nothing(association: Database, cvetka: Phone) -> None:
    await writes(cvetka)
    send = cvetka.keys["Pošlji"]
    await cvetka.taps("Popravki", "Slovensko sporočilo")
    await cvetka.says("Dober dan")
    assert (await cvetka.forges(send)).startswith("Ta gumb ne velja več.")
    assert await announced(association) == []
    await cvetka.taps("Pošlji")
    assert [one.content.part("sl").plain for one in await announced(association)] == ["Dober dan"]


async def test_nobody_but_the_office_writes_announcements(association: Database) -> None:
    for telegram_id in (1, 3):
        phone = Phone(association, telegram_id)
        assert await phone.forges(buttons.NewAnnouncement(0).pack()) == TEXTS.say("sl")("not-allowed")
