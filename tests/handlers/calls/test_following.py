"""Members choose what they follow and how they hear of it."""

from datetime import timedelta

from storage.calls.rules import Topic
from storage.database import Database
from tests.handlers.calls.sample import SUBMISSION, publish
from tests.handlers.calls.test_reading import speak_english
from tests.handlers.phone import NOW, Phone
from tests.handlers.post import deliver
from tests.storage.membership.association import KRANJ, KRSKO

NEW = """📣 Nov razpis: Digitalni zakladi 2027
Ministrstvo za kulturo
⏳ še 18 dni · Vprašanja: petek, 19.\u00a0marca, do konca dneva
🗓 Oddaja prijave: sreda, 31.\u00a0marca, do 14.00
💶 do 40.000\u00a0EUR, sofinanciranje 80 %
🏷 Digitalizacija, Dediščina"""


def chosen(phone: Phone) -> list[str]:
    """The days before a deadline that are chosen on the card."""
    return [label.split()[1] for label in phone.keys if label.startswith("✓")]


async def test_whoever_has_never_chosen_is_offered_it_once(association: Database, ana: Phone) -> None:
    assert "O novih razpisih vas lahko obveščamo" in await ana.says("/start")
    assert "Želite za nove razpise izvedeti sproti?" in await ana.taps("Razpisi")
    assert list(ana.keys)[:2] == ["Spremljaj vse", "Izberi teme"]
    assert "O novih razpisih vas lahko obveščamo" not in await ana.says("/start")
    assert "Želite" not in await ana.taps("Razpisi")
    assert "Spremljanje" in ana.keys


async def test_members_of_long_standing_are_not_hinted_at(ana: Phone) -> None:
    ana.now = NOW + timedelta(days=2)
    assert "O novih razpisih" not in await ana.says("/start")
    assert "Želite za nove razpise" in await ana.taps("Razpisi")


async def test_with_one_tap_all_is_followed_and_told_at_once(association: Database, ana: Phone, bojan: Phone) -> None:
    await ana.says("/razpisi")
    assert await ana.taps("Spremljaj vse") == (
        "<b>Spremljanje razpisov</b>\n🏷 Teme: vse\n📨 Novi razpisi: takoj\n💶 Znesek: kateri koli\n"
        "⏰ Opomniki: 14 in 3 dni prej\n⏰ Ob prijavi: 30, 14, 7, 3, 1 dan prej in na dan roka"
    )
    await publish(association)
    came = await deliver(association, NOW, ana, bojan)
    assert came == {"Ana": [NEW], "Bojan": []}
    assert list(ana.keys) == ["Razpis", "Utišaj"]
    assert "O tem razpisu ne sporočamo ničesar več." in await ana.taps("Utišaj")
    assert "O tem razpisu vas spet obveščamo." in await ana.taps("Razpis", "Spet obveščaj")


async def test_topics_are_chosen_one_by_one(association: Database, ana: Phone) -> None:
    await ana.says("/nastavitve")
    await ana.taps("Spremljanje razpisov", "Teme", "Digitalizacija")
    assert "✓ Digitalizacija" in ana.keys
    await ana.taps("Bralna kultura", "✓ Bralna kultura", "Nazaj")
    assert "🏷 Teme: Digitalizacija" in ana.sees
    await publish(association, topics=(Topic.SPACES,))
    await publish(association)
    came = await deliver(association, NOW, ana)
    assert len(came["Ana"]) == 1
    await ana.says("/nastavitve")
    await ana.taps("Spremljanje razpisov", "Teme", "Spremljaj vse")
    assert "Teme: vse" in ana.sees
    await ana.taps("Teme", "✓ Zeleni prehod", "Nazaj")
    assert "Bralna kultura, Dediščina, Digitalizacija" in ana.sees
    assert "Zeleni prehod" not in ana.sees


async def test_digests_come_daily_or_weekly(association: Database, ana: Phone, bojan: Phone) -> None:
    for phone, pace in ((ana, "Vsak dan"), (bojan, "Vsak teden")):
        await phone.forges("rfo::1")
        await phone.taps("Kako pogosto", pace)
    assert "Novi razpisi: ob ponedeljkih ob 8.00" in bojan.sees
    await publish(association, SUBMISSION, title_sl="Prvi")
    await publish(association, SUBMISSION, title_sl="Drugi")
    assert await deliver(association, NOW, ana, bojan) == {"Ana": [], "Bojan": []}
    came = await deliver(association, NOW + timedelta(days=1), ana, bojan)
    assert came == {"Ana": ["📣 2 nova razpisa\nše 29 dni · »Prvi«\nše 29 dni · »Drugi«"], "Bojan": []}
    assert list(ana.keys) == ["Prvi", "Drugi"]
    assert "⏳ še 29 dni" in await ana.taps("Prvi")
    came = await deliver(association, NOW + timedelta(days=7), ana, bojan)
    assert came["Ana"] == []
    assert came["Bojan"] == ["📣 2 nova razpisa\nše 23 dni · »Prvi«\nše 23 dni · »Drugi«"]


async def test_only_from_an_amount_on(association: Database, ana: Phone) -> None:
    await ana.forges("rfo::1")
    assert "Od katerega zneska naprej" in await ana.taps("Znesek")
    assert "Tega zneska ne razumem" in await ana.says("veliko")
    assert await ana.says("45.000 EUR") == "Samo razpisi od 45.000\u00a0EUR naprej?"
    assert "💶 Znesek: od 45.000\u00a0EUR" in await ana.taps("Shrani")
    assert "Na to sporočilo Glasnik ne zna odgovoriti" in await ana.says("50000")
    await publish(association)
    await publish(association, amount=45_000, title_sl="Dovolj")
    await publish(association, amount=None, title_sl="Neznano")
    came = await deliver(association, NOW, ana)
    assert ["Dovolj" in text or "Neznano" in text for text in came["Ana"]] == [True, True]
    await ana.forges("rf")
    await ana.taps("Znesek", "od 5.000")
    assert "od 5.000\u00a0EUR" in ana.sees
    assert "Znesek: kateri koli" in await ana.taps("Znesek", "Ne glede na znesek")
    assert "Znesek: kateri koli" in await ana.forges("rfm:-5")


async def test_only_what_my_library_may_apply_to(association: Database, ana: Phone) -> None:
    await ana.forges("rfo::1")
    assert "Samo razpisi, na katere se vaša knjižnica lahko prijavi" in await ana.taps("Samo za nas")
    await publish(association, kinds=(KRSKO.kind,))
    await publish(association, kinds=(KRANJ.kind,), title_sl="Za nas")
    came = await deliver(association, NOW, ana)
    assert len(came["Ana"]) == 1
    assert "Za nas" in came["Ana"][0]
    await ana.forges("rf")
    assert "Samo razpisi" not in await ana.taps("Vsi razpisi")


async def test_reminders_come_on_the_days_that_were_chosen(association: Database, ana: Phone) -> None:
    await ana.forges("rfo::1")
    await ana.taps("Opomniki")
    assert list(ana.keys)[:6] == [
        "30 dni prej",
        "✓ 14 dni prej",
        "7 dni prej",
        "✓ 3 dni prej",
        "1 dan prej",
        "na dan roka",
    ]
    await ana.taps("✓ 14 dni", "✓ 3 dni", "7 dni", "na dan")
    await ana.taps("Ob prijavi")
    assert chosen(ana) == ["30", "14", "7", "3", "1", "na"]
    await ana.taps("✓ 30 dni", "Ob spremljanju", "Nazaj")
    assert "Opomniki: 7 dni prej in na dan roka" in ana.sees
    assert "Ob prijavi: 14, 7, 3, 1 dan prej in na dan roka" in ana.sees
    await publish(association)
    await deliver(association, NOW, ana)
    came = {day: (await deliver(association, NOW + timedelta(days=day), ana))["Ana"] for day in range(1, 31)}
    assert [day for day, texts in came.items() if texts] == [11, 18, 23, 30]
    await ana.forges("rfl:following")
    await ana.taps("✓ 7 dni", "Nazaj")
    assert "Opomniki: na dan roka\n" in ana.sees
    await ana.taps("Opomniki", "✓ na dan", "Nazaj")
    assert "Opomniki: brez\n" in ana.sees


async def test_a_single_call_is_followed_whatever_its_topic(association: Database, ana: Phone) -> None:
    call = await publish(association)
    await ana.says(f"/start r_{call.id}")
    assert "Ta razpis spremljate." in await ana.taps("Spremljaj")
    came = await deliver(association, NOW + timedelta(days=4), ana)
    assert came["Ana"][0].startswith("⏰ Rok se bliža\nše 14 dni")
    await ana.taps("Razpis")
    assert "Tega razpisa ne spremljate več." in await ana.taps("Ne spremljaj")
    assert await deliver(association, NOW + timedelta(days=15), ana) == {"Ana": []}


async def test_what_waits_of_a_muted_call_does_not_come(association: Database, ana: Phone) -> None:
    await ana.forges("rfo::1")
    call = await publish(association)
    await ana.says(f"/start r_{call.id}")
    await ana.taps("Utišaj")
    assert await deliver(association, NOW, ana) == {"Ana": []}
    await ana.forges("rfs:daily")
    other = await publish(association, title_sl="Drugi")
    await ana.forges(f"rq:{other.id}:1")
    assert await deliver(association, NOW + timedelta(days=1), ana) == {"Ana": []}


async def test_in_english(association: Database, ana: Phone) -> None:
    await association.transact(speak_english, 1)
    await ana.says("/settings")
    assert "Topics: none\nUntil you choose a topic, you hear nothing of new calls." in await ana.taps("Following calls")
    await ana.taps("Topics", "Digitisation", "Back", "How often", "Weekly")
    assert ana.sees == (
        "<b>Following calls</b>\n🏷 Topics: Digitisation\n📨 New calls: on Mondays at 8:00\n"
        "💶 Amount: any\n"
        "⏰ Reminders: 14 and 3 days before\n⏰ When applying: 30, 14, 7, 3, 1 day before and on the day"
    )
    await ana.taps("Amount")
    assert await ana.says("€ 25,000") == "Only calls from 25,000\u00a0EUR on?"
