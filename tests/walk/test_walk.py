"""The walk through the demo, as somebody does who sees it for the first time; in Slovene and in English."""

import re
from datetime import datetime, timedelta

import pytest
from playwright.async_api import Page, expect

from handlers.dates.writing import month_name
from storage.events.rules import LEADS, Lead
from tests.walk.hand import OFFICE, TEXTS, Album, Hand, now_of, office, until
from tests.walk.joining import confirm, invite, join, newcomer

pytestmark = [pytest.mark.long, pytest.mark.timeout(400)]

KRANJ, KRSKO = "Mestna knjižnica Kranj", "Valvasorjeva knjižnica Krško"
TITLES = {"sl": "Branje z najmlajšimi", "en": "Reading with the youngest"}
DESCRIPTIONS = {
    "sl": "Primeri dobre prakse in pogovor o branju v vrtcih.",
    "en": "What works, and a conversation about reading in nurseries.",
}
EVENTS = {"sl": "/dogodki", "en": "/events"}
SOON = {"sl": "kmalu", "en": "soon"}
AT_NOON = {"sl": "%-d. %-m. %Y ob 12.00", "en": "%-d %B %Y at 12:00"}


async def _write(staff: Hand, start: datetime, album: Album) -> None:
    """Let the office write an event up to its preview: with buttons, by typing, and once so that it is not clear."""
    language = staff.say.language
    await staff.types(OFFICE[language])
    await staff.taps("key-events")
    await staff.taps("key-new-event")
    await staff.taps("event-kind-training")
    await staff.sees("guide-ask-title-sl")
    await staff.types(TITLES["sl"])
    await staff.sees("guide-ask-title-en")
    await staff.types(TITLES["en"])
    await staff.sees("guide-ask-description-sl")
    await staff.types(DESCRIPTIONS["sl"])
    await staff.sees("guide-ask-description-en")
    await staff.types(DESCRIPTIONS["en"])
    await staff.sees("guide-ask-day")
    await staff.taps_button("›")
    month = month_name(start.year, start.month, language)
    await staff.keys(month).wait_for()
    await album.takes(staff, "calendar")
    await staff.taps_button(str(start.day))
    await staff.sees("guide-ask-hour")
    await staff.types(SOON[language])
    await staff.sees("guide-misread-hour", said=SOON[language])
    await album.takes(staff, "not-understood")
    await staff.types("9.30")
    await staff.sees("guide-ask-ends-at")
    await staff.types("13h")
    await staff.sees("guide-ask-place")
    await staff.types("Trg celjskih knezov 8, Celje")
    await staff.sees("guide-ask-link")
    await staff.taps("key-skip")
    await staff.sees("guide-ask-capacity")
    await staff.types("20")
    await staff.sees("guide-ask-closes-at")
    await staff.types((start - timedelta(days=1)).strftime(AT_NOON[language]))


async def _open(hand: Hand) -> None:
    """Open the new event from the list that is shown."""
    title = re.compile(re.escape(TITLES[hand.say.language].split()[0]))
    await hand.presses(hand.keys(title))


async def _register(hand: Hand, *leads: Lead) -> None:
    """Find the new event and register; these reminders are to come."""
    await hand.types(EVENTS[hand.say.language])
    await hand.sees("events-choose")
    await _open(hand)
    await hand.taps("key-register")
    *first, last = (hand.say.label(f"event-lead-{lead}") for lead in leads)
    await hand.sees("event-seated-reminders", when=hand.say.label("event-leads", first=", ".join(first), last=last))


async def _manage(staff: Hand) -> None:
    """Open the new event as the office sees it."""
    await staff.types(OFFICE[staff.say.language])
    await staff.taps("key-events")
    await staff.sees("office-events-choose")
    await _open(staff)


async def _until_reminded(hand: Hand, start: datetime) -> None:
    """Move the clock on until a week before the event."""
    await until(hand.page, start - timedelta(days=7))
    await hand.sees("reminder-cannot")


async def _look_around(page: Page, staff: Hand, reminded: Hand) -> None:
    """Load the page anew, which loses nothing, and let each look at something else."""
    await page.reload()
    await reminded.sees("reminder-cannot")
    await expect(page.locator(".device.loading")).to_have_count(0)
    darja, bojan = Hand(page, "Darja", TEXTS.say("sl")), Hand(page, "Bojan", TEXTS.say("en"))
    await _manage(staff)
    await staff.taps("key-who-comes")
    await staff.reads(f"{KRSKO}: 1 (Filip)")
    await darja.types("/urad")
    await darja.taps("key-members")
    await darja.reads("Stran 1 od")
    await bojan.types("/events")
    await bojan.sees("events-choose")
    await reminded.phone.scroll_into_view_if_needed()
    await reminded.sees("reminder-cannot")


async def _gather(page: Page, staff: Hand, album: Album) -> tuple[Hand, Hand]:
    """A librarian joins, and a delegate whom the office confirms."""
    link = await invite(staff, "role-librarian", "krsko", KRSKO, album)
    filip = await newcomer(page, "Filip", album.language)
    await join(filip, link, "role-librarian", KRSKO, album)
    await album.takes(filip, "joined")
    link = await invite(staff, "role-delegate", "kranj", KRANJ)
    eva = await newcomer(page, "Eva", album.language)
    await join(eva, link, "role-delegate", KRANJ)
    await confirm(staff, eva, "role-delegate", album)
    return filip, eva


@pytest.mark.asyncio(loop_scope="session")
async def test_walk(page: Page, album: Album, language: str) -> None:
    staff = await office(page, language)
    await page.locator("#hint-close").click()
    filip, eva = await _gather(page, staff, album)

    start = (await now_of(page)).replace(day=1, hour=9, minute=30, second=0, microsecond=0) + timedelta(days=32)
    start = start.replace(day=15)
    await _write(staff, start, album)
    await staff.sees(f"guide-preview-{language}")
    await album.takes(staff, "preview")
    await staff.taps("key-publish")
    await staff.sees("event-published", title=TITLES[language])

    await _register(filip, *LEADS)
    await album.takes(filip, "registered")
    ana = Hand(page, "Ana", TEXTS.say("sl"))
    await _register(ana, *LEADS)
    await _manage(staff)
    await staff.taps("key-who-comes")
    await staff.reads(f"{KRANJ}: 1 (Ana)")
    await staff.reads(f"{KRSKO}: 1 (Filip)")
    await album.takes(staff, "who-comes")

    await _until_reminded(filip, start)
    await album.takes(filip, "reminded")
    if language == "sl":
        await _look_around(page, staff, filip)
        await album.takes_page("demo")
    await filip.taps("key-unregister")
    await filip.sees("event-unregister-question", title="", when="")
    await filip.taps("key-unregister")
    await filip.sees("event-unregistered")
    await album.takes(filip, "gave-up")

    await _register(eva, Lead.DAY, Lead.HOURS)
    await _manage(staff)
    await staff.taps("key-call-off")
    await staff.sees("call-off-told", count=2)
    await album.takes(staff, "call-off")
    await staff.taps("key-call-off")
    await staff.sees("call-off-done", title=TITLES[language])
    for hand in (ana, eva):
        await hand.sees("called-off-means")
    await album.takes(eva, "called-off")
    assert await filip.log.get_by_text(filip.say.label("called-off-means")).count() == 0
