"""A person at a telephone of the chat page: sees, taps and types in the browser."""

import io
import re
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

from PIL import Image
from playwright.async_api import Locator, Page

from handlers.texts import Say, Texts

TEXTS = Texts(strict=True)
TAG = re.compile("<[^>]+>")
OFFICE = {"sl": "/urad", "en": "/office"}
COLOURS = 256
"""So many are enough for a telephone, and a picture is less than half the size."""


@dataclass
class Hand:
    """One telephone of the page. Labels are the texts' keys, so that a walk reads the same in each language."""

    page: Page
    name: str
    say: Say

    @property
    def phone(self) -> Locator:
        """The telephone."""
        owner = self.page.get_by_role("heading", name=self.name, exact=True)
        return self.page.locator("section.phone").filter(has=owner)

    @property
    def log(self) -> Locator:
        """The chat."""
        return self.phone.get_by_role("log")

    async def taps(self, key: str, **values: str | int) -> None:
        """Tap the button that begins with a text's label."""
        await self.taps_button(self.say.label(key, **values))

    async def taps_button(self, label: str) -> None:
        """Tap the button of the newest card that begins with these words."""
        name = re.compile("^" + re.escape(label).replace("/", r"\/"), re.IGNORECASE)
        await self.phone.locator(".keyboard").last.get_by_role("button", name=name).first.click()

    async def has(self, key: str, **values: str | int) -> None:
        """Wait for a button with this label on the newest card."""
        name = self.say.label(key, **values)
        await self.phone.locator(".keyboard").last.get_by_role("button", name=name, exact=True).wait_for()

    async def types(self, text: str) -> None:
        """Write a message, send it, and wait for what is answered."""
        box, messages = self.phone.get_by_role("textbox"), self.phone.locator("[data-message]")
        answer = messages.nth(await messages.count() + 1)
        await box.fill(text)
        await box.press("Enter")
        await answer.wait_for()

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
    staff = Hand(page, "Cvetka", TEXTS.say("sl"))
    await staff.sees("home-greeting", name="Cvetka")
    if language != "sl":
        await staff.phone.get_by_role("button", name=language.upper(), exact=True).click()
        await staff.types("/settings")
        await staff.taps("key-other-language")
        staff.say = TEXTS.say(language)
        await staff.sees("settings-language")
    return staff


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
