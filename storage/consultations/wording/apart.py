"""Reading a draft in a process of its own: what a hostile file does to it ends with it, after some seconds at most."""

import json
import sys
from typing import get_args

from storage import apart
from storage.consultations.wording.lines import Line
from storage.consultations.wording.outcomes import Damaged, Reading, Text, TookTooLong, Unread

SECONDS = 60
"""How long reading may take; a law of 800 articles takes 3 s as .pdf, 0.3 s as .docx."""

UNREAD = {outcome.__name__: outcome for outcome in get_args(Unread)}


def read_apart(content: bytes, seconds: float = SECONDS) -> Reading:
    """Read a draft as `reading.read` does. Blocks, so call it in a thread where others wait."""
    try:
        done = apart.run(__name__, content, seconds)
    except apart.TookTooLong:
        return TookTooLong()
    except apart.Died:
        return Damaged()
    name, lines = json.loads(done)
    return UNREAD[name]() if name in UNREAD else Text(tuple(Line(*line) for line in lines))


def main() -> None:
    """Read what comes in, and write what came of it."""
    from storage.consultations.wording.reading import read  # noqa: PLC0415 - whoever calls needs not what reading loads

    apart.limit(SECONDS)
    reading = read(sys.stdin.buffer.read())
    lines = [(line.text, line.level) for line in reading.lines] if isinstance(reading, Text) else ()
    json.dump((type(reading).__name__, lines), sys.stdout)


if __name__ == "__main__":
    main()
