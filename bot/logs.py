"""The log: structured, with update, chat and person, never with the token and never with what people typed."""

import logging
import os
import re
import sys
import traceback
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any, Literal

import structlog

TOKEN = re.compile(r"(?<!\d)\d{4,12}:[\w-]{4,}")
"""What looks like a bot token, wherever it stands."""

HIDDEN = "<token>"

OURS = tuple(f"{Path(__file__).parent.parent / name}{os.sep}" for name in ("bot", "handlers", "storage"))
ROUNDS = "apscheduler.scheduler"
"""Warns of each round that is passed over while the one before goes on, as with a feed that is slow: that is meant."""

FRAMES = 5
"""So many of our own functions are told with an error."""


def configure(form: Literal["console", "json"], level: str) -> None:
    """Send all logging, the libraries' too, to stderr in one form."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _first_line,
        _error_without_words,
        _without_token,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    last = structlog.processors.JSONRenderer() if form == "json" else structlog.dev.ConsoleRenderer(colors=False)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*shared],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, _without_token, last],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.raiseExceptions = False  # else a line that cannot be written shows what it was made of
    logging.getLogger(ROUNDS).setLevel(logging.ERROR)
    for name in ("bot", "handlers", "storage"):
        logging.getLogger(name).setLevel(level.upper())


def where(error: BaseException) -> str:
    """Tell the kind of an error and where it came from, without its words: they may be what somebody typed."""
    parts = []
    current: BaseException | None = error
    while current is not None:
        parts.append(f"{type(current).__name__} at {_path(current)}")
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "; from ".join(parts)


def _path(error: BaseException) -> str:
    """Where it was raised, then which of our own functions led there, the innermost first."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames[:-1] if frame.filename.startswith(OURS)]
    return " < ".join(
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in [*frames[-1:], *ours[: -FRAMES - 1 : -1]]
    )


def _first_line(
    _logger: object,
    _method: str,
    event: MutableMapping[str, Any],
) -> MutableMapping[str, Any]:
    """Leave out what asyncio adds about an error that nobody asked for: the error itself, words and all."""
    event["event"] = str(event["event"]).partition("\n")[0]
    return event


def _error_without_words(
    _logger: object,
    _method: str,
    event: MutableMapping[str, Any],
) -> MutableMapping[str, Any]:
    found = event.pop("exc_info", None)
    if isinstance(found, tuple):
        found = found[1]
    if found is True:
        found = sys.exc_info()[1]
    if isinstance(found, BaseException):
        event["error"] = where(found)
    return event


def _without_token(
    _logger: object,
    _method: str,
    event: MutableMapping[str, Any],
) -> MutableMapping[str, Any]:
    for key, value in event.items():
        if isinstance(value, str):
            event[key] = TOKEN.sub(HIDDEN, value)
    return event
