"""The walk through an event of few seats: a waiting list, a lapsed offer, a swap, a change, the door, a certificate."""

from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from playwright.async_api import Page

from storage.people import Role
from tests.walk.crowd import join
from tests.walk.hand import OFFICE, TEXTS, Album, Hand, jump, now_of, office, take
from tests.walk.joining import invite, newcomer
from tests.walk.joining import join as join_by_link

pytestmark = [pytest.mark.long, pytest.mark.timeout(400)]

KRSKO = "Valvasorjeva knjižnica Krško"
TITLE = "Arhiv v knjižnici"
PLACES = ("Knjižnica Celje, Muzejski trg 1a", "Knjižnica Velenje, Šaleška 21")
QUESTION = {"sl": "Kosilo? | Lunch?", "en": "Kosilo? | Lunch?"}
OPTIONS = "Z mesom | With meat\nBrez mesa | Without meat"
CHOICE = {"sl": "Brez mesa", "en": "Without meat"}
EVENTS = {"sl": "/dogodki", "en": "/events"}
AT = {"sl": "%-d. %-m. %Y ob 9.30", "en": "%-d %B %Y at 9:30"}
SLIDES = "prosojnice.pdf"
WHOLE_NAME = "Gregor Šuštar"


def _at(day: datetime, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day.date(), time(hour, minute), day.tzinfo)


async def _write(staff: Hand, start: datetime, album: Album) -> None:
    """Write an event of two seats, with hours for the certificate and a question."""
    language = staff.say.language
    await staff.types(OFFICE[language])
    await staff.taps("key-events")
    await staff.taps("key-new-event")
    await staff.taps("event-kind-training")
    await staff.sees("guide-ask-title-sl")
    await staff.types(TITLE)
    for asked in ("title-en", "description-sl"):
        await staff.sees(f"guide-ask-{asked}")
        await staff.taps("key-skip")
    await staff.sees("guide-ask-day")
    await staff.types(start.strftime(AT[language]))
    await staff.sees("guide-ask-ends-at")
    await staff.types("13h")
    await staff.sees("guide-ask-place")
    await staff.types(PLACES[0])
    await staff.sees("guide-ask-link")
    await staff.taps("key-skip")
    await staff.sees("guide-ask-capacity")
    await staff.types("2")
    await staff.sees("guide-ask-closes-at")
    await staff.taps("key-closes-0")
    await staff.taps("key-change")
    await staff.taps("key-field-add", name=staff.say.label("key-field-hours"))
    await staff.sees("guide-ask-hours")
    await staff.types("4")
    await _ask(staff, album)
    await staff.sees(f"guide-preview-{language}")
    await album.takes(staff, "preview")
    await staff.taps("key-publish")
    await staff.sees("event-published", title=TITLE)


async def _ask(staff: Hand, album: Album) -> None:
    """Add a question with answers to choose from."""
    language = staff.say.language
    await staff.taps("key-change")
    await staff.taps("key-field-add", name=staff.say.label("key-field-questions"))
    await staff.sees("guide-ask-questions")
    await staff.taps("key-question-add")
    await staff.sees("guide-ask-wording")
    await staff.types(QUESTION[language])
    await staff.sees("guide-ask-options")
    await staff.types(OPTIONS)
    await staff.taps("key-keep")
    await staff.sees("guide-ask-question")
    await album.takes(staff, "question")
    await staff.taps("key-back")
    await staff.taps("key-keep")


async def _opens(hand: Hand) -> None:
    """Open the event from the list."""
    await hand.types(EVENTS[hand.say.language])
    await hand.presses(hand.keys(TITLE))
    await hand.has("key-back")


async def _registers(hand: Hand, key: str) -> None:
    """Ask for a seat, or a place in the list, and answer the question."""
    await _opens(hand)
    await hand.taps(key)
    await hand.taps_button(CHOICE[hand.say.language])
    await hand.taps("key-answers-register")


async def _manages(staff: Hand) -> None:
    """Open the office's card of the event."""
    await staff.types(OFFICE[staff.say.language])
    await staff.taps("key-events")
    await staff.presses(staff.keys(TITLE))
    await staff.has("key-back")


async def _offer(page: Page, bojan: Hand, filip: Hand, gregor: Hand, album: Album) -> None:
    """Let a seat be given up, offered to the first in the list, who does not answer, and taken by the next."""
    await _opens(bojan)
    await bojan.taps("key-unregister")
    await bojan.sees("event-unregister-question", title=TITLE, when="")
    await bojan.taps("key-unregister")
    await bojan.sees("event-unregistered")
    await filip.sees("offered", title=TITLE)
    await album.takes(filip, "offered")
    now = await now_of(page)
    await jump(page, _at(now + timedelta(days=2), 12))
    await filip.sees("lapsed-join")
    await album.takes(filip, "lapsed")
    await gregor.sees("offered", title=TITLE)
    await gregor.taps("key-accept")
    await gregor.has("key-ticket")


async def _swap(eva: Hand, ana: Hand, album: Album) -> None:
    """Let a delegate give the seat to a colleague, who accepts."""
    await _opens(eva)
    await eva.taps("key-give-seat")
    await eva.taps_button("Ana")
    await eva.taps("key-give-sure")
    await album.takes(eva, "swap")
    await ana.reads("Eva")
    await ana.taps("key-accept")
    await ana.taps_button(CHOICE["sl"])
    await ana.taps("key-answers-swap")
    await ana.has("key-ticket")
    await eva.sees("swap-answered-accepted-mine", name="Ana")


async def _move(page: Page, staff: Hand, gregor: Hand, album: Album) -> None:
    """Let the office change the place: those who come are told once, what was and what is."""
    await _manages(staff)
    await staff.taps("key-edit-event")
    await staff.taps("key-field-place")
    await staff.sees("guide-ask-place")
    await staff.types(PLACES[1])
    await staff.sees("change-together")
    await album.takes(staff, "change")
    await staff.taps("key-save")
    await staff.sees("event-changed", title=TITLE)
    await jump(page, await now_of(page) + timedelta(minutes=11))
    await gregor.sees("changed-before", was=PLACES[0])
    await album.takes(gregor, "changed")


async def _come(page: Page, staff: Hand, gregor: Hand, start: datetime, album: Album) -> None:
    """Let the day come: a ticket, and the door."""
    await jump(page, start - timedelta(hours=2) + timedelta(minutes=1))
    await gregor.sees("reminder-cannot")
    pictures = gregor.phone.locator(".photo img")
    before = await pictures.count()
    await gregor.taps("key-ticket")
    await pictures.nth(before).wait_for()
    await album.takes(gregor, "ticket")
    await _manages(staff)
    await staff.taps("key-door")
    await staff.taps("key-door-list")
    await staff.taps_button("Mariborska")
    await staff.taps_button("Gregor")
    await staff.has("key-lists-there", name="Gregor")
    await staff.taps("key-back")
    await staff.sees("lists-choose-library")
    await staff.taps("key-back")
    await staff.sees("door-how")
    await album.takes(staff, "door")


async def _certify(page: Page, staff: Hand, gregor: Hand, end: datetime, album: Album) -> None:
    """Let the office confirm who was there, and the certificate be made."""
    await jump(page, end + timedelta(minutes=30))
    await _manages(staff)
    await staff.taps("key-attendance")
    await staff.taps("key-attendance-confirm")
    await staff.sees("attendance-ask-means")
    await staff.taps("key-attendance-confirm")
    await staff.sees("attendance-confirmed")
    await album.takes(staff, "attendance")
    await gregor.sees("attended-means")
    await gregor.taps("key-certificate")
    await gregor.sees("certificate-name-kept")
    await gregor.types(WHOLE_NAME)
    await gregor.taps("key-certificate-make")
    await gregor.phone.locator("a.file").filter(has_text=".pdf").wait_for()
    await album.takes(gregor, "certificate")


async def _attach(page: Page, staff: Hand, gregor: Hand, album: Album) -> None:
    """Let the office attach slides for those who came: they are told, and get them."""
    await staff.taps("key-materials")
    await staff.taps("key-materials-send")
    await staff.taps("key-materials-attended")
    await staff.sees("materials-ask-files")
    await staff.sends(SLIDES, b"%PDF-1.7\n%%EOF\n")
    await staff.sees("materials-more")
    await album.takes(staff, "materials")
    await staff.taps("key-materials-attach")
    await staff.sees("materials-telling")
    await jump(page, await now_of(page) + timedelta(minutes=11))
    await gregor.has("key-materials")
    await gregor.taps("key-materials")
    await gregor.taps_button(SLIDES)
    await gregor.phone.locator("a.file").filter(has_text=SLIDES).wait_for()
    await album.takes(gregor, "got")


async def _rate(page: Page, gregor: Hand, end: datetime, album: Album) -> None:
    """Let the survey come, once, and be answered."""
    await jump(page, _at(end + timedelta(days=1), 12))
    await gregor.sees("survey-anonymous")
    await album.takes(gregor, "survey")
    await gregor.taps("key-survey-stars", stars=5)
    await gregor.sees("survey-more")


@pytest.mark.asyncio(loop_scope="session")
async def test_event(page: Page, album: Album, language: str, tmp_path: Path) -> None:
    album.walk = "event-"
    bojan = await take(page, "Bojan", "en", language)
    staff = await office(page, language)
    await page.locator("#hint-close").click()
    await join(page, tmp_path, "Ana", language, {"Eva": Role.DELEGATE})
    await join(page, tmp_path, "Bojan", language, {"Gregor": Role.LIBRARIAN})
    ana, eva, gregor = (
        Hand(page, name, TEXTS.say(spoken)) for name, spoken in (("Ana", "sl"), ("Eva", language), ("Gregor", language))
    )
    link = await invite(staff, "role-librarian", "krsko", KRSKO)
    filip = await newcomer(page, "Filip", language)
    await join_by_link(filip, link, "role-librarian", KRSKO)

    start = _at(await now_of(page) + timedelta(days=12), 9, 30)
    await _write(staff, start, album)
    for hand in (eva, bojan):
        await _registers(hand, "key-register")
        await hand.has("key-ticket")
    for position, hand in enumerate((filip, gregor), 1):
        await _registers(hand, "key-wait")
        await hand.sees("event-waiting", position=position)
    await album.takes(gregor, "waiting")
    await _offer(page, bojan, filip, gregor, album)
    await _swap(eva, ana, album)
    await _move(page, staff, gregor, album)
    await _come(page, staff, gregor, start, album)
    end = _at(start, 13)
    await _certify(page, staff, gregor, end, album)
    await _attach(page, staff, gregor, album)
    await _rate(page, gregor, end, album)
