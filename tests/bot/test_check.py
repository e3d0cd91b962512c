"""What `check` says of each thing, in order and at fault."""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfoNotFoundError

import pytest
from pydantic import HttpUrl, SecretStr

from bot import check
from bot.check import Finding, Verdict
from bot.clock import Clock
from bot.settings import Settings, Webhook
from storage.database import SQLITE_VERSION, migrate
from tests.bot.conftest import Glasnik
from tests.e2e.world import TOKEN, World

HOOK = Webhook(url=HttpUrl("https://bot.example.org"), secret=SecretStr("s" * 32))


async def _finds(world: World, url: str, token: str = TOKEN, webhook: Webhook | None = None) -> dict[str, Finding]:
    settings = Settings(token=SecretStr(token), database=url, telegram=world.address, webhook=webhook)
    found = {finding.what: finding async for finding in check.findings(settings, Clock())}
    assert all(token not in finding.words for finding in found.values())
    return found


async def test_all_is_in_order(world: World, books_url: str) -> None:
    found = await _finds(world, books_url)
    sqlite = found.pop("SQLite")
    assert sqlite == check.sqlite_version(SQLITE_VERSION)
    assert list(found) == ["settings", "database", "schema", "time zone", "token", "clock", "webhook"]
    assert {finding.verdict for finding in found.values()} == {Verdict.OK}
    assert found["token"].words == "@GlasnikBot"


async def test_the_command_ends_with_1_where_something_is_at_fault(
    world: World, glasnik: Glasnik, sqlite_url: str
) -> None:
    well, ill, unset = await asyncio.gather(
        glasnik("check", GLASNIK_DATABASE=sqlite_url, GLASNIK_TELEGRAM=world.address),
        glasnik("check", GLASNIK_DATABASE=sqlite_url),
        glasnik("check", GLASNIK_WEB__PORT="many"),
    )
    assert (well.code, well.complained) == (0, "")
    assert "ok      token: @GlasnikBot" in well.said.splitlines()
    assert (ill.code, ill.complained) == (1, "")
    assert ill.said.splitlines()[-1].startswith("fault   Telegram: out of reach")
    assert (unset.code, unset.said) == (1, "")
    assert "; web.port: Input should be a valid integer" in unset.complained
    assert len(unset.complained.splitlines()) == 1


async def test_books_that_are_not_there_are_not_made(world: World, tmp_path: Path) -> None:
    found = await _finds(world, f"sqlite:///{tmp_path}/data/glasnik.db")
    assert found["schema"].verdict is Verdict.WARNING
    assert "`run` makes" in found["schema"].words
    assert not (tmp_path / "data").exists()


async def test_a_place_that_takes_no_books_is_a_fault(world: World, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    found = await _finds(world, f"sqlite:///{tmp_path}/file/data/glasnik.db")
    assert found["database"].verdict is Verdict.FAULT
    assert str(tmp_path / "file") in found["database"].words


async def test_a_file_that_is_no_database_is_a_fault(world: World, tmp_path: Path) -> None:
    (tmp_path / "glasnik.db").write_text("code,name,town,kind\n" * 100)
    found = await _finds(world, f"sqlite:///{tmp_path}/glasnik.db")
    assert found["database"].verdict is Verdict.FAULT


async def test_a_server_that_does_not_answer_is_a_fault(world: World) -> None:
    found = await _finds(world, "postgresql://ana:geslo@127.0.0.1:9/books")
    assert found["database"].verdict is Verdict.FAULT
    assert "geslo" not in found["database"].words


async def test_a_schema_that_is_behind_is_a_warning(world: World, books_url: str) -> None:
    await migrate(books_url, "base")
    found = await _finds(world, books_url)
    await migrate(books_url)
    assert found["schema"].verdict is Verdict.WARNING


@pytest.mark.parametrize(
    ("version", "verdict"),
    [
        ((3, 40, 1), Verdict.WARNING),
        ((3, 44, 6), Verdict.OK),
        ((3, 50, 6), Verdict.WARNING),
        ((3, 50, 7), Verdict.OK),
        ((3, 51, 2), Verdict.WARNING),
        ((3, 51, 3), Verdict.OK),
        ((3, 52, 0), Verdict.OK),
    ],
)
def test_an_sqlite_that_can_damage_the_books_is_a_warning(version: tuple[int, int, int], verdict: Verdict) -> None:
    assert check.sqlite_version(version).verdict is verdict


@pytest.mark.parametrize(
    ("off", "verdict"), [(10, Verdict.OK), (-10, Verdict.OK), (90, Verdict.FAULT), (-90, Verdict.FAULT)]
)
async def test_a_clock_that_is_off_is_a_fault(world: World, sqlite_url: str, off: int, verdict: Verdict) -> None:
    class OffClock(Clock):
        def now(self) -> datetime:
            return super().now() + timedelta(seconds=off)

    settings = Settings(token=SecretStr(TOKEN), database=sqlite_url, telegram=world.address)
    found = {finding.what: finding async for finding in check.findings(settings, OffClock())}
    assert found["clock"].verdict is verdict


async def test_a_time_zone_that_is_missing_is_a_fault(
    world: World, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_zone(name: str) -> None:
        raise ZoneInfoNotFoundError(name)

    monkeypatch.setattr(check, "ZoneInfo", no_zone)
    found = await _finds(world, sqlite_url)
    assert found["time zone"].verdict is Verdict.FAULT
    assert "tzdata" in found["time zone"].words


async def test_a_token_that_is_refused_is_a_fault(world: World, sqlite_url: str) -> None:
    found = await _finds(world, sqlite_url, token="4242:OTHER")
    assert found["token"].verdict is Verdict.FAULT


@pytest.mark.parametrize("kind", ["500", "429"])
async def test_telegram_out_of_order_says_nothing_of_the_token(world: World, sqlite_url: str, kind: str) -> None:
    await world.fault("getMe", kind)
    found = await _finds(world, sqlite_url)
    assert "token" not in found
    assert found["Telegram"].verdict is Verdict.FAULT


async def test_a_webhook_that_is_left_set_is_told_where_it_is_not_used(world: World, sqlite_url: str) -> None:
    assert (await _finds(world, sqlite_url))["webhook"].words == "not used"
    world.telegram.webhook = {"url": "https://bot.example.org/telegram"}
    assert "`run` removes it" in (await _finds(world, sqlite_url))["webhook"].words
    assert (await _finds(world, sqlite_url, webhook=HOOK))["webhook"].words == "0 updates wait"
    world.telegram.webhook_error = {"last_error_message": "Connection refused"}
    failing = (await _finds(world, sqlite_url, webhook=HOOK))["webhook"]
    assert (failing.verdict, "Connection refused" in failing.words) == (Verdict.WARNING, True)
