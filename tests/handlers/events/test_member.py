"""A librarian finds events, registers, cancels and is reminded."""

from datetime import timedelta

from sqlalchemy import update

from handlers.events.push import PUSHES
from storage import sending
from storage.database import Database, Tx
from storage.events import publishing
from storage.events.notices import CANCELLED, REMINDER
from storage.events.rules import Event
from storage.people import PersonId, people
from storage.sending import Claimed
from tests.handlers.phone import TEXTS, Phone
from tests.storage.events.sample import NOW, START, fire, publish, register, seats_taken
from tests.storage.membership.association import put

CARD = """<b>Delavnica: Lokalna zbirka na spletu</b>
Usposabljanje
🗓 sreda, 12. maj 2027, 9.30–\u206014.00
📍 Maribor
30 prostih mest od 30, prijave do 5.\u00a0maja"""

SEATED = "Imate mesto. Opomnili vas bomo teden dni, en dan in dve uri prej."


async def person_id(phone: Phone) -> PersonId:
    """Whose phone this is."""
    person = await phone.me()
    assert person is not None
    return person.id


def speak_english(tx: Tx, telegram_id: int) -> None:
    """Let a person choose English."""
    tx.execute(update(people).where(people.c.telegram_id == telegram_id).values(language="en"))


async def test_from_the_home_card_to_a_seat_and_back(ana: Phone, workshop: Event) -> None:
    await ana.says("/start")
    assert list(ana.keys) == ["Dogodki", "Obravnave", "Razpisi", "Moje", "Obvestila", "Nastavitve"]
    assert "📅" not in ana.sees
    assert (
        await ana.taps("Dogodki")
        == "<b>Dogodki</b>\n1 prihodnji dogodek.\nIzberite dogodek; ✓ pomeni, da imate mesto, "
        "⏳ da čakate nanj, 🎟 da čaka na vaš odgovor."
    )
    assert list(ana.keys) == ["12. 5. · Delavnica: Lokalna zbirka na spletu", "Nazaj"]
    assert await ana.taps("12. 5.") == CARD
    assert list(ana.keys) == ["Prijava", "Opis", "Nazaj"]
    assert (await ana.taps("Prijava")).startswith(SEATED)
    assert list(ana.keys) == ["Odpoved", "Vstopnica", "V koledar", "Opis", "Nazaj"]
    await ana.taps("Nazaj")
    assert list(ana.keys) == ["✓ 12. 5. · Delavnica: Lokalna zbirka na…", "Nazaj"]
    assert "📅 Prijavljeni ste na 1 dogodek" in await ana.says("/start")
    assert await ana.taps("Moje") == "<b>Moje</b>\n📅 Prijavljeni ste na 1 dogodek"
    assert "✅ Imate mesto." in await ana.taps("12. 5.")
    assert "Želite odpovedati prijavo?" in await ana.taps("Odpoved")
    assert "✅ Imate mesto." in await ana.taps("Nazaj")
    assert (await ana.taps("Odpoved", "Odpoved")).startswith("Prijava je odpovedana")
    assert list(ana.keys) == ["Prijava", "Opis", "Nazaj"]
    assert "Niste prijavljeni na noben prihodnji dogodek" in await ana.says("/moje")


async def test_in_english_the_english_title_is_shown(association: Database, ana: Phone, workshop: Event) -> None:
    await association.transact(speak_english, 1)
    assert await ana.says(f"/start e_{workshop.id}") == (
        "<b>Workshop: Local collections online</b>\nTraining\n🗓 Wednesday, 12 May 2027, 9:30–\u206014:00\n📍 Maribor\n"
        "30 free seats of 30, registration until 5\u00a0May"
    )
    assert "From digitising to publishing." in await ana.taps("About")
    assert (await ana.taps("Back", "Register")).startswith("You have a seat. We will remind you a week,")


async def test_without_an_english_title_the_slovene_one_is_shown(association: Database, ana: Phone) -> None:
    event = await publish(association, title_en=None, description_en=None)
    await association.transact(speak_english, 1)
    assert "Lokalna zbirka na spletu" in await ana.says(f"/start e_{event.id}")
    assert "Od digitalizacije do objave." in await ana.taps("About")


async def test_only_the_reminders_that_will_come_are_promised(association: Database, ana: Phone) -> None:
    for days, promised in [
        (30, SEATED),
        (3, "Imate mesto. Opomnili vas bomo en dan in dve uri prej."),
        (0.5, "Imate mesto. Opomnili vas bomo dve uri prej."),
        (0.05, "Imate mesto.\n"),
    ]:
        start = NOW + timedelta(days=days)
        event = await publish(association, starts_at=start, ends_at=start + timedelta(hours=1), closes_at=start)
        await ana.says(f"/start e_{event.id}")
        assert (await ana.taps("Prijava")).startswith(promised)


async def test_a_full_event_says_so(association: Database, ana: Phone, bojan: Phone) -> None:
    event = await publish(association, capacity=1)
    await bojan.says(f"/start e_{event.id}")
    await ana.says(f"/start e_{event.id}")
    assert "1 prosto mesto od 1" in ana.sees
    await bojan.taps("Prijava")
    assert (await ana.taps("Prijava")).startswith("Vsa mesta so zasedena. V čakalni vrsti ste prvi;")
    assert list(ana.keys) == ["Iz vrste", "Opis", "Nazaj"]
    assert "V čakalni vrsti ste prvi;" in await ana.says(f"/start e_{event.id}")


async def test_the_link_is_shown_only_to_those_with_a_seat(association: Database, ana: Phone, bojan: Phone) -> None:
    event = await publish(association, link="https://example.org/soba", place=None)
    assert "soba" not in await ana.says(f"/start e_{event.id}")
    assert "📍 Na spletu" in ana.sees
    assert "🔗 https://example.org/soba" in await ana.taps("Prijava")
    assert "soba" in await ana.says(f"/start e_{event.id}")
    assert "soba" not in await bojan.says(f"/start e_{event.id}")
    assert "soba" not in await ana.taps("Odpoved", "Odpoved")


async def test_closed_started_over_and_cancelled_say_so(
    association: Database, ana: Phone, cvetka: Phone, workshop: Event
) -> None:
    details = workshop.details
    for now, said in [
        (details.closes_at - timedelta(hours=20), "30 prostih mest od 30, prijave do 5.\u00a0maja ob 9.30"),
        (details.closes_at, "Prijave so se zaprle 5.\u00a0maja."),
        (START, "Dogodek že poteka."),
        (details.ends_at, "Dogodek je minil."),
    ]:
        ana.now = now
        assert (await ana.says(f"/start e_{workshop.id}")).endswith(said)
        assert ("Prijava" in ana.keys) == (now < details.closes_at)
    ana.now = details.closes_at
    assert (await ana.forges(f"er:{workshop.id}")).startswith("Prijava ni več mogoča.")
    await association.transact(publishing.cancel_event, workshop.id, await person_id(cvetka), NOW)
    assert (await ana.forges(f"er:{workshop.id}")).endswith("Dogodek je odpovedan.")
    assert "ni razpisanih dogodkov" in await ana.says("/dogodki")


async def test_a_link_to_nothing_says_so(ana: Phone) -> None:
    for link in ("e_1", "e_", "e_x", "e_" + "9" * 40, "e_²"):
        assert (await ana.says(f"/start {link}")).startswith("Tega dogodka ni.")
    assert (await ana.forges("er:12345")).startswith("Tega dogodka ni.")
    assert (await ana.forges("ex:12345:1")).startswith("Tega dogodka ni.")


async def test_a_forged_button_does_not_touch_the_seat_of_another(
    association: Database, ana: Phone, bojan: Phone, workshop: Event
) -> None:
    await register(association, workshop, await person_id(ana))
    assert (await bojan.forges(f"ex:{workshop.id}:1")).startswith("Na ta dogodek niste prijavljeni.")
    assert await association.read(seats_taken, workshop.id) == 1


async def test_nine_events_are_two_pages(association: Database, ana: Phone) -> None:
    for day in range(9):
        await publish(association, starts_at=START + timedelta(days=day), ends_at=START + timedelta(days=day, hours=1))
    assert "9 prihodnjih dogodkov." in await ana.says("/events")
    assert "Stran 1 od 2." in ana.sees
    assert len(ana.keys) == 8 + 2
    assert "Stran 2 od 2." in await ana.taps("Naprej")
    await ana.taps("20. 5.")
    assert "Stran 2 od 2." in await ana.taps("Nazaj")
    assert "Stran 1 od 2." in await ana.taps("Prej")


async def test_of_many_seats_some_are_on_the_card_of_all_that_is_mine(association: Database, ana: Phone) -> None:
    for day in range(4):
        event = await publish(
            association, starts_at=START + timedelta(days=day), ends_at=START + timedelta(days=day, hours=1)
        )
        await register(association, event, await person_id(ana))
    assert "Prijavljeni ste na 4 dogodke" in await ana.says("/moje")
    assert len(ana.keys) == 5
    await ana.taps("12. 5.")
    assert "Prijavljeni ste na 4 dogodke" in await ana.taps("Nazaj")
    assert "4 dogodki;" in await ana.taps("Vsi moji dogodki (4)")
    await ana.taps("15. 5.")
    assert "4 dogodki;" in await ana.taps("Nazaj")
    assert "Prijavljeni ste na 4 dogodke" in await ana.taps("Nazaj")


async def test_a_reminder_as_it_is_read(association: Database, ana: Phone, workshop: Event) -> None:
    await register(association, workshop, await person_id(ana))
    day_before = START - timedelta(days=1)
    await fire(association, day_before)
    (claimed,) = await association.transact(sending.claim, day_before, 10)
    assert claimed.kind == REMINDER
    assert claimed.to.person_id is not None
    facts = await association.read(PUSHES[REMINDER].load, claimed.to.person_id, claimed.args, day_before)
    shown = PUSHES[REMINDER].show(facts, TEXTS.say("sl"), day_before)
    assert shown.text == (  # type: ignore[union-attr] # a reminder is a card
        "Jutri ob 9.30: »Delavnica: Lokalna zbirka na spletu«, Maribor.\n"
        "Ne morete priti? Odpovejte, da dobi mesto kdo drug."
    )
    ana.now = day_before
    assert (await ana.forges(f"ec:{workshop.id}")).startswith("Hvala, računamo na vas.")
    assert (await ana.taps("Odpoved", "Odpoved")).startswith("Prijava je odpovedana")
    assert not (await ana.forges(f"ec:{workshop.id}")).startswith("Hvala")


async def test_word_of_a_cancelled_event_as_it_is_read(
    association: Database, ana: Phone, cvetka: Phone, workshop: Event
) -> None:
    await register(association, workshop, await person_id(ana))
    await association.transact(publishing.cancel_event, workshop.id, await person_id(cvetka), NOW)
    (claimed,) = await association.transact(sending.claim, NOW, 10)
    assert isinstance(claimed, Claimed)
    assert claimed.to.person_id is not None
    facts = await association.read(PUSHES[CANCELLED].load, claimed.to.person_id, claimed.args, NOW)
    shown = PUSHES[CANCELLED].show(facts, TEXTS.say("sl"), NOW)
    assert shown.text == (  # type: ignore[union-attr] # word of it is a card
        "<b>Odpovedano: »Delavnica: Lokalna zbirka na spletu«, sreda, 12. maj 2027, ob 9.30</b>\n"
        "Dogodka ne bo, vaša prijava ne velja več."
    )


async def test_what_staff_typed_is_not_taken_for_markup(association: Database, ana: Phone) -> None:
    event = await publish(association, title_sl="A <b> & B", place="<i>", description_sl="1 < 2")
    assert "<b>A &lt;b&gt; &amp; B</b>" in await ana.says(f"/start e_{event.id}")
    assert "📍 &lt;i&gt;" in ana.sees
    assert "1 &lt; 2" in await ana.taps("Opis")


async def test_a_stranger_sees_no_event(association: Database, workshop: Event) -> None:
    stranger = Phone(association, 77, "Neža")
    for seen in (
        await stranger.says("/dogodki"),
        await stranger.says(f"/start e_{workshop.id}"),
        await stranger.forges(f"er:{workshop.id}"),
    ):
        assert "Glasnik" in seen
        assert "Delavnica" not in seen
    assert await association.read(seats_taken, workshop.id) == 0
    await put(association, 77)
    assert "Delavnica" in await stranger.says(f"/start e_{workshop.id}")
