"""The office writes an announcement, looks at it and sends it."""

import dataclasses
from datetime import timedelta

from storage.announcements.rules import State
from storage.database import Database
from tests.handlers.announcements.writing import announced, begins, owed_to, writes
from tests.handlers.phone import Phone


async def test_from_a_text_to_everybody(association: Database, cvetka: Phone) -> None:
    assert "Pošljite sporočilo v slovenščini" in await begins(cvetka)
    assert "Slovensko: »Pozdravljeni, {ime}«" in await cvetka.says("Pozdravljeni, {ime}")
    assert "kdor bere angleško, prejme slovensko" in await cvetka.taps("Enako za vse")
    assert "👥 Nihče" in await cvetka.taps("Brez gumbov")
    assert "👥 3 osebe iz 2 knjižnic in 2 iz strokovne službe\nvsi" in await cvetka.taps("Vsi")
    card = await cvetka.taps("Naprej")
    head, letter, _ = (one["plain"] for one in cvetka.bot.shown)
    assert head == "👁 Tako prispe obvestilo:"
    assert letter == "Pozdravljeni, Cvetka"
    size = "👥 3 osebe iz 2 knjižnic in 2 iz strokovne službe"
    assert card.startswith(f"<b>Obvestilo je pripravljeno</b>\n{size}\nvsi\n🕐 Pošlje se takoj.")
    assert "Poslano 0 od 5, čaka 5" in await cvetka.taps("Pošlji")
    (one,) = await announced(association)
    assert one.state is State.SENT
    assert await owed_to(association) == [("announcement", person) for person in range(1, 6)]


async def test_what_a_fast_broadcast_costs_is_said_before_it_goes(association: Database, cvetka: Phone) -> None:
    cvetka.reach = dataclasses.replace(cvetka.reach, per_second=300)
    await writes(cvetka)
    assert "največ 1 zvezdico" in await cvetka.taps("Pošlji")
    assert await announced(association) == []
    await cvetka.taps("Pošlji")
    assert len(await announced(association)) == 1


async def test_what_is_late_by_the_time_it_is_sent_asks_first(association: Database, cvetka: Phone) -> None:
    await writes(cvetka)
    await cvetka.taps("Čas")
    await cvetka.says("jutri ob 10.00")
    plan = cvetka.keys["Načrtuj"]
    cvetka.now += timedelta(days=2)
    assert "Predvideni čas je minil: obvestilo gre takoj." in await cvetka.forges(plan)
    assert await announced(association) == []
    await cvetka.taps("Pošlji")
    (one,) = await announced(association)
    assert one.state is State.SENT


async def test_sent_twice_it_is_one(association: Database, cvetka: Phone) -> None:
    await writes(cvetka)
    send = cvetka.keys["Pošlji"]
    await cvetka.forges(send)
    assert "že poslano" in await cvetka.forges(send)
    assert len(await announced(association)) == 1
