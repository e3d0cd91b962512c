"""Is everything in order? One line each, with what to do."""

import os
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum
from http import HTTPStatus
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import aiohttp

from bot.clock import Clock
from bot.settings import Settings
from storage import database
from storage.engines import file_of

SLOW_CLOCK = timedelta(seconds=30)
WHOLE_SINCE = (3, 51, 3)
ALSO_WHOLE = ((3, 44, 6), (3, 50, 7))
"""SQLite versions without the bug that can damage a WAL database used over several connections."""

UNKNOWN = (HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND)
"""How Telegram answers to a token that it does not know."""


class Verdict(StrEnum):
    """How a check went."""

    OK = "ok"
    WARNING = "warning"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: what was looked at, how it went, what was found and what to do."""

    what: str
    verdict: Verdict
    words: str


async def findings(settings: Settings, clock: Clock) -> AsyncIterator[Finding]:
    """Look at everything, one after the other; the settings have been read already."""
    yield Finding("settings", Verdict.OK, "read")
    for finding in await _books(settings):
        yield finding
    yield sqlite_version(database.SQLITE_VERSION)
    yield _time_zone()
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=15)) as session:
        for finding in await _telegram(settings, clock, session):
            yield finding


async def _books(settings: Settings) -> list[Finding]:
    if (file := file_of(settings.database)) and not file.exists():
        return _no_file(file)
    try:
        at, needed = await database.schema_state(settings.database)
    except Exception as error:  # noqa: BLE001 - whatever it is, the database cannot be used
        words = f"cannot be opened ({type(error).__name__}): check `database` in the settings, and that it runs"
        return [Finding("database", Verdict.FAULT, words)]
    return [Finding("database", Verdict.OK, "can be opened"), _schema(at, needed)]


def _schema(at: str | None, needed: str | None) -> Finding:
    if at is None:
        return Finding("schema", Verdict.WARNING, "empty; `run` makes the tables")
    if at != needed:
        return Finding("schema", Verdict.WARNING, f"at {at}, this program needs {needed}; take a backup, then `run`")
    return Finding("schema", Verdict.OK, f"at {at}")


def _no_file(file: Path) -> list[Finding]:
    """Judge whether `run` could make the file; nothing is made here."""
    there = next(folder for folder in file.absolute().parents if folder.exists())
    if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        return [Finding("database", Verdict.FAULT, f"{there} cannot be written to; check its owner, or `database`")]
    words = "not there yet; `run` makes the file and the tables"
    return [Finding("database", Verdict.OK, f"{there} can be written to"), Finding("schema", Verdict.WARNING, words)]


def sqlite_version(version: tuple[int, int, int]) -> Finding:
    """Judge SQLite's version."""
    name = ".".join(str(part) for part in version)
    if version >= WHOLE_SINCE or version in ALSO_WHOLE:
        return Finding("SQLite", Verdict.OK, name)
    return Finding(
        "SQLite", Verdict.WARNING, f"{name} has a rare bug that can damage the file; update to 3.51.3, or take backups"
    )


def _time_zone() -> Finding:
    try:
        ZoneInfo("Europe/Ljubljana")
    except ZoneInfoNotFoundError:
        return Finding("time zone", Verdict.FAULT, "Europe/Ljubljana is not known; install tzdata")
    return Finding("time zone", Verdict.OK, "Europe/Ljubljana")


async def _telegram(settings: Settings, clock: Clock, session: aiohttp.ClientSession) -> list[Finding]:
    address = f"{settings.telegram}/bot{settings.token.get_secret_value()}"
    try:
        async with session.get(f"{address}/getMe") as answer:
            body, date, status = await answer.json(), answer.headers.get("Date"), answer.status
        async with session.get(f"{address}/getWebhookInfo") as answer:
            hook = (await answer.json()).get("result", {})
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:
        return [Finding("Telegram", Verdict.FAULT, f"out of reach ({type(error).__name__}); check the network")]
    if status not in {HTTPStatus.OK, *UNKNOWN}:
        return [Finding("Telegram", Verdict.FAULT, f"out of order ({status}); try again later")]
    if not body.get("ok"):
        return [Finding("token", Verdict.FAULT, "Telegram does not know it; ask BotFather for the right one")]
    found = [Finding("token", Verdict.OK, f"@{body['result']['username']}")]
    if date:
        off = abs(clock.now() - parsedate_to_datetime(date))
        verdict = Verdict.OK if off <= SLOW_CLOCK else Verdict.FAULT
        words = "right" if verdict is Verdict.OK else f"{off.total_seconds():.0f} s off; set it, or turn on NTP"
        found.append(Finding("clock", verdict, words))
    return [*found, _webhook(settings, hook)]


def _webhook(settings: Settings, hook: dict[str, object]) -> Finding:
    if message := hook.get("last_error_message"):
        return Finding("webhook", Verdict.WARNING, f"Telegram's last try failed: {message}")
    if settings.webhook is None:
        words = "not used" + ("; one is set at Telegram, `run` removes it" if hook.get("url") else "")
        return Finding("webhook", Verdict.OK, words)
    return Finding("webhook", Verdict.OK, f"{hook.get('pending_update_count', 0)} updates wait")
