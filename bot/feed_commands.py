"""python -m bot feed: where calls are read from, on the command line."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Annotated, assert_never

import typer

from bot.clock import Clock
from bot.command import CONFIG, Config, go, refuse, settings_of, with_books
from bot.fetching import Fetcher
from bot.settings import Settings
from storage.calls.feeds import actions, reading, table
from storage.calls.feeds.actions import Added, Already, Removed
from storage.calls.feeds.reading import Line
from storage.calls.feeds.rules import (
    BadAddress,
    Columns,
    Failed,
    Fetched,
    Read,
    Source,
    Trouble,
    Unchanged,
    address,
    called,
)
from storage.calls.rules import Topic
from storage.database import Tx

app = typer.Typer(help="The feeds from which calls are read.", no_args_is_help=True)

AGENT = "Glasnik"

TROUBLES: Mapping[Trouble, str] = {
    Trouble.NOT_PUBLIC: "it leads to no public address on a usual port; the settings may `allow` a host of yours",
    Trouble.UNREACHABLE: "no connection, or no answer that makes sense",
    Trouble.STATUS: "the server answers with error {status}",
    Trouble.BUSY: "the server wants to be asked later ({status})",
    Trouble.GONE: "the server says that it is gone for good (410)",
    Trouble.LOST: "there is nothing at this address (404)",
    Trouble.SLOW: "it takes too long",
    Trouble.HUGE: "it is larger than a feed may be",
    Trouble.NO_FEED: "it is no RSS, Atom, JSON Feed, answer of the EU portal or CSV with a title (see --mapping)",
    Trouble.UNREADABLE: "it cannot be read",
}

Mapped = Annotated[
    list[str] | None,
    typer.Option(
        "--mapping", help=f"For CSV, WHAT=COLUMN, as often as needed; WHAT is one of {', '.join(table.USUAL)}."
    ),
]  # fmt: skip


@app.command()
def add(
    url: str,
    mapping: Mapped = None,
    topic: Annotated[list[Topic] | None, typer.Option(help="What its calls are about; as often as needed.")] = None,
    config: Config = CONFIG,
) -> None:
    """Look at URL once, say what is there, and look at it from now on."""
    settings = settings_of(config)
    found = _found(settings, url, mapping)
    asked = found.source.url, found.source.columns, called(found), topic or (), None, Clock().now()
    outcome = go(with_books(settings, actions.add, *asked))
    match outcome:
        case Already(feed):
            refuse(f"{feed.source.url} is looked at already: {feed.title} ({feed.id}).")
        case Added(feed):
            typer.echo(f"{feed.id}  {_summary(found)}")
            typer.echo("The bot looks at it at once, or when it starts next, and suggests what is there to the office.")
        case never:
            assert_never(never)


@app.command()
def check(url: str, mapping: Mapped = None, config: Config = CONFIG) -> None:
    """Look at URL once and print what would be read, without adding it."""
    found = _found(settings_of(config), url, mapping)
    typer.echo(_summary(found))
    for entry in found.document.entries:
        typer.echo("\n".join(_lines(entry)))


@app.command("list")
def list_feeds(config: Config = CONFIG) -> None:
    """List the feeds: number, how it stands, what waits, title and address."""
    for line in go(with_books(settings_of(config), reading.listed)):
        typer.echo(f"{line.feed.id}  {_state(line)}  {line.waiting} waiting  {line.feed.title}  {line.feed.source.url}")


@app.command()
def remove(url: Annotated[str, typer.Argument(help="The address of the feed, or its number.")],
           config: Config = CONFIG) -> None:  # fmt: skip
    """Look at a feed no more. The calls that came of it stay; what it suggests goes."""
    outcome = go(with_books(settings_of(config), _remove, url.strip(), Clock().now()))
    if outcome is None:
        refuse(f"There is no feed {url}. `feed list` shows those that there are.")
    typer.echo(f"removed: {outcome.feed.title}")


def _remove(tx: Tx, which: str, now: datetime) -> Removed | None:
    found = next((one.feed for one in reading.listed(tx) if which in {str(one.feed.id), one.feed.source.url}), None)
    outcome = None if found is None else actions.remove(tx, found.id, None, now)
    return outcome if isinstance(outcome, Removed) else None


def _found(settings: Settings, url: str, mapping: list[str] | None) -> Fetched:
    """Look at an address, or end with what is wrong with it."""
    asked = address(url)
    if isinstance(asked, BadAddress):
        refuse(f"{url} is no address of a feed: it needs http:// or https://, and no name or password in it.")
    fetcher = Fetcher(Clock(), AGENT, settings.feeds.allow)
    found = go(fetcher.find(Source(asked, _columns(mapping))))
    if isinstance(found, Failed):
        refuse(f"{asked}: {TROUBLES[found.trouble].format(status=found.status)}.")
    if isinstance(found, Unchanged):
        refuse(f"{asked}: the server says that nothing has changed, though it was never asked before.")
    return found


def _columns(mapping: list[str] | None) -> Columns | None:
    given = [one.partition("=") for one in mapping or ()]
    for what, _, column in given:
        if what not in table.USUAL or not column.strip():
            refuse(f"--mapping {what}: it needs WHAT=COLUMN, where WHAT is one of {', '.join(table.USUAL)}.")
    return {what: column.strip() for what, _, column in given} or None


def _summary(found: Fetched) -> str:
    count = len(found.document.entries)
    return f"{found.document.kind}, {count} {'entry' if count == 1 else 'entries'}: {called(found)}"


def _lines(entry: Read) -> Iterator[str]:
    details = entry.content.details
    yield f"- {details.title_sl}"
    for deadline in entry.content.deadlines:
        when = deadline.when
        hour = f" {when.hour:%H:%M}" if when.hour else ""
        yield f"    {deadline.kind}: {when.day.isoformat()}{hour}{' (provisional)' if when.provisional else ''}"
    if details.amount is not None:
        yield f"    amount: {details.amount} EUR"
    if details.caller:
        yield f"    caller: {details.caller}"
    if details.link:
        yield f"    link: {details.link}"


def _state(line: Line) -> str:
    health = line.feed.health
    if health.trouble is not None:
        return f"failed {health.failures} times ({health.trouble})"
    return "not yet looked at" if line.feed.looked_at is None else f"looked at {line.feed.looked_at:%Y-%m-%d %H:%M} UTC"
