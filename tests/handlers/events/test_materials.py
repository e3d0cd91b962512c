"""The office sends slides and minutes; those they are meant for get them, and nobody else."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from handlers.events.materials import buttons
from handlers.events.materials.push import BULKS
from storage.batches import BatchId
from storage.database import Database, Tx
from storage.events import materials
from storage.events.materials import MaterialId
from storage.events.rules import Event
from storage.outbox import outbox
from storage.people import PersonId
from storage.sending import Moot
from tests.handlers.events.test_member import person_id
from tests.handlers.phone import NOW, TEXTS, Phone
from tests.storage.events.sample import fire, register

FILE: dict[str, Any] = {"document": {"file_id": "f1", "file_unique_id": "f1", "file_name": "prosojnice.pdf"}}
PICTURE: dict[str, Any] = {
    "photo": [{"file_id": "p1", "file_unique_id": "p1", "width": 1, "height": 1}], "caption": "Tabla po delavnici",
}  # fmt: skip


async def send(cvetka: Phone, event: Event, whom: str = "Za vse z mestom") -> None:
    """Send two files to an event."""
    await cvetka.forges(buttons.OfficeMaterials(event.id, 0).pack())
    await cvetka.taps("Dodaj", whom)
    await cvetka.sends(**FILE)
    await cvetka.sends(**PICTURE)
    assert "• prosojnice.pdf\n• Tabla po delavnici" in cvetka.sees
    assert "Objavljeni sta 2 datoteki." in await cvetka.taps("Objavi")


async def test_the_office_sends_files_and_whoever_has_a_seat_gets_them(
    association: Database, ana: Phone, bojan: Phone, cvetka: Phone, workshop: Event
) -> None:
    await register(association, workshop, await person_id(ana))
    await ana.says(f"/start e_{workshop.id}")
    assert "Gradiva" not in ana.keys
    await send(cvetka, workshop)
    await ana.says(f"/start e_{workshop.id}")
    await ana.taps("Gradiva")
    assert list(ana.keys) == ["prosojnice.pdf", "Tabla po delavnici", "Nazaj"]
    await ana.taps("prosojnice")
    assert (ana.bot.shown[-1]["method"], ana.bot.shown[-1]["document"]) == ("sendDocument", "f1")
    await ana.forges(buttons.GetMaterial(MaterialId(2)).pack())
    assert (ana.bot.shown[-1]["method"], ana.bot.shown[-1]["photo"]) == ("sendPhoto", "p1")
    await bojan.says(f"/start e_{workshop.id}")
    assert "Gradiva" not in bojan.keys
    assert TEXTS.say("sl")("materials-none") in await bojan.forges(buttons.Materials(workshop.id, 0).pack())


async def test_whoever_gives_up_the_seat_does_not_get_them_any_more(
    association: Database, ana: Phone, cvetka: Phone, workshop: Event
) -> None:
    await register(association, workshop, await person_id(ana))
    await send(cvetka, workshop)
    get = buttons.GetMaterial(MaterialId(1)).pack()
    await ana.forges(get)
    assert "document" in ana.bot.shown[-1]
    await ana.says(f"/start e_{workshop.id}")
    await ana.taps("Odpoved", "Odpoved")
    assert await ana.forges(get) == TEXTS.say("sl")("materials-gone")


async def test_they_are_told_in_one_message(association: Database, ana: Phone, cvetka: Phone, workshop: Event) -> None:
    await register(association, workshop, await person_id(ana))
    await send(cvetka, workshop)
    await send(cvetka, workshop)
    await fire(association, NOW + timedelta(minutes=10))

    def owed(tx: Tx) -> list[tuple[BatchId, PersonId]]:
        rows = tx.execute(outbox.select().where(outbox.c.kind == materials.KIND)).mappings()
        return [(row["batch_id"], row["person_id"]) for row in rows]

    [(batch, person)] = await association.read(owed)
    assert person == await person_id(ana)
    bulk = BULKS[materials.KIND]
    facts = await association.read(bulk.load, batch, NOW)
    to: Any = SimpleNamespace(to=SimpleNamespace(telegram_id=1))
    calls = bulk.calls(facts, to, TEXTS.say("sl"))
    assert isinstance(calls, list)
    assert calls[0].parameters["text"] == "📎 Nova gradiva: »Delavnica: Lokalna zbirka na spletu«, sreda, 12. maj 2027."
    for number in range(1, 5):
        await association.transact(materials.remove, MaterialId(number), await person_id(cvetka), NOW)
    assert bulk.calls(await association.read(bulk.load, batch, NOW), to, TEXTS.say("sl")) == Moot()


async def test_the_office_takes_a_file_away(association: Database, cvetka: Phone, workshop: Event) -> None:
    await send(cvetka, workshop)
    await cvetka.taps("Gradiva", "prosojnice.pdf · z mestom")
    assert "Želite odstraniti »prosojnice.pdf«?" in await cvetka.taps("Odstrani")
    assert await cvetka.taps("Odstrani") == TEXTS.say("sl")("materials-removed")
    await cvetka.taps("Nazaj")
    assert list(cvetka.keys) == ["Tabla po delavnici · z mestom", "Dodaj", "Nazaj"]


async def test_what_is_no_file_is_said_and_nothing_is_lost(
    association: Database, cvetka: Phone, workshop: Event
) -> None:
    await cvetka.forges(buttons.SendMaterials(workshop.id).pack())
    assert TEXTS.say("sl")("materials-choose-readers") in await cvetka.sends(**FILE)
    await cvetka.taps("Za vse članice")
    await cvetka.sends(**FILE)
    assert TEXTS.say("sl")("materials-no-file") in await cvetka.says("prosojnice")
    assert "• prosojnice.pdf" in cvetka.sees
    for _ in range(9):
        await cvetka.sends(**FILE)
    assert "10 datotek" in await cvetka.sends(**FILE)
    await cvetka.taps("Odstrani zadnjo")
    assert cvetka.sees.count("•") == 9


async def test_a_picture_without_a_name_is_a_picture(association: Database, cvetka: Phone, workshop: Event) -> None:
    await cvetka.forges(buttons.SendMaterials(workshop.id).pack())
    await cvetka.taps("Za udeležence")
    assert "• Slika" in await cvetka.sends(photo=PICTURE["photo"])
