"""A headless Chromium for the whole run, and the page with two people for each test."""

import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio
from aiohttp.test_utils import TestServer
from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Error, Page, async_playwright, expect

from bot.demo.telegram import Telegram, create_app
from tests.bot.demo.page.stage import TOKEN, Desk, Stage, Wire

FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
PATIENCE_MS = 30_000
"""Far more than anything takes, so that a slow machine fails no test."""


def _find_chromium() -> Path:
    usual = Path("/usr/bin/chromium")
    found = usual if usual.exists() else shutil.which("chromium")
    if found:
        return Path(found)
    missing = "no chromium: neither /usr/bin/chromium nor on PATH"
    if os.environ.get("GLASNIK_REQUIRE_BROWSER") == "1":
        pytest.fail(missing)
    pytest.skip(missing)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator[Browser]:
    """The browser, or a skip that says why (a failure with GLASNIK_REQUIRE_BROWSER=1)."""
    path = _find_chromium()
    expect.set_options(timeout=PATIENCE_MS)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def window(chromium: Browser) -> AsyncIterator[BrowserContext]:
    """A Slovene window of a usual width, shared because a new one costs as much as a test."""
    context = await chromium.new_context(locale="sl-SI", viewport={"width": 1280, "height": 800})
    yield context
    await context.close()


@pytest_asyncio.fixture(loop_scope="session")
async def desk() -> Desk:
    return Desk()


@pytest_asyncio.fixture(loop_scope="session")
async def wire(desk: Desk) -> AsyncIterator[Wire]:
    app = create_app(Telegram(TOKEN, username="GlasnikBot", name="Glasnik", now=desk.now, limits="none", state=None))
    app.add_routes(desk.routes())
    async with TestServer(app) as server, aiohttp.ClientSession(server.make_url("/")) as http:
        yield Wire(http)


@pytest_asyncio.fixture(loop_scope="session")
async def page(window: BrowserContext) -> AsyncIterator[Page]:
    """A page of its own, of an origin that nobody had before; an error in its scripts fails the test."""
    page = await window.new_page()
    page.set_default_timeout(PATIENCE_MS)
    wrong: list[str] = []

    def thrown(error: Error) -> None:
        wrong.append(str(error))

    def logged(message: ConsoleMessage) -> None:
        if message.type == "error" and "Failed to load resource" not in message.text:
            wrong.append(message.text)

    page.on("pageerror", thrown)
    page.on("console", logged)
    yield page
    for tab in window.pages:
        await tab.close()
    assert wrong == []


@pytest_asyncio.fixture(loop_scope="session")
async def stage(wire: Wire, desk: Desk, page: Page) -> Stage:
    """Ana and Ben have started the bot, and the page shows their phones."""
    ana, ben = await wire.meet("Ana", "sl"), await wire.meet("Ben", "en")
    await page.goto(str(wire.http._base_url))
    stage = Stage(page, wire, desk, ana, ben)
    await stage.log(ben).get_by_text("/start").wait_for()
    return stage
