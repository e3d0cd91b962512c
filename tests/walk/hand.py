"""A person at a telephone of the chat page: sees, taps and types in the browser."""

import io
import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from html import unescape
from pathlib import Path

from PIL import Image
from playwright.async_api import Locator, Page

from handlers.texts import Say, Texts
from storage.local_time import LJUBLJANA

TEXTS = Texts(strict=True)
TAG, ANY = re.compile("<[^>]+>"), re.compile("")
OFFICE = {"sl": "/urad", "en": "/office"}
COLOURS = 256
"""So many are enough for a telephone, and a picture is less than half the size."""


@dataclass
class Hand:
    """One telephone of the page. Labels are the texts' keys, so that a walk reads the same in each language."""

    page: Page
    name: str
    say: Say
    since: int = field(default=0)
    """The message that this hand sent or tapped last: what it taps next is there or below, whatever else comes."""

    @property
    def phone(self) -> Locator:
        """The telephone."""
        owner = self.page.get_by_role("heading", name=self.name, exact=True)
        return self.page.locator("section.phone").filter(has=owner)

    @property
    def log(self) -> Locator:
        """The chat."""
        return self.phone.get_by_role("log")

    def keys(self, name: str | re.Pattern[str] = ANY, *, exact: bool = False) -> Locator:
        """The buttons of this name on the newest card that has one."""
        wanted = self.page.get_by_role("button", name=name, exact=exact)
        cards = self._messages(">=").locator(".keyboard").filter(has=wanted)
        return cards.last.get_by_role("button", name=name, exact=exact)

    async def taps(self, key: str, **values: str | int) -> None:
        """Tap the button that begins with a text's label."""
        await self.taps_button(self.say.label(key, **values))

    async def taps_button(self, label: str) -> None:
        """Tap the button that begins with these words."""
        await self.presses(self.keys(re.compile("^" + re.escape(label).replace("/", r"\/"), re.IGNORECASE)).first)

    async def presses(self, key: Locator) -> None:
        """Tap a button once its card has changed since it was tapped before."""
        fresh = key.and_(self.page.locator(":not([data-tapped])"))
        card = fresh.locator("xpath=ancestor::*[@data-message][1]")
        self.since = int(await card.get_attribute("data-message") or 0)
        await fresh.click()

    async def has(self, key: str, **values: str | int) -> None:
        """Wait for a button with this label."""
        await self.keys(self.say.label(key, **values), exact=True).first.wait_for()

    async def types(self, text: str) -> None:
        """Write a message, send it, and wait for what is answered."""
        await self.phone.get_by_role("textbox").fill(text)
        await self._enters()
        await self._messages(">").first.wait_for()

    async def sends(self, name: str, content: bytes) -> None:
        """Attach a file and send it."""
        await self.phone.locator("input[type=file]").set_input_files({"name": name, "mimeType": "", "buffer": content})
        await self._enters()

    async def _enters(self) -> None:
        async with self.page.expect_response("**/people/*/send") as answer:
            await self.phone.get_by_role("textbox").press("Enter")
        self.since = (await (await answer.value).json())["message_id"]

    def _messages(self, compared: str) -> Locator:
        return self.log.locator(f"xpath=.//*[@data-message {compared} {self.since}]")

    async def sees(self, key: str, **values: str | int) -> Locator:
        """Wait for the last line of a text in a message."""
        line = self.say(key, **values).splitlines()[-1]
        return await self.reads(unescape(TAG.sub("", line)))

    async def reads(self, words: str) -> Locator:
        """Wait for words in a message; give the newest place where they stand."""
        found = self.log.get_by_text(words).last
        await found.wait_for()
        return found


async def office(page: Page, language: str) -> Hand:
    """Take the office's telephone and set it to the language."""
    return await take(page, "Cvetka", "sl", language)


async def take(page: Page, name: str, native: str, language: str) -> Hand:
    """Take the telephone of somebody in the demo and set it to the language."""
    hand = Hand(page, name, TEXTS.say(native))
    await hand.sees("home-greeting", name=name)
    if language != native:
        await hand.phone.get_by_role("button", name=language.upper(), exact=True).click()
        await hand.types("/settings")
        await hand.taps("key-other-language")
        hand.say = TEXTS.say(language)
        await hand.sees("settings-language")
    return hand


async def now_of(page: Page) -> datetime:
    """Read the demo's clock, in Ljubljana and not in its offset of today: summer time may begin on the way."""
    now = await page.evaluate("fetch('/demo').then((it) => it.json()).then((it) => it.now)")
    return datetime.fromisoformat(now).astimezone(LJUBLJANA)


async def until(page: Page, moment: datetime) -> None:
    """Move the clock on, to the next thing due each time, until a moment."""
    while await now_of(page) < moment:
        async with page.expect_response("**/demo/clock"):
            await page.locator("#clock-next").click()


async def jump(page: Page, moment: datetime) -> None:
    """Move the clock to a moment; what falls due in the last minutes before it is told after all else."""
    for then in (moment - timedelta(minutes=10), moment):
        seconds = (then - await now_of(page)).total_seconds()
        await page.request.post("/demo/clock", data={"seconds": seconds})


@dataclass
class Album:
    """The pictures of a walk, numbered as they are taken; without a folder none are."""

    page: Page
    folder: Path | None
    language: str
    walk: str = ""
    count: int = field(default=0)

    async def takes(self, hand: Hand, name: str) -> None:
        """Picture a telephone as it stands, at the end of its chat."""
        self.count += 1
        if self.folder:
            log = await hand.log.element_handle()
            await self.page.wait_for_function("log => log.scrollHeight - log.scrollTop - log.clientHeight < 2", arg=log)
            await self._settle()
            self._keep(await hand.phone.screenshot(), f"{self.language}-{self.walk}{self.count:02}-{name}")

    async def takes_page(self, name: str) -> None:
        """Picture the whole page."""
        if self.folder:
            await self._settle()
            self._keep(await self.page.screenshot(), name)

    def _keep(self, png: bytes, name: str) -> None:
        if self.folder:
            self.folder.mkdir(parents=True, exist_ok=True)
            picture = Image.open(io.BytesIO(png)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
            picture.save(self.folder / f"{name}.png", optimize=True)

    async def _settle(self) -> None:
        """Take the pointer and the caret away and let transitions come to their end."""
        await self.page.mouse.move(0, 0)
        await self.page.evaluate("document.activeElement.blur()")
        await self.page.evaluate("Promise.allSettled(document.getAnimations().map((one) => one.finished))")
        await self.page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
