"""python -m bot: the command line. Exit codes: 0 done, 1 refused with one line on stderr, 2 usage."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated

import segno
import typer
from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot import articles as drafts
from bot import certifying, feed_commands, verifying
from bot import check as checks
from bot.app import TokenRefused, running, sending_only
from bot.clock import Clock
from bot.command import CONFIG, Config, go, refuse, settings_of, with_books
from bot.program import until_told
from bot.settings import Settings
from bot.transport import AiohttpRequest
from storage import backup as backups
from storage import inbox
from storage.consultations.rules import ConsultationId
from storage.database import Tx
from storage.events import certificates
from storage.membership import invites, libraries, lists
from storage.membership.reading import BadFile, Problem
from storage.membership.rules import USES, NotAllowed
from storage.people import Role
from storage.receiving import Taken

app = typer.Typer(help="Glasnik, the association's herald on Telegram.", no_args_is_help=True, add_completion=False,
                  pretty_exceptions_enable=False)  # fmt: skip
app.add_typer(feed_commands.app, name="feed")
WHOSE = "A role in a library needs --library CODE. Staff and admin have no library, and their link is for one person."


@app.command()
def run(config: Config = CONFIG) -> None:
    """Run the bot until SIGINT or SIGTERM."""
    go(until_told(running(settings_of(config), Clock())))


@app.command()
def send(config: Config = CONFIG) -> None:
    """Run a further sender beside the bot, on the same PostgreSQL, until SIGINT or SIGTERM."""
    go(until_told(sending_only(settings_of(config), Clock())))


@app.command()
def demo(
    data: Annotated[Path | None, typer.Option(help="The folder that keeps everything; else a temporary one.")] = None,
    port: Annotated[int, typer.Option(help="The port of the page; 0 takes a free one.")] = 8765,
) -> None:
    """Try it: a local Telegram, the bot and a chat page. Needs no token and no network."""
    from bot.demo import runner  # noqa: PLC0415 - the bot does not need the demo

    try:
        runner.main(data, port)
    except Taken:
        refuse("This demo runs already. Another --data may help.")
    except OSError as error:
        refuse(f"The demo cannot start: {error.strerror or error}. Another --port or --data may help.")


@app.command()
def check(config: Config = CONFIG) -> None:
    """Say whether settings, database, schema, SQLite, clock, time zone and token are in order."""
    if go(_check(settings_of(config))):
        raise typer.Exit(1)


async def _check(settings: Settings) -> int:
    faults = 0
    async for finding in checks.findings(settings, Clock()):
        typer.echo(f"{finding.verdict:8}{finding.what}: {finding.words}")
        faults += finding.verdict is checks.Verdict.FAULT
    return faults


@app.command()
def invite(
    role: Annotated[Role, typer.Option(help="What whoever follows the link becomes.")],
    library: Annotated[str | None, typer.Option(help="The library's code, for a role in a library.")] = None,
    uses: Annotated[int, typer.Option(min=1, max=USES, help="How many may use the link.")] = 1,
    days: Annotated[int, typer.Option(min=1, max=365, help="How long it is good for.")] = 7,
    config: Config = CONFIG,
) -> None:
    """Make an invite and print its link and QR code. The first admin comes in this way."""
    settings = settings_of(config)
    username = go(_username(settings))
    secret, now = secrets.token_urlsafe(16), Clock().now()
    made = go(with_books(settings, _invite, role, library, uses, now + timedelta(days=days), secret, now))
    match made:
        case NoSuchLibrary(code):
            refuse(f"There is no library with the code {code}. See the codes in the file that you imported.")
        case NotAllowed():
            refuse(WHOSE)
        case invites.Created():
            link = f"https://t.me/{username}?start=i_{secret}"
            typer.echo(link)
            segno.make(link, micro=False).terminal(compact=True)


@dataclass(frozen=True, slots=True)
class NoSuchLibrary:
    """No library has this code."""

    code: str


def _invite(
    tx: Tx, role: Role, code: str | None, uses: int, expires_at: datetime, secret: str, now: datetime
) -> invites.Created | NotAllowed | NoSuchLibrary:
    by_code = {line.library.code.casefold(): line.library.id for line in lists.all_libraries(tx)}
    if code is not None and code.casefold() not in by_code:
        return NoSuchLibrary(code)
    library = by_code[code.casefold()] if code is not None else None
    return invites.create_invite(tx, None, role, library, uses, expires_at, secret, now)


async def _username(settings: Settings) -> str:
    bot = Bot(settings.token.get_secret_value(), base_url=f"{settings.telegram}/bot", request=AiohttpRequest(1),
              get_updates_request=AiohttpRequest(1))  # fmt: skip
    try:
        async with bot:
            return bot.username
    except InvalidToken:
        raise TokenRefused from None
    except TelegramError:
        refuse("Telegram is out of reach. The link needs the bot's name; try again.")


@app.command("import-libraries")
def import_libraries(file: Path, config: Config = CONFIG) -> None:
    """Add and update libraries from a CSV file: code,name,town,kind."""
    try:
        content = file.read_bytes()
    except OSError as error:
        refuse(f"{file} cannot be read: {error.strerror}.")
    outcome = go(with_books(settings_of(config), libraries.import_libraries, content, Clock().now()))
    if isinstance(outcome, BadFile):
        for fault in outcome.faults:
            where = f"{file}: line {fault.line}, column {fault.column}"
            typer.echo(f"{where}: {WORDS[fault.problem]}: {fault.value!r}", err=True)
        refuse(f"{file}: nothing was changed.")
    for name in ("added", "changed", "unchanged", "missing"):
        entries = getattr(outcome, name)
        shown = f": {', '.join(entry.code for entry in entries)}" if name != "unchanged" and entries else ""
        typer.echo(f"{name}: {len(entries)}{shown}")


WORDS = {
    Problem.ENCODING: "neither UTF-8 nor Windows-1250",
    Problem.HEADER: "the header must be code,name,town,kind",
    Problem.WIDTH: "a row needs as many cells as the header",
    Problem.QUOTES: "a quotation mark is not closed",
    Problem.MISSING: "empty",
    Problem.TOO_LONG: "too long",
    Problem.UNPRINTABLE: "a character that cannot be printed",
    Problem.DUPLICATE: "this code is in the file already",
}


@app.command()
def backup(file: Path, config: Config = CONFIG) -> None:
    """Copy the books to FILE while they are in use (SQLite)."""
    _say_copied(backups.backup(settings_of(config).database, file), str(file))


@app.command()
def restore(
    file: Path,
    force: Annotated[bool, typer.Option("--force", help="Replace the books that are there.")] = False,  # noqa: FBT002
    config: Config = CONFIG,
) -> None:
    """Put the copy in FILE back as the books (SQLite). Stop the bot first."""
    _say_copied(backups.restore(settings_of(config).database, file, overwrite=force), "the books")


def _say_copied(copied: backups.Copied, target: str) -> None:
    match copied:
        case backups.Done(size):
            typer.echo(f"{target}: {size} bytes")
        case backups.NotSQLite():
            refuse("The books are in PostgreSQL: use pg_dump and pg_restore.")
        case backups.Missing(path):
            refuse(f"There is no file {path}.")
        case backups.InTheWay(path):
            refuse(f"{path} is there already; choose another name, or for restore stop the bot and add --force.")
        case backups.Damaged(path):
            refuse(f"{path} is not a whole copy of the books.")
        case backups.InUse(path):
            refuse(f"{path} is in use; stop the bot first.")
        case backups.NoPlace(path):
            refuse(f"Nothing can be written to {path}.")


@app.command("dead-letters")
def dead_letters(
    retry: Annotated[str | None, typer.Option(help="The reference of one to be handled again.")] = None,
    config: Config = CONFIG,
) -> None:
    """List the messages that could not be dealt with, or have one handled again."""
    settings = settings_of(config)
    if retry is not None:
        if not go(with_books(settings, inbox.retry_dead, retry.strip().upper())):
            refuse(f"There is no dead letter with the reference {retry}.")
        typer.echo("It is handled again within seconds; if the bot does not run, when it starts next.")
        return
    for letter in go(with_books(settings, inbox.dead)):
        failed = letter.failed_at.isoformat(timespec="seconds")
        typer.echo(f"{letter.reference}  {failed}  chat {letter.lane}  update {letter.update_id}  {letter.error}")


@app.command()
def articles(
    file: Path,
    as_json: Annotated[bool, typer.Option("--json", help="Print number, title, chapter, text and paragraphs.")] = False,  # noqa: FBT002
) -> None:
    """Print what the splitter finds in a draft: .docx, .pdf with a text layer, or plain text."""
    try:
        found = drafts.found_in(file.read_bytes())
    except OSError as error:
        refuse(f"{file} cannot be read: {error.strerror}.")
    if isinstance(found, str):
        refuse(f"{file}: {found}.")
    typer.echo((drafts.as_json(found) if as_json else "\n".join(drafts.outline(found))).encode())


@app.command()
def verify(
    consultation: int,
    against: Annotated[Path | None, typer.Option(help="An earlier export, as JSON: is it how the log began?")] = None,
    config: Config = CONFIG,
) -> None:
    """Say whether the ballot log of a consultation is what it was, and count the votes anew from it."""
    earlier = None
    if against is not None:
        try:
            earlier = verifying.copy_in(against.read_bytes())
        except OSError as error:
            refuse(f"{against} cannot be read: {error.strerror}.")
        if earlier is None:
            refuse(f"{against} is not an export of a consultation: it needs a log and its head, as JSON.")
    found = go(with_books(settings_of(config), verifying.verify, ConsultationId(consultation), earlier))
    if isinstance(found, str):
        refuse(found)
    typer.echo("\n".join(found))


@app.command()
def certificate(code: str, config: Config = CONFIG) -> None:
    """Say whether the certificate with this code is genuine."""
    found = go(with_books(settings_of(config), certificates.genuine, code))
    if found is None:
        refuse(f"There is no certificate with the code {code}.")
    typer.echo("\n".join(certifying.words(found)))


def main() -> None:
    """Run the command line."""
    app()


if __name__ == "__main__":
    main()
