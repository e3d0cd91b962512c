"""Reading a feed in a process of its own: what a hostile one does to it ends with it, after some seconds at most."""

import json
import sys
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from storage import apart
from storage.calls import plain
from storage.calls.feeds.parsing import Page, read
from storage.calls.feeds.rules import Columns, Document, Kind, Read

SECONDS = 20
"""How long reading may take; the largest feed that is fetched takes 4 to 8 s."""

MEMORY = 2**30
"""Bytes."""


def read_apart(content: bytes, url: str, content_type: str | None, columns: Columns | None) -> Document | Page:
    """Read a feed as `parsing.read` does. Blocks, so call it in a thread.

    Raises:
        TookTooLong: It was ended after some seconds.
        Died: It took more memory than it may, or cannot be read at all.
    """
    asked = {"url": url, "content_type": content_type, "columns": None if columns is None else dict(columns)}
    done = apart.run(__name__, json.dumps(asked).encode() + b"\n" + content, SECONDS)
    found = json.loads(done)
    return Page(tuple(found["feeds"])) if "feeds" in found else _document(found)


def _document(found: Mapping[str, Any]) -> Document:
    entries = tuple(Read(guid, plain.content(content)) for guid, content in found["entries"])
    every = None if found["every"] is None else timedelta(seconds=found["every"])
    return Document(Kind(found["kind"]), found["title"], entries, every)


def _laid_out(found: Document | Page) -> Mapping[str, Any]:
    if isinstance(found, Page):
        return {"feeds": found.feeds}
    entries = [(entry.guid, plain.of_content(entry.content)) for entry in found.entries]
    every = None if found.every is None else found.every.total_seconds()
    return {"kind": found.kind, "title": found.title, "entries": entries, "every": every}


def main() -> None:
    """Read what comes in, and write what came of it."""
    apart.limit(SECONDS, MEMORY)
    asked, _, content = sys.stdin.buffer.read().partition(b"\n")
    json.dump(_laid_out(read(content, **json.loads(asked))), sys.stdout)


if __name__ == "__main__":
    main()
