"""At the door: a ticket is shown, names are ticked, whoever comes without a seat is let in."""

import io
from datetime import timedelta
from itertools import pairwise

import pytest
import segno
from PIL import Image

from handlers.events.checkin import buttons
from handlers.events.checkin.door import LIVE
from handlers.events.push import PUSHES
from storage.database import Database
from storage.events import attendance, checkin, publishing
from storage.events.notices import REMINDER
from storage.events.reading import Card, card
from storage.events.rules import Event, RegistrationId
from tests.handlers.events.test_member import person_id, speak_english
from tests.handlers.phone import TEXTS, Phone
from tests.storage.events.afterwards import AT_DOOR, OVER, number_of, secret_of
from tests.storage.events.sample import START, publish, register
from tests.storage.membership.association import KRANJ, KRSKO, put


async def seat(books: Database, phone: Phone, event: Event) -> str:
    """Give somebody a seat; return the secret on the ticket."""
    person = await person_id(phone)
    await register(books, event, person)
    return await books.read(secret_of, await books.read(number_of, event.id, person))


def read(png: bytes, link: str) -> list[list[int]]:
    """Read the dots of the code on a ticket: 1 is dark."""
    page = Image.open(io.BytesIO(png)).convert("L")
    middle = page.crop((0, page.height * 33 // 100, page.width, page.height * 82 // 100))
    left, top, right, bottom = middle.point(lambda grey: 255 * (grey < 128)).getbbox() or (0, 0, 0, 0)
    size = len(segno.make_qr(link, error="q").matrix)
    dot, rest = divmod(right - left, size)
    assert (rest, bottom - top) == (0, right - left), "Each dot has the same number of pixels."
    places = range(dot // 2, size * dot, dot)
    return [[int(middle.getpixel((left + x, top + y)) == 0) for x in places] for y in places]


async def test_whoever_has_a_seat_has_a_ticket_that_a_camera_reads(
    association: Database, ana: Phone, workshop: Event
) -> None:
    await ana.says(f"/start e_{workshop.id}")
    assert "Vstopnica" not in ana.keys
    await ana.taps("Prijava", "Vstopnica")
    shown = ana.bot.shown[-1]
    assert shown["plain"].startswith("🎟 »Delavnica: Lokalna zbirka na spletu«, sreda, 12. maj 2027, ob 9.30\nNa vhodu")
    secret = await association.read(secret_of, RegistrationId(1))
    link = f"https://t.me/GlasnikBot?start=t_{secret}"
    assert read(shown["photo"], link) == [list(row) for row in segno.make_qr(link, error="q").matrix]
    assert len(await ana.says("/moje"))


async def test_the_longest_words_on_a_ticket_lie_apart(association: Database, ana: Phone) -> None:
    event = await publish(
        association, title_sl="Dolg naslov " * 10, place="Dvorana v hiši " * 13, ends_at=START + timedelta(days=1)
    )
    await ana.says(f"/start e_{event.id}")
    await ana.taps("Prijava", "Vstopnica")
    page = Image.open(io.BytesIO(ana.bot.shown[-1]["photo"])).convert("L")
    rows = [page.crop((0, y, page.width, y + 1)) for y in range(page.height * 3 // 10)]
    written = [row.getextrema()[0] != row.getextrema()[1] for row in rows]
    lines = sum(now and not before for before, now in pairwise([False, *written]))
    assert (lines, written[-3:]) == (8, [False] * 3), "The kind, four lines of title, the time, two of the place."


async def test_what_is_online_only_has_no_ticket(association: Database, ana: Phone) -> None:
    event = await publish(association, place=None, link="https://example.org/soba")
    await ana.says(f"/start e_{event.id}")
    await ana.taps("Prijava")
    assert "Vstopnica" not in ana.keys


async def test_the_ticket_comes_with_the_reminder_of_the_day(
    association: Database, ana: Phone, workshop: Event
) -> None:
    await seat(association, ana, workshop)
    for before, there in [(timedelta(days=1), False), (timedelta(hours=2), True)]:
        facts = await association.read(card, workshop.id, await person_id(ana), START - before)
        assert isinstance(facts, Card)
        screen = PUSHES[REMINDER].show(facts, TEXTS.say("sl"), START - before)
        labels = [key.label for row in screen.keys for key in row]  # type: ignore[union-attr]
        assert ("Vstopnica" in labels) == there


async def test_the_office_scans_a_ticket_once(
    association: Database, ana: Phone, cvetka: Phone, workshop: Event
) -> None:
    secret = await seat(association, ana, workshop)
    cvetka.now = AT_DOOR
    assert await cvetka.says(f"/start t_{secret}") == (
        "✓ <b>Ana, Mestna knjižnica Kranj</b>\n»Delavnica: Lokalna zbirka na spletu«\nPrišlo: <b>1</b> od 1"
    )
    cvetka.now = AT_DOOR + timedelta(minutes=5)
    assert (await cvetka.says(f"/start t_{secret}")).startswith("Na dogodku že od 9.10.\nAna, Mestna knjižnica Kranj")
    assert "Odpoved" not in await ana.says(f"/start e_{workshop.id}")
    assert not {"Odpoved", "Zamenjava"} & set(ana.keys)


async def test_whoever_has_come_is_told_at_once_that_it_cannot_be_cancelled(
    association: Database, ana: Phone, cvetka: Phone
) -> None:
    event = await publish(association, free_until=START - timedelta(days=2))
    secret = await seat(association, ana, event)
    cvetka.now = ana.now = AT_DOOR
    await cvetka.says(f"/start t_{secret}")
    assert (await ana.forges(f"ex:{event.id}:0")).startswith("Prihod je že zabeležen, zato odpoved ni mogoča.")


async def test_a_scan_is_taken_back(association: Database, ana: Phone, cvetka: Phone, workshop: Event) -> None:
    secret = await seat(association, ana, workshop)
    cvetka.now = AT_DOOR
    await cvetka.says(f"/start t_{secret}")
    back = cvetka.keys["Razveljavi"]
    assert await cvetka.forges(back) == ("Vpis je razveljavljen: Ana, Mestna knjižnica Kranj\nPrišlo: <b>0</b> od 1")
    assert await cvetka.forges(back) == "Tega vpisa ni več mogoče razveljaviti."


async def test_from_a_ticket_that_does_not_hold_the_way_leads_back_to_the_door_where_one_stands(
    association: Database, ana: Phone, bojan: Phone, cvetka: Phone, workshop: Event
) -> None:
    other = await publish(association, title_sl="Okrogla miza")
    mine, theirs = await seat(association, ana, workshop), await seat(association, bojan, other)
    cvetka.now = AT_DOOR
    await cvetka.forges(buttons.Door(workshop.id).pack())
    for secret in (theirs, "A" * 16):
        await cvetka.says(f"/start t_{secret}")
        assert "Vhod: »Delavnica: Lokalna zbirka na spletu«" in await cvetka.taps("Vhod")
    assert (await cvetka.says(f"/start t_{mine}")).startswith("✓ <b>Ana")


async def test_a_ticket_says_in_words_why_it_does_not_hold(
    association: Database, ana: Phone, bojan: Phone, cvetka: Phone
) -> None:
    event = await publish(association, capacity=1)
    other = await publish(association, title_sl="Okrogla miza")
    mine, waits = await seat(association, ana, event), await seat(association, bojan, event)
    cvetka.now = AT_DOOR - timedelta(days=2)
    assert "drug dogodek: »Delavnica: Lokalna zbirka na spletu«" in await cvetka.says(f"/start t_{mine}")
    cvetka.now = AT_DOOR
    assert "je v čakalni vrsti" in await cvetka.says(f"/start t_{waits}")
    assert "Vpis" in cvetka.keys
    await cvetka.forges(buttons.Door(other.id).pack())
    assert "Vstopnica je za drug dogodek" in await cvetka.says(f"/start t_{mine}")
    assert (await cvetka.taps("Vpis")).startswith("✓ <b>Ana")
    assert "Te vstopnice ni." in await cvetka.says("/start t_neznano")
    await association.transact(publishing.cancel_event, event.id, await person_id(cvetka), AT_DOOR)
    assert "je odpovedan" in await cvetka.says(f"/start t_{mine}")


async def test_once_attendance_is_confirmed_the_way_leads_from_the_door_to_the_attendance(
    association: Database, ana: Phone, cvetka: Phone, workshop: Event
) -> None:
    secret, cvetka.now = await seat(association, ana, workshop), OVER
    await association.transact(attendance.confirm, workshop.id, await person_id(cvetka), OVER, everybody=False)
    assert (await cvetka.says(f"/start t_{secret}")).startswith(TEXTS.say("sl")("door-confirmed"))
    assert "Udeležba:" in await cvetka.taps("Udeležba")
    walks_in = buttons.WalkInMember(workshop.id, await person_id(cvetka), 1).pack()
    assert await cvetka.forges(walks_in) == TEXTS.say("sl")("door-closed")


async def test_whoever_is_not_of_the_office_opens_their_own_ticket_and_learns_nothing_of_any_other(
    association: Database, ana: Phone, bojan: Phone, workshop: Event
) -> None:
    secret = await seat(association, ana, workshop)
    ana.now = bojan.now = AT_DOOR
    await ana.says(f"/start t_{secret}")
    assert "photo" in ana.bot.shown[0]
    nothing = TEXTS.say("sl")("ticket-not-yours")
    for one in (secret, secret[:-1] + "x", "neznano", "' OR 1=1", "x" * 60):
        assert await bojan.says(f"/start t_{one}") == nothing
    stranger = Phone(association, 77, "Žan")
    assert await stranger.says(f"/start t_{secret}") == TEXTS.say("sl")("stranger")
    assert (await association.read(checkin.numbers, workshop.id)).came == 0


async def test_a_ticket_that_was_given_up_is_void_for_its_owner(
    association: Database, ana: Phone, workshop: Event
) -> None:
    secret = await seat(association, ana, workshop)
    await ana.says(f"/start e_{workshop.id}")
    await ana.taps("Odpoved", "Odpoved")
    assert await ana.says(f"/start t_{secret}") == TEXTS.say("sl")("ticket-void")


async def test_names_are_ticked_by_library(
    association: Database, ana: Phone, bojan: Phone, cvetka: Phone, workshop: Event
) -> None:
    for phone in (ana, bojan):
        await seat(association, phone, workshop)
    cvetka.now = AT_DOOR
    await cvetka.says("/urad")
    card = await cvetka.taps("Dogodki", "12. 5.", "Vhod")
    assert card.startswith("🚪 <b>Vhod: »Delavnica: Lokalna zbirka na spletu«</b>")
    assert "Prišlo: <b>0</b> od 2" in card
    await cvetka.taps("Seznam")
    assert list(cvetka.keys)[:2] == ["Mestna knjižnica Kranj · 0/1", "Valvasorjeva knjižnica Krško · 0/1"]
    await cvetka.taps("Mestna", "Ana")
    assert "✓ Ana" in cvetka.keys
    await cvetka.taps("✓ Ana")
    assert "Ana" in cvetka.keys
    await cvetka.taps("Ana", "Nazaj")
    assert next(iter(cvetka.keys)) == "Mestna knjižnica Kranj · 1/1"
    assert "Prišlo: <b>1</b> od 2" in await cvetka.taps("Nazaj")


async def test_two_hundred_names_are_paged(association: Database, cvetka: Phone) -> None:
    event = await publish(association, capacity=300)
    for number in range(200):
        person = await put(
            association, 1000 + number, library=KRANJ if number % 2 else KRSKO, name=f"Oseba {number:03}"
        )
        await register(association, event, person.id)
    cvetka.now = AT_DOOR
    await cvetka.forges(buttons.DoorNames(event.id, KRANJ.id, 0).pack())
    seen = set(cvetka.keys) - {"Naprej", "Nazaj"}
    while "Naprej" in cvetka.keys:
        await cvetka.taps("Naprej")
        seen |= set(cvetka.keys) - {"Naprej", "Nazaj", "Prej"}
    assert len(seen) == 100


async def test_a_member_without_a_seat_is_let_in(
    association: Database, ana: Phone, cvetka: Phone, workshop: Event
) -> None:
    cvetka.now = AT_DOOR
    await cvetka.forges(buttons.Door(workshop.id).pack())
    assert "Kdo je na vhodu?" in await cvetka.taps("Brez prijave")
    assert "Imenu »ana« ustrezajo" in await cvetka.says("ana")
    assert list(cvetka.keys)[:2] == ["Ana, Mestna knjižnica Kranj", "Od drugod: ana"]
    assert await cvetka.taps("Ana") == "✓ <b>Ana</b>\nVpis brez prijave, na prosto mesto."
    assert list(cvetka.keys) == ["Razveljavi", "Naslednji", "Vhod"]
    assert "Med njimi 1 oseba brez prijave." in await cvetka.forges(cvetka.keys["Vhod"])
    await cvetka.forges(buttons.TakeBack(RegistrationId(1)).pack())
    assert "Prišlo: <b>0</b> od 0" in await cvetka.taps("Vhod")


async def test_beyond_the_seats_a_guest_comes_in_once_the_office_says_so(
    association: Database, ana: Phone, cvetka: Phone
) -> None:
    event = await publish(association, capacity=1)
    await seat(association, ana, event)
    cvetka.now = AT_DOOR
    await cvetka.forges(buttons.WalkIn(event.id).pack())
    assert "Med člani ni imena" in await cvetka.says("Ministrica Horvat")
    question = await cvetka.taps("Od drugod: Ministrica Horvat")
    assert "Zasedena mesta: 1 od 1." in question
    assert (await association.read(checkin.numbers, event.id)).came == 0
    sure = cvetka.keys["Vpis"]
    assert "nad številom mest" in await cvetka.forges(sure)
    assert TEXTS.say("sl")("conversation-gone") == await cvetka.forges(sure)
    assert (await association.read(checkin.numbers, event.id)).came == 1


async def test_on_another_day_the_door_is_closed(association: Database, cvetka: Phone, workshop: Event) -> None:
    assert TEXTS.say("sl")("door-closed") in await cvetka.forges(buttons.Door(workshop.id).pack())
    assert list(cvetka.keys) == ["Nazaj"]
    assert TEXTS.say("sl")("door-closed") in await cvetka.forges(buttons.WalkIn(workshop.id).pack())


async def test_the_card_of_the_door_lives_until_the_day_is_over(
    association: Database, ana: Phone, cvetka: Phone, workshop: Event
) -> None:
    secret = await seat(association, ana, workshop)
    office, live = await cvetka.me(), LIVE["event_door"]
    member = await ana.me()
    assert office is not None
    assert member is not None
    cvetka.now = AT_DOOR
    await cvetka.says(f"/start t_{secret}")
    facts = await association.read(live.load, office, {"event": workshop.id}, AT_DOOR)
    assert "Prišlo: <b>1</b> od 1" in live.show(facts, TEXTS.say("sl"), AT_DOOR).text
    assert not live.over(facts)
    assert live.over(await association.read(live.load, office, {"event": workshop.id}, OVER + timedelta(days=1)))
    assert await association.read(live.load, member, {"event": workshop.id}, AT_DOOR) is None


@pytest.mark.parametrize("text", ["<b>Ana</b> & sin", "Ana \x00", "🏛" * 40, "x" * 400])
async def test_whatever_is_typed_as_a_guest_is_shown_as_it_is(
    association: Database, cvetka: Phone, workshop: Event, text: str
) -> None:
    cvetka.now = AT_DOOR
    await cvetka.forges(buttons.WalkIn(workshop.id).pack())
    await cvetka.says(text)
    assert (await cvetka.taps("Od drugod")).startswith("✓ <b>")


async def test_the_door_in_english(association: Database, ana: Phone, cvetka: Phone, workshop: Event) -> None:
    secret = await seat(association, ana, workshop)
    await association.transact(speak_english, 90)
    cvetka.now = AT_DOOR
    assert await cvetka.says(f"/start t_{secret}") == (
        "✓ <b>Ana, Mestna knjižnica Kranj</b>\n“Workshop: Local collections online”\nHere: <b>1</b> of 1"
    )
