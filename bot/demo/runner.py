"""The demo: a local Telegram, the bot and a chat page in one process, with an association that is alive."""

import asyncio
import contextlib
import signal
import socket
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

from aiohttp import web
from pydantic import HttpUrl, SecretStr
from rich.console import Console

from bot import logs
from bot.app import running
from bot.demo.clock import DemoClock
from bot.demo.desk import Desk
from bot.demo.seed import seed
from bot.demo.telegram import Telegram, create_app
from bot.settings import Settings, Web
from handlers.texts import Texts

HOST = "127.0.0.1"
TOKEN = "4242:DEMO"  # noqa: S105 - the local Telegram's, of no use elsewhere


def main(data: Path | None, port: int) -> None:
    """Run the demo until Ctrl-C; without `data` it lives in a folder that goes with it."""
    logs.configure("console", "warning")
    with contextlib.ExitStack() as stack:
        folder = data or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="glasnik-")))
        folder.mkdir(parents=True, exist_ok=True)
        asyncio.run(_until_told(folder, port))


async def _until_told(data: Path, port: int) -> None:
    told = asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sign, told.set)
    console = Console()
    async with demo(data, port) as address:
        console.print(f"Glasnik: {address}   (Ctrl-C: end)")
        await told.wait()


def _free_port() -> int:
    """Find a port for the bot's web server, which has to know beforehand what its address is."""
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        port: int = taken.getsockname()[1]
    return port


@contextlib.asynccontextmanager
async def demo(data: Path, port: int) -> AsyncIterator[str]:
    """Start the demo with its state in `data`, give the page's address, and end it."""
    clock = DemoClock(data / "clock.json")
    telegram = Telegram(
        TOKEN, username="GlasnikBot", name="Glasnik", now=clock.now, limits="none", state=data / "telegram.json"
    )
    desk = Desk(clock, Texts())
    app = create_app(telegram)
    app.add_routes(desk.routes())
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    try:
        await web.TCPSite(runner, HOST, port).start()
        address = f"http://{HOST}:{runner.addresses[0][1]}"
        outside = _free_port()
        settings = Settings(
            token=SecretStr(TOKEN), database=f"sqlite:///{data / 'glasnik.db'}", telegram=address,
            web=Web(port=outside, url=HttpUrl(f"http://{HOST}:{outside}")),
        )  # fmt: skip
        async with running(settings, clock, desk.texts) as glasnik:
            desk.glasnik = glasnik
            await seed(glasnik.db, address, clock.now())
            yield address
    finally:
        await runner.cleanup()
