"""A batch that has paused itself: the office hears of it, and lets it go on or ends it."""

from datetime import timedelta

from sqlalchemy import select

from handlers.features import FEATURES
from storage import batches, due, features, outbox, sending
from storage.batches import BatchId
from storage.database import Database, Tx
from storage.outbox import MessageKey, Owed
from storage.people import PersonId
from storage.sending import Refused, trouble_of
from tests.handlers.calls.sample import publish as publish_call
from tests.handlers.events.test_materials import send
from tests.handlers.events.test_member import person_id
from tests.handlers.phone import NOW, Phone
from tests.handlers.post import deliver
from tests.storage.events.sample import change, publish, register
from tests.storage.membership.association import put

LATER = NOW + timedelta(minutes=11)


async def halt(books: Database, cvetka: Phone) -> None:
    """Let what has changed fall due, and word of it pause itself, as it does when Telegram refuses too much of it."""
    while await books.transact(due.fire, features.on_due(), LATER):
        pass
    await books.transact(_halt, await person_id(cvetka))


def _halt(tx: Tx, told: PersonId) -> None:
    batch = batches.get(tx, BatchId(tx.execute(select(batches.batches.c.id)).scalar_one()))
    assert batch is not None
    assert batches.pause(tx, batch.id, "Bad Request: wrong")
    outbox.owe(tx, [Owed(MessageKey("trouble"), told, trouble_of(batch.kind), {"batch": batch.id}, LATER)], LATER)


async def _in_trouble(books: Database, count: int) -> None:
    """Let a call be published to many, and Telegram refuse the first messages of it."""
    for number in range(count):
        await Phone(books, (await put(books, 1000 + number)).telegram_id).forges("rfo::1")
    await publish_call(books)
    claimed = await books.transact(sending.claim, NOW, count // 2)
    await books.transact(sending.settle, [(one, Refused("kaj pa to")) for one in claimed], NOW)


def _states(tx: Tx) -> list[str]:
    mine = outbox.outbox.c.kind == "call_news"
    return sorted(set(tx.execute(select(outbox.outbox.c.state).where(mine)).scalars()))


async def test_word_of_a_call_that_pauses_itself_is_told_to_the_office_and_goes_on(
    association: Database, cvetka: Phone
) -> None:
    await _in_trouble(association, 80)
    came = await deliver(association, NOW, cvetka)
    assert came["Cvetka"][0].startswith(
        "⏸ Pošiljanje se je samodejno ustavilo: »Digitalni zakladi 2027«\nGre za obvestilo o novem razpisu.\n"
        "Preveč sporočil je Telegram zavrnil z istim razlogom: »kaj pa to«."
    )
    assert "Pošiljanje teče naprej" in await cvetka.taps("▶ Nadaljuj")
    await deliver(association, NOW, cvetka)
    assert await association.read(_states) == ["failed", "sent"]
    assert "O tem je že odločeno" in await cvetka.forges("sv:1:1:1")


async def test_word_of_a_call_that_pauses_itself_is_ended_once_it_was_asked_about(
    association: Database, cvetka: Phone, ana: Phone
) -> None:
    await _in_trouble(association, 80)
    await deliver(association, NOW, cvetka)
    assert "Kar je že poslano, ostane. Želite ustaviti pošiljanje?" in await cvetka.taps("✖ Ustavi")
    assert "Pošiljanje je ustavljeno" in await cvetka.taps("✖ Ustavi")
    assert await association.read(_states) == ["failed", "withdrawn"]
    assert await ana.forges("sv:1:1:1") == "Tega vaša vloga ne omogoča. Kaj lahko urejate, vidite z ukazom /pomoc."


async def test_word_of_a_change_that_has_paused_itself_is_decided_on(
    association: Database, ana: Phone, cvetka: Phone
) -> None:
    event = await publish(association)
    await register(association, event, await person_id(ana))
    await change(association, event, await person_id(cvetka), place="Kranj")
    await halt(association, cvetka)
    came = await deliver(association, LATER, cvetka)
    assert "Pošiljanje se je samodejno ustavilo" in came["Cvetka"][0]
    assert list(cvetka.keys) == ["▶ Nadaljuj", "✖ Ustavi", "Dogodek"]
    assert "Gre za obvestilo o spremembi dogodka." in await cvetka.taps("✖ Ustavi")
    assert (await cvetka.taps("✖ Ustavi")).startswith("Pošiljanje je ustavljeno:")
    assert "O tem je že odločeno" in await cvetka.forges("sv:1:1:1")
    assert await deliver(association, LATER, ana) == {"Ana": []}


async def test_word_of_new_files_that_has_paused_itself_is_decided_on(
    association: Database, ana: Phone, cvetka: Phone
) -> None:
    event = await publish(association)
    await register(association, event, await person_id(ana))
    await send(cvetka, event)
    await halt(association, cvetka)
    came = await deliver(association, LATER, ana, cvetka)
    assert came["Cvetka"][0].startswith(
        "⏸ Pošiljanje se je samodejno ustavilo: »Delavnica: Lokalna zbirka na spletu«\n"
        "Gre za obvestilo o novih gradivih dogodka.\n"
    )
    assert "Pošiljanje teče naprej" in await cvetka.taps("▶ Nadaljuj")
    assert "📎 Nova gradiva" in (await deliver(association, LATER, ana))["Ana"][0]


def test_the_office_hears_of_all_that_may_pause_itself() -> None:
    pushes = {kind for one in FEATURES for kind in one.pushes or ()}
    assert {trouble_of(kind) for one in FEATURES for kind in one.bulks or ()} <= pushes
