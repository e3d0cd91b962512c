"""How somebody new comes in: an invite of the office's, a telephone in the page, the link, a role confirmed."""

import re

from playwright.async_api import Page, expect

from tests.walk.hand import OFFICE, TEXTS, Album, Hand

LINK = re.compile(r"https://t\.me/GlasnikBot\?start=i_\S+")


async def newcomer(page: Page, name: str, language: str) -> Hand:
    """Add a telephone in the page."""
    await page.locator("#add-person").click()
    await page.locator("#dialog-add-name").fill(name)
    await page.locator(f"#dialog-add input[value={language}]").check()
    await page.locator("#dialog-add button[value=add]").click()
    await page.locator("#dialog-add").wait_for(state="hidden")
    return Hand(page, name, TEXTS.say(language))


async def invite(staff: Hand, role: str, typed: str, library: str, album: Album | None = None) -> str:
    """Let the office make an invite; give its link."""
    await staff.types(OFFICE[staff.say.language])
    await staff.taps("key-invites")
    await staff.taps("key-new-invite")
    await staff.taps(role)
    await staff.taps("key-find")
    await staff.sees("find-ask-library")
    await staff.types(typed)
    await staff.sees("find-found", text=typed)
    if album:
        await album.takes(staff, "find")
    await staff.taps_button(library)
    await staff.taps("key-uses", count=1)
    pictures = staff.phone.locator(".photo img")
    before = await pictures.count()
    await staff.taps("key-days", count=7)
    await pictures.nth(before).wait_for()
    words = staff.log.locator(".words").filter(has_text=LINK).last
    link = LINK.search(await words.inner_text())
    assert link
    if album:
        await album.takes(staff, "invite")
    return link[0]


async def join(hand: Hand, link: str, role: str, library: str, album: Album | None = None) -> None:
    """Let somebody new open the link, read where it leads, and confirm."""
    await hand.types(link)
    await hand.reads(hand.say.label("standing-in-library", role=hand.say.label(role), library=library))
    if album:
        await album.takes(hand, "join")
    await hand.taps("key-join")
    await hand.sees("joined-welcome", name=hand.name)
    await expect(hand.phone.locator(".owner")).to_contain_text(library)


async def confirm(staff: Hand, hand: Hand, role: str, album: Album | None = None) -> None:
    """Let the office confirm that somebody new has a role."""
    await hand.sees("joined-waits", role=hand.say.label(role))
    await staff.reads(staff.say.label("waiting-push", name=hand.name, role=staff.say.label(role))[3:-4])
    if album:
        await album.takes(staff, "to-confirm")
    await staff.taps("key-confirm")
    await hand.sees("decided-confirmed", role=hand.say.label(role))
