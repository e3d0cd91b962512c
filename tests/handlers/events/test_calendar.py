"""Events in people's calendars: as files from the card, and by a secret link."""

from datetime import timedelta

from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream
from ical.event import EventStatus

from handlers.membership import own_calendar
from storage.calls import intents
from storage.calls.rules import Intent
from storage.database import Database
from storage.events import publishing
from storage.events.rules import Event
from storage.people import Role
from tests.handlers.calls.sample import publish as publish_call
from tests.handlers.events.test_member import person_id, speak_english
from tests.handlers.events.test_seats import opens
from tests.handlers.phone import WEB, Phone
from tests.handlers.post import deliver
from tests.storage.events.sample import NOW, START, publish, workshop
from tests.storage.membership.association import KRANJ, put

DAY = timedelta(days=1)


def file_of(phone: Phone) -> str:
    """The file that has just come."""
    return str(phone.bot.shown[-1]["document"].decode())


def read(file: str) -> Calendar:
    """Read a calendar as another program does."""
    return IcsCalendarStream.calendar_from_ics(file)


async def seated(phone: Phone, event: Event) -> None:
    """Have a seat."""
    await opens(phone, event)
    await phone.taps("Prijava")


async def test_the_file_says_what_the_card_says(association: Database, ana: Phone) -> None:
    event = await publish(association, link="https://example.org/soba")
    await seated(ana, event)
    await ana.taps("V koledar")
    assert ana.bot.shown[-1]["filename"] == "dogodek.ics"
    file = file_of(ana)
    assert "METHOD:PUBLISH" in file
    assert "BEGIN:VTIMEZONE\r\nTZID:Europe/Ljubljana" in file
    (found,) = read(file).events
    assert (found.uid, found.sequence, found.status) == (f"event-{event.id}@GlasnikBot.t.me", 1, EventStatus.CONFIRMED)
    assert (found.summary, found.location) == ("Delavnica: Lokalna zbirka na spletu", "Maribor")
    assert (found.dtstart, found.dtend) == (START, START + timedelta(hours=4, minutes=30))
    assert found.description == "Od digitalizacije do objave.\n\nhttps://example.org/soba"


async def test_after_a_change_the_same_entry_has_a_higher_number(
    association: Database, ana: Phone, cvetka: Phone
) -> None:
    event = await publish(association)
    await seated(ana, event)
    await ana.taps("V koledar")
    before = file_of(ana)
    moved = workshop(starts_at=START + DAY, ends_at=START + DAY + timedelta(hours=1))
    await association.transact(publishing.change, event.id, 1, moved, await person_id(cvetka), NOW + DAY)
    await deliver(association, NOW + DAY + timedelta(minutes=11), ana)
    await ana.taps("V koledar")
    (old,), (new,) = read(before).events, read(file_of(ana)).events
    assert (old.uid, old.sequence, new.sequence) == (new.uid, 1, 2)
    assert new.dtstart == START + DAY
    assert new.dtstamp == NOW + DAY


async def test_a_called_off_event_has_a_file_that_takes_it_away(
    association: Database, ana: Phone, cvetka: Phone
) -> None:
    event = await publish(association)
    await seated(ana, event)
    await association.transact(publishing.cancel_event, event.id, await person_id(cvetka), NOW + DAY)
    await deliver(association, NOW + DAY, ana)
    await ana.taps("Iz koledarja")
    file = file_of(ana)
    assert "METHOD:CANCEL" in file
    (found,) = read(file).events
    assert (found.uid, found.sequence) == (f"event-{event.id}@GlasnikBot.t.me", 2)
    assert (found.status, found.summary) == (EventStatus.CANCELLED, "Odpovedano: Delavnica: Lokalna zbirka na spletu")


async def test_without_a_seat_there_is_no_file(association: Database, ana: Phone, bojan: Phone) -> None:
    event = await publish(association, capacity=1, link="https://example.org/soba")
    await seated(bojan, event)
    await opens(ana, event)
    await ana.taps("V vrsto")
    assert "V koledar" not in ana.keys
    assert "V čakalni vrsti ste prvi" in await ana.forges(f"sk:{event.id}")
    assert "soba" not in ana.sees


async def secret_of(phone: Phone) -> str:
    """Get a link from the settings; return its secret."""
    await phone.says("/nastavitve")
    await phone.taps("Koledar")
    await phone.taps("Povezava" if "Povezava" in phone.keys else "Nova povezava")
    if "Nova povezava" in phone.keys:
        await phone.taps("Nova povezava")
    link = next(line for line in phone.sees.splitlines() if line.startswith(WEB))
    return link.removeprefix(f"{WEB}/calendar/").removesuffix(".ics")


async def calendar_of(phone: Phone, secret: str) -> str | None:
    """Read the calendar that a secret opens."""
    found = await phone.db.read(own_calendar.find, phone.reach, secret, phone.now)
    return None if found is None else own_calendar.made(found).content.decode()


async def test_my_seats_are_in_my_calendar_and_those_of_others_are_not(
    association: Database, ana: Phone, bojan: Phone, cvetka: Phone
) -> None:
    mine, off, theirs = [await publish(association, title_sl=title) for title in ("Moj", "Odpadel", "Njegov")]
    for event in (mine, off):
        await seated(ana, event)
    await seated(bojan, theirs)
    await association.transact(publishing.cancel_event, off.id, await person_id(cvetka), NOW)
    file = await calendar_of(ana, await secret_of(ana))
    assert file is not None
    assert [(one.summary, one.status) for one in read(file).events] == [
        ("Moj", EventStatus.CONFIRMED), ("Odpovedano: Odpadel", EventStatus.CANCELLED),
    ]  # fmt: skip
    assert "X-WR-CALNAME:Glasnik" in file
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT4H" in file
    assert "X-PUBLISHED-TTL:PT4H" in file


async def test_a_new_link_ends_the_old_one_at_once(ana: Phone) -> None:
    first = await secret_of(ana)
    assert await calendar_of(ana, first) is not None
    await ana.says("/nastavitve")
    assert "Prikazali smo jo samo enkrat" in await ana.taps("Koledar")
    assert "Stara neha veljati takoj" in await ana.taps("Nova povezava")
    assert await calendar_of(ana, first) is not None
    second = await secret_of(ana)
    assert first != second
    assert await calendar_of(ana, first) is None
    assert await calendar_of(ana, second) is not None


async def test_a_dropped_link_opens_nothing(ana: Phone) -> None:
    secret = await secret_of(ana)
    await ana.says("/nastavitve")
    assert "Jo želite izbrisati?" in await ana.taps("Koledar", "Izbriši")
    assert (await ana.taps("Izbriši")).startswith("Povezava je izbrisana.")
    assert await calendar_of(ana, secret) is None
    assert await calendar_of(ana, "") is None


async def test_whoever_is_forgotten_has_no_calendar(ana: Phone) -> None:
    secret = await secret_of(ana)
    await ana.says("/nastavitve")
    await ana.taps("Pozabi me", "Pozabi me")
    assert await calendar_of(ana, secret) is None


async def test_the_calendar_speaks_the_persons_language(association: Database, ana: Phone, cvetka: Phone) -> None:
    event = await publish(association)
    await seated(ana, event)
    await association.transact(publishing.cancel_event, event.id, await person_id(cvetka), NOW)
    secret = await secret_of(ana)
    await association.transact(speak_english, 1)
    file = await calendar_of(ana, secret)
    assert file is not None
    assert "SUMMARY:Cancelled: Workshop: Local collections online" in file


async def test_where_the_bot_cannot_be_reached_there_is_no_link(association: Database, ana: Phone) -> None:
    ana.reach = type(ana.reach)(ana.bot, association, ana.reach.texts, ana.reach.features, "GlasnikBot")
    await ana.says("/nastavitve")
    assert "Koledar" not in ana.keys
    for forged in ("msc", "mscr:1"):
        assert "Koledarja na povezavi tu ni." in await ana.forges(forged)


async def test_deadlines_of_the_calls_that_my_library_intends_are_in_my_calendar(
    association: Database, ana: Phone
) -> None:
    ours = await publish_call(association)
    await publish_call(association, title_sl="Tuj razpis")
    delegate = await put(association, 6, Role.DELEGATE, KRANJ, name="Darja")
    await association.transact(intents.declare, ours.id, delegate, Intent.APPLYING, NOW)
    file = await calendar_of(ana, await secret_of(ana))
    assert file is not None
    assert len(read(file).events) == len(ours.deadlines) == 2
    assert file.count("Digitalni zakladi 2027") >= 2
    assert "Tuj razpis" not in file
