"""The walk through an announcement, as the office sends it and as a member gets it; in Slovene and in English."""

import pytest
from playwright.async_api import Page, expect

from tests.walk.hand import OFFICE, TEXTS, Album, Hand, office

pytestmark = [pytest.mark.long, pytest.mark.timeout(400)]

WORDS = {
    "sl": "Pozdravljeni, {ime}! Osnutek novega zakona o knjižničarstvu je v javni razpravi do petka.",
    "en": "Hello, {name}! The draft of the new library act is open for comments until Friday.",
}
RIGHT = {
    "sl": "Pozdravljeni, {ime}! Osnutek novega zakona o knjižničarstvu je v javni razpravi do ponedeljka.",
    "en": "Hello, {name}! The draft of the new library act is open for comments until Monday.",
}
LATER = {"sl": "jutri ob 25h", "en": "tomorrow at 25h"}


async def _write(staff: Hand, album: Album) -> None:
    """Write the announcement in both languages, with buttons, up to whom it goes to."""
    await staff.types(OFFICE[album.language])
    await staff.taps("key-office-announcements")
    await staff.sees("desk-none")
    await staff.taps("key-new-announcement")
    await staff.sees("compose-ask-sl")
    await staff.types(WORDS["sl"])
    await staff.sees("compose-ask-en")
    await staff.types(WORDS["en"])
    await staff.sees("compose-ask-buttons")
    await staff.taps("key-have-read")
    await staff.sees("compose-buttons", names=staff.say.label("key-have-read"))
    await staff.taps("key-add-event")
    await staff.sees("compose-ask-event")
    await staff.presses(staff.keys().first)
    await staff.sees("compose-ask-buttons")
    await album.takes(staff, "written")
    await staff.taps("key-keep")


async def _choose(staff: Hand, album: Album) -> None:
    """Choose everybody but the office."""
    await staff.sees("audience-nobody")
    await staff.taps("key-audience-all")
    await staff.has("key-plus", name=staff.say.label("key-audience-all"))
    await staff.taps("key-taking-away")
    await staff.sees("audience-ask-minus")
    await staff.taps("key-role-office")
    await staff.has("key-minus", name=staff.say.label("key-role-office"))
    await album.takes(staff, "audience")
    await staff.taps("key-keep")
    await staff.sees("compose-ready")


async def _send(staff: Hand, album: Album) -> None:
    """Look at when it could go, have a colleague look at it, and send it."""
    await album.takes(staff, "ready")
    await staff.taps("key-when")
    await staff.sees("compose-ask-day")
    await staff.types(LATER[album.language])
    await album.takes(staff, "when")
    await staff.taps("key-at-once")
    await staff.sees("compose-when-now")
    await staff.taps("key-send")
    await staff.sees("desk-status-done")
    await album.takes(staff, "sent")


async def _read(page: Page, album: Album) -> Hand:
    """Let Ana, who reads Slovene, or Bojan, who reads English, say that they have read it."""
    name = {"sl": "Ana", "en": "Bojan"}[album.language]
    member = Hand(page, name, TEXTS.say(album.language))
    await member.reads(WORDS[album.language].split("! ")[1])
    await album.takes(member, "arrived")
    await member.taps("key-have-read")
    await expect(page.locator("#dialog-alert-text")).to_have_text(member.say.label("announcement-confirmed"))
    await page.locator("#dialog-alert-ok").click()
    return member


async def _remind(staff: Hand, album: Album) -> None:
    """See who has read it, as a chart too, and remind the other one."""
    await staff.taps("key-desk-read")
    await staff.taps("key-desk-chart")
    await staff.sees("read-within", hour=1, day=1)
    await staff.phone.locator(".photo img").last.wait_for()
    await album.takes(staff, "chart")
    await staff.taps("key-back")
    await staff.has("key-desk-chart")
    await staff.taps("key-back")
    await staff.taps("key-desk-remind", count=1)
    await staff.page.locator("#dialog-alert-ok").click()
    name, language = {"sl": ("Bojan", "en"), "en": ("Ana", "sl")}[album.language]
    other = Hand(staff.page, name, TEXTS.say(language))
    await other.sees("announcement-reminder")
    await album.takes(other, "reminded")


async def _follow_up(staff: Hand, member: Hand, album: Album) -> None:
    """See whom it has reached and who has read it, remind the other one, put the text right."""
    await staff.taps("key-desk-refresh")
    await staff.sees("desk-confirmed", confirmed=1, asked=2)
    await staff.taps("key-desk-reach")
    await staff.sees("reach-count", reached=2, count=58)
    await album.takes(staff, "reach")
    await staff.taps("key-back")
    await _remind(staff, album)
    await staff.taps("key-desk-correct")
    await staff.sees("correct-ask-language")
    await staff.taps(f"key-edit-{album.language}")
    await staff.sees(f"correct-ask-{album.language}")
    await staff.types(RIGHT[album.language])
    await staff.sees("compose-arrives-en")
    await album.takes(staff, "correction")
    await staff.taps("key-correct-send")
    await member.reads(RIGHT[album.language].split("! ")[1])
    await album.takes(member, "corrected")


async def _recall(staff: Hand, member: Hand, album: Album) -> None:
    """Find it in the archive, and take it back."""
    await member.types("/start")
    await member.taps("key-archive")
    await member.sees("archive-count", count=1)
    await album.takes(member, "archive")
    await staff.taps("key-desk-recall")
    await staff.sees("desk-recall-means")
    await album.takes(staff, "recall")
    await staff.taps("key-desk-recall")
    await staff.sees("desk-status-recalled")
    await expect(member.log.get_by_text(RIGHT[album.language].split("! ")[1])).to_have_count(0)


@pytest.mark.asyncio(loop_scope="session")
async def test_announcement(page: Page, album: Album, language: str) -> None:
    album.walk = "announcement-"
    staff = await office(page, language)
    await page.locator("#hint-close").click()
    await _write(staff, album)
    await _choose(staff, album)
    await _send(staff, album)
    member = await _read(page, album)
    await _follow_up(staff, member, album)
    await _recall(staff, member, album)
