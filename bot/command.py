"""What all commands of the command line share: settings, books, and one clear line where something cannot be."""

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Annotated, Any, Concatenate, NoReturn, ParamSpec, TypeVar

import typer
from telegram.error import BadRequest

from bot import logs
from bot.app import BooksClosed, OnlyOne, TokenRefused, prepare
from bot.program import loop_runner
from bot.settings import BadSettings, Settings, load
from storage import database
from storage.database import Tx
from storage.receiving import Taken

P = ParamSpec("P")
T = TypeVar("T")

Config = Annotated[Path, typer.Option("--config", help="The settings, as in config.example.toml.")]
CONFIG = Path("config.toml")

UNKNOWN_TOKEN = "Telegram does not know the token. Ask BotFather for it and put it into the settings."  # noqa: S105

TAKEN = "Another program receives on these books. There is one receiver: stop the other one first."


def refuse(words: str) -> NoReturn:
    """End with one clear line."""
    typer.echo(words, err=True)
    raise typer.Exit(1)


def settings_of(config: Path) -> Settings:
    """Read the settings or end."""
    try:
        settings = load(config)
    except BadSettings as error:
        refuse(f"Settings: {'; '.join(str(error).splitlines())}. See config.example.toml.")
    logs.configure(settings.log.format, settings.log.level)
    return settings


def go(work: Coroutine[Any, Any, T]) -> T:
    """Run to the end; whatever goes wrong is one line."""
    try:
        return loop_runner()(work)
    except typer.Exit:
        raise
    except TokenRefused:
        refuse(UNKNOWN_TOKEN)
    except OnlyOne:
        refuse("SQLite is for one program, which sends by itself. A further sender needs PostgreSQL: see `database`.")
    except Taken:
        refuse(TAKEN)
    except BooksClosed as error:
        refuse(f"The database cannot be opened ({error}): check `database` in the settings, and that it runs.")
    except BadRequest as error:
        refuse(f"Telegram refuses to start the bot: {error.message}")
    except OSError as error:
        refuse(f"It cannot go on: {error.strerror or error}.")
    except Exception as error:  # noqa: BLE001 - a traceback shows values, which are nobody's business
        refuse(f"It cannot go on: {logs.where(error)}")


async def with_books(settings: Settings, action: Callable[Concatenate[Tx, P], T], *args: P.args, **more: P.kwargs) -> T:
    """Open the books, at the schema of this program, for one action."""
    await prepare(settings.database)
    db = database.open_database(settings.database)
    try:
        return await db.transact(action, *args, **more)
    finally:
        await db.close()
