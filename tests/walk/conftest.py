"""The demo as `make demo` starts it, in a browser; `--pictures DIR` draws what is seen on the way."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page

from bot.demo.runner import demo
from tests.bot.demo.page.conftest import chromium

__all__ = ["chromium"]

PATIENCE_MS = 15_000


@pytest_asyncio.fixture(loop_scope="session")
async def page(chromium: Browser, tmp_path: Path) -> AsyncIterator[Page]:
    """The demo's page, fresh."""
    async with demo(tmp_path, 0) as address:
        context = await chromium.new_context(
            locale="sl-SI", viewport={"width": 1440, "height": 900}, reduced_motion="reduce"
        )
        page = await context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        await page.goto(address)
        yield page
        await context.close()


@pytest.fixture
def pictures(request: pytest.FixtureRequest) -> Path | None:
    """Where pictures are drawn, if they are."""
    folder = request.config.getoption("--pictures")
    return Path(folder) if folder else None
