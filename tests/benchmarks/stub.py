"""A bare Bot API server in a process of its own: it feeds updates and takes answers, and does as little as it can.

It prints JSON lines: its port, that the bot has polled or sent for the first time, and when everything has an answer
how long that took, how long each tap waited, how many answers there were and how many of them said a word.

With --sends there are no updates: everyone is to get a message of the bot's own accord.
"""

import argparse
import asyncio
import json
import re
from collections import defaultdict, deque
from collections.abc import Callable
from typing import Any

BATCH = 100
CHAT = re.compile(rb"chat_id\"?[=:] ?\"?(\d+)")
ME = {"id": 4242, "is_bot": True, "first_name": "Glasnik", "username": "GlasnikBot", "can_join_groups": True,
      "can_read_all_group_messages": False, "supports_inline_queries": False}  # fmt: skip
FIRST_PERSON = 100_000
ANSWERS = {"sendMessage", "editMessageText"}
"""What counts as the answer to an update."""


def message(chat: int, text: str) -> dict[str, Any]:
    """Make a message from the bot, as it was shown or sent."""
    return {"message_id": 7, "date": 1_800_000_000, "chat": {"id": chat, "type": "private", "first_name": "A"},
            "from": ME, "text": text}  # fmt: skip


def update(number: int, person: int, data: str | None) -> dict[str, Any]:
    """Make an update from a person: a tap with callback data, or a text."""
    sender = {"id": person, "is_bot": False, "first_name": "A", "language_code": "sl"}
    if data is None:
        content = {**message(person, "pozdravljeni"), "from": sender}
        return {"update_id": number, "message": content}
    query = {
        "id": str(number),
        "from": sender,
        "message": message(person, "kartica"),
        "chat_instance": "1",
        "data": data,
    }
    return {"update_id": number, "callback_query": query}


class Feed:
    """The updates of one run, all at once or so many a second, or none; and who has been answered.

    People take turns; what one person sends is answered in order.
    """

    def __init__(self, people: int, updates: int, data: list[str], per_second: float | None, word: bytes) -> None:
        self._people, self._count, self._data, self._per_second = people, updates, data, per_second
        self._word = word
        self._given = 0
        self._answers = 0
        self._said = 0
        self._started: float | None = None
        self._given_at: defaultdict[int, deque[float]] = defaultdict(deque)
        self._answered: dict[int, float] = {}
        self._waits: list[float] = []
        self._last = 0.0
        self.done = asyncio.Event()
        self._loop = asyncio.get_running_loop()

    def _since_start(self) -> float:
        """Tell how many seconds the run has taken; the first poll or message starts it."""
        if self._started is None:
            print(json.dumps({"started": True}), flush=True)  # noqa: T201
            self._started = self._loop.time()
        return self._loop.time() - self._started

    def _ready(self) -> int:
        """Count the updates that may be given by now."""
        seconds = self._since_start()
        return self._count if self._per_second is None else min(self._count, 1 + int(seconds * self._per_second))

    def next_batch(self) -> bytes:
        """Give what is ready and not yet given."""
        numbers = range(self._given + 1, min(self._ready(), self._given + BATCH) + 1)
        self._given = numbers.stop - 1 if numbers else self._given
        now = self._loop.time()
        batch = []
        for number in numbers:
            person = FIRST_PERSON + 1 + (number - 1) % self._people
            self._given_at[person].append(now)
            batch.append(update(number, person, self._data[number % len(self._data)] if self._data else None))
        return json.dumps(batch).encode()

    def wait(self) -> float | None:
        """Tell how many seconds until there is more; None when all are given."""
        if self._given >= self._count:
            return None
        if self._per_second is None or self._started is None or self._ready() > self._given:
            return 0.0
        return max(0.0, self._started + self._given / self._per_second - self._loop.time())

    def answered(self, chat: int, body: bytes) -> None:
        """Take note of an answer to one of the run's people."""
        if not FIRST_PERSON < chat <= FIRST_PERSON + self._people:
            return
        self._since_start()
        self._answers += 1
        self._said += self._word in body
        self._last = self._loop.time()
        self._answered.setdefault(chat, self._last)
        if self._given_at[chat]:
            self._waits.append(1000 * (self._last - self._given_at[chat].popleft()))
        if len(self._answered) == self._people and len(self._waits) == self._count:
            self.done.set()

    def result(self) -> dict[str, Any]:
        """Return the seconds from start to last answer, each tap's wait in milliseconds, sorted, and the answers."""
        seconds = self._last - (self._started or 0.0)
        return {"seconds": seconds, "waits": sorted(self._waits), "answers": self._answers, "said": self._said}


class Connection(asyncio.Protocol):
    """HTTP/1.1 with Content-Length, kept alive; enough for two HTTP clients."""

    def __init__(self, feed: Feed) -> None:
        self._feed = feed
        self._buffer = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way back."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer each request that is complete."""
        self._buffer += data
        while (end := self._buffer.find(b"\r\n\r\n")) >= 0:
            head = self._buffer[:end]
            at = head.lower().find(b"content-length:")
            length = int(head[at + 15 :].split(b"\r\n", 1)[0]) if at >= 0 else 0
            if len(self._buffer) < end + 4 + length:
                return
            body = self._buffer[end + 4 : end + 4 + length]
            self._buffer = self._buffer[end + 4 + length :]
            path = head.split(b" ", 2)[1].split(b"?", 1)[0]
            self._answer(path.rsplit(b"/", 1)[1].decode(), body)

    def _answer(self, method: str, body: bytes) -> None:
        if method == "getUpdates":
            self._poll()
        elif method in ANSWERS:
            chat = int(CHAT.search(body)[1])  # type: ignore[index]  # it is there, or the run fails
            self._feed.answered(chat, body)
            self._send(json.dumps(message(chat, "odgovor")).encode())
        elif method == "getMe":
            self._send(json.dumps(ME).encode())
        else:
            self._send(b"true")

    def _poll(self) -> None:
        """Answer a poll when there is something; when all is given, never."""
        wait = self._feed.wait()
        if wait == 0.0:
            self._send(self._feed.next_batch())
        elif wait is not None:
            asyncio.get_running_loop().call_later(wait, self._poll)

    def _send(self, result: bytes) -> None:
        if self._transport is not None and not self._transport.is_closing():
            body = b'{"ok":true,"result":' + result + b"}"
            head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
            self._transport.write(head + str(len(body)).encode() + b"\r\n\r\n" + body)


async def serve(people: int, updates: int, data: list[str], per_second: float | None, word: str) -> None:
    """Serve one run; print the port first and the result last."""
    feed = Feed(people, updates, data, per_second, word.encode())
    factory: Callable[[], Connection] = lambda: Connection(feed)  # noqa: E731 - a name for its type
    server = await asyncio.get_running_loop().create_server(factory, "127.0.0.1", 0)
    print(json.dumps({"port": server.sockets[0].getsockname()[1]}), flush=True)  # noqa: T201 - to the one who started it
    await feed.done.wait()
    print(json.dumps(feed.result()), flush=True)  # noqa: T201
    await asyncio.Event().wait()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("--people", type=int, help="so many take turns; else each update is of a person of their own")
    parser.add_argument("--word", default="", help="count the answers that say it")
    parser.add_argument("--data", nargs="*", default=[])
    parser.add_argument("--per-second", type=float)
    parser.add_argument("--sends", action="store_true")
    args = parser.parse_args()
    updates = 0 if args.sends else args.count
    asyncio.run(serve(args.people or args.count, updates, args.data, args.per_second, args.word))
