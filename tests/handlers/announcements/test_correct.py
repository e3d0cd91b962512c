"""The office puts a text right: step by step, and what was typed stays."""

from collections.abc import Mapping
from typing import Any

import pytest

from storage import people
from storage.announcements import tables
from storage.announcements.rules import Announcement, Media, MediaKind, Part, kept_part
from storage.database import Database
from storage.people import PersonId
from tests.handlers.announcements.writing import document, owed_to, photo
from tests.handlers.phone import Phone
from tests.storage.announcements.going import WORDS, announce, arrives, deliver, number
from tests.storage.membership.association import NOW

ENGLISH: Mapping[str, Any] = {"en": kept_part(Part("Join us.", "Join us."))}
PICTURE = (Media(MediaKind.PHOTO, "slika"),)
LATER: Mapping[str, Any] = {"send_at": NOW.replace(hour=20).isoformat()}


@pytest.fixture
async def writer(association: Database, cvetka: Phone) -> PersonId:
    """Who writes: Cvetka."""
    found = await association.read(people.by_telegram, cvetka.telegram_id)
    assert found is not None
    return found.id


async def said(books: Database, one: Announcement) -> tuple[str | None, str | None]:
    """What the announcement says now."""
    now = await books.read(tables.get, one.id)
    assert now is not None
    return (now.content.sl.html if now.content.sl else None, now.content.en.html if now.content.en else None)


async def test_what_was_delivered_is_put_right(association: Database, writer: PersonId, cvetka: Phone) -> None:
    one = await announce(association, writer)
    claimed = await deliver(association, arrives)
    await cvetka.forges(f"aoe:{one.id}")
    assert "Pošljite pravo slovensko besedilo" in await cvetka.taps("✏️ Popravi")
    assert [message["plain"] for message in cvetka.bot.shown[:-1]] == ["👁 Tako je zdaj:", WORDS]
    assert "5 prejemnikih" in await cvetka.says("Vabimo vas v <Celje>.")
    assert cvetka.bot.shown[1]["plain"] == "Vabimo vas v <Celje>."
    assert await said(association, one) == (WORDS, None)
    send = cvetka.keys["✔ Popravi"]
    assert "✏️ Popravek: 0 od 5" in await cvetka.taps("✔ Popravi")
    assert await said(association, one) == ("Vabimo vas v &lt;Celje&gt;.", None)
    await cvetka.forges(send)
    changes = await deliver(association, arrives)
    assert {(change.to.person_id, *change.sent) for change in changes} == {
        (letter.to.person_id, number(letter)) for letter in claimed
    }


async def test_each_language_is_put_right_by_itself(association: Database, writer: PersonId, cvetka: Phone) -> None:
    one = await announce(association, writer, **ENGLISH)
    await deliver(association, arrives)
    await cvetka.forges(f"aoy:{one.id}:0")
    await cvetka.taps("Angleško sporočilo")
    await cvetka.says("Join us in Celje.")
    await cvetka.taps("Slovensko sporočilo")
    await cvetka.taps("Nazaj", "✔ Popravi")
    assert await said(association, one) == (WORDS, "Join us in Celje.")


async def test_pictures_stay_and_only_text_is_taken(association: Database, writer: PersonId, cvetka: Phone) -> None:
    part = Part("Vabilo", "Vabilo", PICTURE)
    one = await announce(association, writer, sl=kept_part(part))
    await deliver(association, arrives)
    assert "Slike in datoteke ostanejo" in await cvetka.forges(f"aoy:{one.id}:0")
    for content in (photo(caption="Drugo"), document(), {"dice": {"emoji": "🎲", "value": 6}}):
        assert "Popravi se lahko samo besedilo" in await cvetka.sends(**content)
    assert "1.025 znakov, dovoljenih je 1.024. Pošljite krajše." in await cvetka.says("ž" * 1025)
    await cvetka.says("ž" * 1024)
    assert cvetka.bot.shown[1]["method"] == "sendPhoto"
    await cvetka.taps("✔ Popravi")
    now = await association.read(tables.get, one.id)
    assert now is not None
    assert now.content.sl == Part("ž" * 1024, "ž" * 1024, PICTURE)


async def test_what_was_typed_waits(association: Database, writer: PersonId, cvetka: Phone) -> None:
    one, other = await announce(association, writer), await announce(association, writer, words="Drugo obvestilo")
    await deliver(association, arrives)
    await cvetka.forges(f"aoy:{one.id}:0")
    await cvetka.says("Prav")
    await cvetka.taps("Končaj pozneje")
    assert "Vabimo vas" in await cvetka.forges(f"aoy:{other.id}:0")
    await cvetka.taps("Nadaljuj osnutek")
    assert "Prav" in cvetka.reads
    await cvetka.forges(f"aoy:{other.id}:0")
    await cvetka.taps("Začni znova")
    await cvetka.says("Zdaj to")
    await cvetka.taps("✔ Popravi")
    assert await said(association, one) == (WORDS, None)
    assert await said(association, other) == ("Zdaj to", None)


async def test_what_is_planned_goes_with_the_right_text(association: Database, writer: PersonId, cvetka: Phone) -> None:
    one = await announce(association, writer, **LATER)
    await cvetka.forges(f"aoe:{one.id}")
    await cvetka.taps("✏️ Popravi")
    assert "še ni poslano" in await cvetka.says("Prav")
    await cvetka.taps("✔ Popravi")
    assert cvetka.bot.alert == "Popravljeno."
    assert await said(association, one) == ("Prav", None)
    assert await owed_to(association) == []


async def test_what_somebody_else_approved_goes_as_it_was_approved(
    association: Database, writer: PersonId, cvetka: Phone
) -> None:
    one = await announce(association, writer, **LATER)
    careful = Phone(association, 90, "Cvetka", approval=True)
    await careful.forges(f"aoy:{one.id}:0")
    assert careful.bot.alert == "To obvestilo je že potrjeno. Za drugo besedilo ga umaknite in napišite novo."
    await cvetka.forges(f"aoy:{one.id}:0")
    await cvetka.says("Prav")
    careful.updates = cvetka.updates
    assert "že potrjeno" in await careful.forges(cvetka.keys["✔ Popravi"])
    assert await said(association, one) == (WORDS, None)


async def test_what_was_recalled_meanwhile_is_not_put_right(
    association: Database, writer: PersonId, cvetka: Phone
) -> None:
    one = await announce(association, writer)
    await deliver(association, arrives)
    await cvetka.forges(f"aoy:{one.id}:0")
    await cvetka.says("Prav")
    send = cvetka.keys["✔ Popravi"]
    await cvetka.forges(f"aox:{one.id}:1")
    await cvetka.forges(send)
    assert await said(association, one) == (WORDS, None)
    await cvetka.forges(f"aoy:{one.id}:0")
    assert cvetka.bot.alert == "Medtem se je stanje spremenilo. Tu je sveža kartica."
