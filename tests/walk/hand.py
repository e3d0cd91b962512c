"""A person at a telephone of the chat page: sees, taps and types in the browser."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from playwright.async_api import Locator, Page

from handlers.texts import Say


@dataclass
class Hand:
    """One telephone of the page. Labels are the texts' keys, so that a walk reads the same in each language."""

    page: Page
    person: int
    say: Say

    @property
    def phone(self) -> Locator:
        """The telephone."""
        return self.page.locator(f"#phone-{self.person}")

    async def taps(self, key: str, **values: str | int) -> None:
        """Tap the newest button that begins with a text's label."""
        await self.taps_button(self.say.label(key, **values))

    async def taps_button(self, label: str) -> None:
        """Tap the button of the newest card that begins with these words."""
        name = re.compile("^" + re.escape(label).replace("/", r"\/"), re.IGNORECASE)
        await self.phone.locator(".keyboard").last.get_by_role("button", name=name).first.click()

    async def types(self, text: str) -> None:
        """Write a message, send it, and wait for what is answered."""
        box, messages = self.phone.get_by_role("textbox"), self.phone.locator("[data-message]")
        answer = messages.nth(await messages.count() + 1)
        await box.fill(text)
        await box.press("Enter")
        await answer.wait_for()

    async def sees(self, key: str, **values: str | int) -> Locator:
        """Wait for a text in a message."""
        return await self.reads(self.say.label(key, **values))

    async def reads(self, words: str) -> Locator:
        """Wait for words in a message; give the newest place where they stand."""
        found = self.phone.get_by_role("log").get_by_text(words).last
        await found.wait_for()
        return found


@dataclass
class Album:
    """The pictures of a walk, numbered as they are taken; without a folder none are."""

    page: Page
    folder: Path | None
    language: str
    count: int = field(default=0)

    async def takes(self, hand: Hand, name: str) -> None:
        """Picture a telephone as it stands."""
        self.count += 1
        if self.folder:
            log = await hand.phone.get_by_role("log").element_handle()
            await self.page.wait_for_function("log => log.scrollHeight - log.scrollTop - log.clientHeight < 2", arg=log)
            await self._settle()
            await hand.phone.screenshot(path=self.folder / f"{self.language}-{self.count:02}-{name}.png")

    async def takes_page(self, name: str) -> None:
        """Picture the whole page."""
        if self.folder:
            await self._settle()
            await self.page.screenshot(path=self.folder / f"{name}.png")

    async def _settle(self) -> None:
        """Take the pointer away and let transitions come to their end."""
        await self.page.mouse.move(0, 0)
        await self.page.evaluate("Promise.allSettled(document.getAnimations().map((one) => one.finished))")
        await self.page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
