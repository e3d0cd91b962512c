"""The walk through the demo, as somebody does who sees it for the first time; in Slovene and in English."""

import re
from datetime import datetime, timedelta
from pathlib import Path

import aiohttp
import pytest
from playwright.async_api import Page

from handlers.texts import Texts
from storage.local_time import LJUBLJANA
from tests.walk.hand import Album, Hand

TEXTS = Texts(strict=True)
BOJAN, CVETKA = 1002, 1003
LIBRARY = "Mestna knjižnica Kranj"
TITLES = {"sl": "Branje z najmlajšimi", "en": "Reading with the youngest"}
DESCRIPTIONS = {
    "sl": "Primeri dobre prakse in pogovor o branju v vrtcih.",
    "en": "What works, and a conversation about reading in nurseries.",
}

SOON = {"sl": "kmalu", "en": "soon"}
OFFICE = {"sl": "/urad", "en": "/office"}
SURE = {"sl": "Želite odpovedati prijavo?", "en": "Would you like to cancel it?"}


async def _number(page: Page, name: str) -> int:
    async with aiohttp.ClientSession(page.url) as http, http.get("/people") as answer:
        return next(int(one["id"]) for one in await answer.json() if one["first_name"] == name)


async def _newcomer(page: Page, name: str, language: str) -> Hand:
    """Add a telephone in the page."""
    await page.locator("#add-person").click()
    await page.locator("#dialog-add-name").fill(name)
    await page.locator(f"#dialog-add input[value={language}]").check()
    await page.locator("#dialog-add button[value=add]").click()
    await page.locator("#dialog-add").wait_for(state="hidden")
    return Hand(page, await _number(page, name), TEXTS.say(language))


async def _invite(staff: Hand, album: Album) -> str:
    """Let the office make an invite for a delegate; give its link."""
    await staff.types(OFFICE[staff.say.language])
    await staff.taps("key-invites")
    await staff.taps("key-new-invite")
    await staff.taps("role-delegate")
    await staff.taps("key-find")
    await staff.sees("find-ask-library")
    await staff.types("kranj")
    await album.takes(staff, "find-library")
    await staff.taps_button(LIBRARY)
    await staff.taps_button("1 ")
    await staff.taps_button("7 ")
    link = await (await staff.reads("https://t.me/GlasnikBot?start=i_")).inner_text()
    await staff.phone.locator(".photo img").last.wait_for()
    await album.takes(staff, "invite")
    found = re.search(r"https://t\.me/\S+", link)
    assert found
    return found[0]


async def _create(staff: Hand, album: Album) -> None:
    """Let the office write and publish an event, with the calendar's buttons and by typing."""
    await staff.types(OFFICE[staff.say.language])
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
    await staff.taps_button("15")
    await staff.sees("guide-ask-hour")
    await album.takes(staff, "create")
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
    await staff.types(SOON[staff.say.language])
    await staff.sees("guide-misread-moment", said=SOON[staff.say.language])
    await album.takes(staff, "not-understood")
    await staff.taps("key-closes-1")
    await staff.sees("key-preview-sl")
    await album.takes(staff, "preview")
    await staff.taps("key-publish")
    await staff.sees("event-published", title=TITLES[staff.say.language])
    await album.takes(staff, "published")


async def _confirm(staff: Hand, album: Album) -> None:
    """Let the office confirm the delegate, from the message that says so."""
    await staff.taps("key-confirm")
    await staff.reads("Eva – ")
    await album.takes(staff, "confirmed")


async def _register(hand: Hand, answer: str) -> None:
    """Find the new event in the list and register."""
    await hand.types("/dogodki")
    await hand.sees("events-choose")
    title = TITLES[hand.say.language].split()[0]
    await hand.phone.locator(".keyboard").last.get_by_role("button", name=title).click()
    await hand.taps("key-register")
    await hand.sees(answer)


async def _manage(staff: Hand) -> None:
    """Open the new event as the office sees it."""
    await staff.types(OFFICE[staff.say.language])
    await staff.taps("key-events")
    title = TITLES[staff.say.language].split()[0]
    await staff.phone.locator(".keyboard").last.get_by_role("button", name=title).click()


async def _until_reminded(hand: Hand) -> None:
    """Move the clock on, to the next thing due each time, until a week before the event."""
    today = datetime.now(LJUBLJANA).date()  # noqa: TID251 - the demo's clock begins with the real one
    start = (today.replace(day=1) + timedelta(days=32)).replace(day=15)
    day = today
    while day < start - timedelta(days=7):
        async with hand.page.expect_response("**/demo/clock") as moved:
            await hand.page.locator("#clock-next").click()
        day = datetime.fromisoformat((await (await moved.value).json())["now"]).date()
    await hand.sees("reminder-cannot")


@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize("language", ["sl", "en"])
async def test_walk(page: Page, pictures: Path | None, language: str) -> None:
    album = Album(page, pictures, language)
    staff = Hand(page, CVETKA, TEXTS.say("sl"))
    await staff.phone.get_by_role("textbox").wait_for()
    await album.takes_page(f"{language}-first-view")
    if language == "en":
        await staff.phone.locator("header.owner").get_by_text("EN").click()
        await staff.types("/settings")
        await staff.taps("key-other-language")
        staff = Hand(page, CVETKA, TEXTS.say("en"))
        await staff.reads(staff.say.label("settings-language"))

    link = await _invite(staff, album)
    eva = await _newcomer(page, "Eva", language)
    await eva.types(link)
    await eva.reads(LIBRARY)
    await album.takes(eva, "join")
    await eva.taps("key-join")
    await eva.sees("joined-welcome", name="Eva")
    await album.takes(eva, "joined")
    await staff.reads("Eva")
    await album.takes(staff, "waiting")
    await _confirm(staff, album)
    await eva.sees("decided-confirmed", role=eva.say.label("role-delegate"))

    await _create(staff, album)
    await _register(eva, "event-seated-week")
    await album.takes(eva, "registered")
    await _manage(staff)
    await staff.taps("key-who-comes")
    await staff.reads(LIBRARY)
    await album.takes(staff, "who-comes")
    await _until_reminded(eva)
    await album.takes(eva, "reminded")
    if language == "sl":
        await album.takes_page("demo")
    await eva.taps("key-unregister")
    await eva.reads(SURE[language])
    await album.takes(eva, "sure")
    await eva.taps("key-unregister")
    await eva.sees("event-unregistered")
    await album.takes(eva, "cancelled")

    await _register(eva, "event-seated-day")
    await _manage(staff)
    await staff.taps("key-call-off")
    await staff.sees("call-off-told", count=1)
    await album.takes(staff, "call-off")
    await staff.taps("key-call-off")
    await staff.sees("call-off-done", title=TITLES[staff.say.language])
    await eva.sees("called-off-means")
    await album.takes(eva, "called-off")
