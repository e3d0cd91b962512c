"""The demo as `make demo` starts it, in a browser; `--pictures DIR` draws what is seen on the way."""

from collections.abc import AsyncIterator
from datetime import UTC, timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page

from bot.demo.clock import DemoClock
from bot.demo.runner import demo
from storage.local_time import LJUBLJANA
from tests.bot.demo.page.conftest import PATIENCE_MS, chromium
from tests.walk.hand import Album

__all__ = ["chromium"]

LOCALES = {"sl": "sl-SI", "en": "en-GB"}

MARK = "addEventListener('click', (it) => it.target.closest('.key')?.setAttribute('data-tapped', ''), true)"
"""A button that was tapped is known by it until its card changes: then it is made anew."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Walk in both languages, but for those in which a walk is only drawn."""
    drawn = metafunc.config.getoption("--pictures")
    left_out = () if drawn else getattr(metafunc.module, "ONLY_DRAWN", ())
    metafunc.parametrize("language", [one for one in LOCALES if one not in left_out], indirect=True)


@pytest.fixture
def language(request: pytest.FixtureRequest) -> str:
    """The language of the browser, of the office and of those who are new."""
    return str(request.param)


def _begin_on_monday(data: Path) -> None:
    """Set the demo's clock to nine on the next Monday: nothing is moved for a weekend or waits for the day."""
    clock = DemoClock(data / "clock.json")
    now = clock.now().astimezone(LJUBLJANA)
    monday = now.replace(hour=9, minute=0) + timedelta(days=7 - now.weekday())
    clock.move(monday.astimezone(UTC) - now.astimezone(UTC))


@pytest_asyncio.fixture(loop_scope="session")
async def page(chromium: Browser, tmp_path: Path, language: str) -> AsyncIterator[Page]:
    """The demo's page, fresh."""
    _begin_on_monday(tmp_path)
    async with demo(tmp_path, 0) as address:
        context = await chromium.new_context(
            base_url=address, locale=LOCALES[language], viewport={"width": 1440, "height": 900}, reduced_motion="reduce"
        )
        page = await context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        await page.add_init_script(MARK)
        await page.goto("/")
        yield page
        await context.close()


@pytest.fixture
def album(request: pytest.FixtureRequest, page: Page, language: str) -> Album:
    """Where pictures are drawn, if they are."""
    folder = request.config.getoption("--pictures")
    return Album(page, Path(folder) if folder else None, language)
