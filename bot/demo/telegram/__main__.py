"""Run the local Telegram alone: python -m bot.demo.telegram --port 8081 --token 4242:TEST."""

from pathlib import Path
from typing import Annotated, Literal

import typer
from aiohttp import web

from bot.demo.telegram import Telegram, create_app


def main(
    token: Annotated[str, typer.Option(help="The bot's token.")],
    port: Annotated[int, typer.Option(help="The port to listen on; 0 takes a free one.")] = 8081,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    limits: Annotated[str, typer.Option(help="telegram: 30/s, 1/s to a chat, 20/min to a group; or none.")] = "none",
    state: Annotated[Path | None, typer.Option(help="A file that keeps everything over a restart.")] = None,
) -> None:
    """Serve a Bot API and the people who talk to the bot."""
    chosen: Literal["telegram", "none"] = "telegram" if limits == "telegram" else "none"
    telegram = Telegram(token, limits=chosen, state=state)
    web.run_app(create_app(telegram), host=host, port=port, access_log=None, shutdown_timeout=1)


if __name__ == "__main__":
    typer.run(main)
