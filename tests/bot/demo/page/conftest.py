"""A headless Chromium for the whole run, and the page with two people for each test."""

import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio
from aiohttp.test_utils import TestServer
from playwright.async_api import Browser, ConsoleMessage, Error, Page, ViewportSize, async_playwright, expect

from bot.demo.telegram import Telegram, create_app
from tests.bot.demo.page.stage import TOKEN, Desk, Stage, Wire

FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
USUAL: ViewportSize = {"width": 1280, "height": 800}
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
async def window(chromium: Browser) -> AsyncIterator[Page]:
    """A Slovene window, one for all: a page of its own costs more than what a test does on it."""
    context = await chromium.new_context(locale="sl-SI")
    page = await context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    yield page
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
async def page(window: Page) -> AsyncIterator[Page]:
    """The window at its usual width, for an origin that nobody had before; an error in its scripts fails the test."""
    await window.set_viewport_size(USUAL)
    wrong: list[str] = []

    def thrown(error: Error) -> None:
        wrong.append(str(error))

    def logged(message: ConsoleMessage) -> None:
        if message.type == "error" and "Failed to load resource" not in message.text:
            wrong.append(message.text)

    window.on("pageerror", thrown)
    window.on("console", logged)
    yield window
    window.remove_listener("pageerror", thrown)
    window.remove_listener("console", logged)
    await window.unroute_all()
    for opened in window.context.pages:
        if opened is not window:
            await opened.close()
    assert wrong == []


@pytest_asyncio.fixture(loop_scope="session")
async def stage(wire: Wire, desk: Desk, page: Page) -> Stage:
    """Ana and Ben have started the bot, and the page shows their phones."""
    ana, ben = await wire.meet("Ana", "sl"), await wire.meet("Ben", "en")
    await page.goto(str(wire.http._base_url))
    stage = Stage(page, wire, desk, ana, ben)
    await stage.log(ben).get_by_text("/start").wait_for()
    return stage
