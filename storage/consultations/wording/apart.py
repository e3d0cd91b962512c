"""Reading a draft in a process of its own: what a hostile file does to it ends with it, after some seconds at most.

A law of 800 articles takes 4 s as .pdf, 1 s as .docx.
"""

import json
import sys
from typing import get_args

from storage import apart
from storage.consultations.wording.lines import Line
from storage.consultations.wording.outcomes import Damaged, Reading, Text, TookTooLong, Unread

UNREAD = {outcome.__name__: outcome for outcome in get_args(Unread)}


def read_apart(content: bytes, seconds: float = apart.SECONDS) -> Reading:
    """Read a draft as `reading.read` does. Blocks, so call it in a thread where others wait."""
    try:
        name, lines = json.loads(apart.run(__name__, content, seconds))
    except apart.TookTooLong:
        return TookTooLong()
    except apart.Died:
        return Damaged()
    return UNREAD[name]() if name in UNREAD else Text(tuple(Line(*line) for line in lines))


def main() -> None:
    """Read what comes in, and write what came of it."""
    from storage.consultations.wording.reading import read  # noqa: PLC0415 - whoever calls does not need what it loads

    apart.limit()
    reading = read(sys.stdin.buffer.read())
    lines = [(line.text, line.level) for line in reading.lines] if isinstance(reading, Text) else ()
    json.dump((type(reading).__name__, lines), sys.stdout)


if __name__ == "__main__":
    main()
