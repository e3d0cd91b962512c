"""Reads all feeds of a .tar.xz from stdin, twice, and says what came of them: run apart, as a feed is read."""

import io
import json
import re
import resource
import sys
import tarfile
from collections import Counter
from collections.abc import Iterator

from storage import apart
from storage.calls.feeds.parsing import read
from storage.calls.feeds.rules import Document

SECONDS = 60
SERVED_AS = re.compile(rb"^Header:\s+content-type:(.+)$", re.MULTILINE | re.IGNORECASE)
"""How a test of feedparser says with which type it is served."""

MEMORY = 2**29


def files(archive: bytes) -> Iterator[tuple[str, bytes]]:
    """Give the files of an archive: name and content."""
    with tarfile.open(fileobj=io.BytesIO(archive), mode="r:xz") as tar:
        for member in tar:
            if file := tar.extractfile(member):
                yield member.name, file.read()


def texts(found: Document) -> Iterator[str]:
    """Give all that is shown of a feed."""
    yield found.title or ""
    for entry in found.entries:
        details = entry.content.details
        yield from (details.title_sl, details.caller, details.link or "", *(details.summary_sl or "").split("\n"))


def main() -> None:
    """Read, and write how many are what, what went wrong, and how much memory it took (kB) after each round."""
    apart.limit(SECONDS, MEMORY)
    all_files = list(files(sys.stdin.buffer.read()))
    kinds: Counter[str] = Counter()
    wrong, peaks = [], []
    for _ in range(2):
        for name, content in all_files:
            served = SERVED_AS.search(content)
            kind = served[1].decode("latin-1").strip() if served else None
            try:
                found = read(content, "http://127.0.0.1/feed", kind)
                kinds[type(found).__name__] += 1
                if isinstance(found, Document) and not all(text.isprintable() for text in texts(found)):
                    wrong.append(name)
            except Exception as error:  # noqa: BLE001 - it is to be named
                wrong.append(f"{name}: {error!r}")
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    json.dump({"kinds": kinds, "wrong": wrong, "peaks": peaks}, sys.stdout)


if __name__ == "__main__":
    main()
