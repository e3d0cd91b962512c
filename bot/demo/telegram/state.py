"""What the local Telegram knows: people, chats, messages, files, and the updates that wait for the bot."""

import asyncio
import itertools
import json
import secrets
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from bot.demo.telegram.faults import Fault
from bot.demo.telegram.limits import Limits

JSON = dict[str, Any]

LOG_KEPT = 100_000

SUPERGROUPS = -(10**12)
"""Their numbers are below this one."""


@dataclass(slots=True)
class Person:
    """Somebody with a telephone."""

    id: int
    first_name: str
    language_code: str
    started: bool = False
    blocked: bool = False

    def user(self) -> JSON:
        """Return the Bot API's User."""
        return {"id": self.id, "is_bot": False, "first_name": self.first_name, "language_code": self.language_code}


@dataclass(slots=True)
class Chat:
    """A chat with the bot: a person's own, or a group. `version` counts every change and numbers new messages.

    A group may be a forum with topics, lose the bot, or have `moved_to` the number of a supergroup.
    """

    id: int
    title: str | None = None
    members: list[int] = field(default_factory=list)
    messages: dict[int, JSON] = field(default_factory=dict)
    version: int = 0
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    forum: bool = False
    topics: dict[int, JSON] = field(default_factory=dict)
    supergroup: bool = False
    bot_inside: bool = True
    moved_to: int | None = None

    def place(self, thread_id: int) -> JSON:
        """Return what says that a message is in a topic; 0 is none."""
        return {"message_thread_id": thread_id, "is_topic_message": True} if thread_id else {}

    def since(self, version: int) -> list[JSON]:
        """List the messages that have changed after `version`."""
        return [message for message in self.messages.values() if message["version"] > version]

    def touch(self, message: JSON) -> None:
        """Note that a message is new or has changed, and wake whoever looks."""
        self.version += 1
        message["version"] = self.version
        self.changed.set()
        self.changed = asyncio.Event()


@dataclass(slots=True)
class File:
    """A file that was sent; `content` is on disk when there is a state file."""

    file_id: str
    name: str
    mime_type: str
    content: bytes


@dataclass(slots=True)
class Query:
    """A tap that waits for the bot's answer."""

    asked_at: float
    answer: asyncio.Future[JSON]


class Telegram:
    """The whole world of one bot.

    `now` dates messages; `limits` "telegram" enforces Telegram's rates; `state` is a file that a restart reads.
    """

    def __init__(
        self,
        token: str,
        *,
        username: str = "GlasnikBot",
        name: str = "Glasnik",
        now: Callable[[], datetime] = lambda: datetime.now(UTC),  # noqa: TID251 - where no other clock is given
        limits: Literal["telegram", "none"] = "none",
        state: Path | None = None,
    ) -> None:
        self.token, self.now, self.limited, self.path = token, now, limits == "telegram", state
        self.me: JSON = {
            "id": int(token.partition(":")[0]),
            "is_bot": True,
            "first_name": name,
            "username": username,
        }
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, File] = {}
        self.queries: dict[str, Query] = {}
        self.commands: dict[str, list[JSON]] = {}
        self.texts: dict[str, str] = {}
        self.webhook: JSON | None = None
        self.updates: deque[JSON] = deque()
        self.poll_wakes = asyncio.Event()
        self.numbers = itertools.count(1)
        self.next_update = 1
        self.next_person = 1001
        self.next_group = -1001
        self.dirty = asyncio.Event()
        self.closing = asyncio.Event()
        self.hook_wakes = asyncio.Event()
        self.webhook_error: JSON = {}
        self.poll: object = None
        self.allowed_updates: list[str] = []
        self.faults: list[Fault] = []
        self.limits = Limits()
        self.log: deque[JSON] = deque(maxlen=LOG_KEPT)
        if state is not None and state.exists():
            self._load(json.loads(state.read_text(encoding="utf-8")))

    def seconds(self) -> int:
        """Return the moment as Telegram dates messages."""
        return int(self.now().timestamp())

    # -- chats and messages

    def chat_json(self, chat: Chat) -> JSON:
        """Return the Bot API's Chat."""
        if chat.title is not None:
            kind = "supergroup" if chat.supergroup or chat.forum else "group"
            return {"id": chat.id, "type": kind, "title": chat.title} | ({"is_forum": True} if chat.forum else {})
        return {"id": chat.id, "type": "private", "first_name": self.people[chat.id].first_name}

    def add_person(self, first_name: str, language_code: str) -> Person:
        """Make a person, with an empty chat."""
        person = Person(self.next_person, first_name, language_code)
        self.next_person += 1
        self.people[person.id] = person
        self.chats[person.id] = Chat(person.id)
        self.dirty.set()
        return person

    def add_group(self, title: str, members: list[int], *, forum: bool = False) -> Chat:
        """Make a group with these people and the bot."""
        chat = Chat(self.next_group, title, members, forum=forum)
        self.next_group -= 1
        self.chats[chat.id] = chat
        self.dirty.set()
        return chat

    def move(self, old: Chat) -> Chat:
        """Make a supergroup of a group; what was said stays in the old one."""
        new = Chat(SUPERGROUPS + old.id, old.title, old.members, supergroup=True)
        self.chats[new.id] = new
        old.moved_to = new.id
        self.dirty.set()
        return new

    def add_message(self, chat: Chat, sender: JSON, content: JSON) -> JSON:
        """Put a message into a chat."""
        message = {
            "message_id": chat.version + 1, "date": self.seconds(), "chat": self.chat_json(chat), "from": sender,
            **content,
        }  # fmt: skip
        chat.touch(message)
        chat.messages[message["message_id"]] = message
        self.dirty.set()
        return message

    def change(self, chat: Chat, message: JSON) -> None:
        """Note that a message was edited."""
        chat.touch(message)
        self.dirty.set()

    def delete_message(self, chat: Chat, message: JSON) -> None:
        """Take a message away; that it is gone stays to be told."""
        number = message["message_id"]
        message.clear()
        message.update({"message_id": number, "deleted": True})
        self.change(chat, message)

    # -- updates for the bot

    def update(self, kind: str, content: JSON) -> None:
        """Queue an update for the bot, if it wants to hear of this kind."""
        if self.allowed_updates and kind not in self.allowed_updates:
            return
        self.updates.append({"update_id": self.next_update, kind: content})
        self.next_update += 1
        self.poll_wakes.set()
        self.hook_wakes.set()
        self.dirty.set()

    def confirm_before(self, offset: int) -> None:
        """Forget the updates below `offset`."""
        while self.updates and self.updates[0]["update_id"] < offset:
            self.updates.popleft()
            self.dirty.set()

    # -- files

    def add_file(self, name: str, mime_type: str, content: bytes) -> File:
        """Keep a file."""
        file = File(secrets.token_urlsafe(24), name, mime_type, content)
        self.files[file.file_id] = file
        if self.path is not None:
            folder = self._folder()
            folder.mkdir(exist_ok=True)
            (folder / file.file_id).write_bytes(content)
        self.dirty.set()
        return file

    def _folder(self) -> Path:
        if self.path is None:
            raise RuntimeError("Nothing is kept without a state file.")
        return self.path.with_name(self.path.name + ".files")

    # -- keeping

    def dump(self) -> JSON:
        """Return all that a restart needs."""
        return {
            "people": [
                [one.id, one.first_name, one.language_code, one.started, one.blocked] for one in self.people.values()
            ],
            "chats": [
                [one.id, one.title, one.members, one.version, list(one.messages.values()),
                 [one.forum, list(one.topics.items()), one.supergroup, one.bot_inside, one.moved_to]]
                for one in self.chats.values()
            ],
            "files": [[one.file_id, one.name, one.mime_type] for one in self.files.values()],
            "commands": self.commands, "texts": self.texts, "webhook": self.webhook, "updates": list(self.updates),
            "next": [self.next_update, self.next_person, self.next_group], "allowed": self.allowed_updates,
        }  # fmt: skip

    def _load(self, kept: JSON) -> None:
        self.people = {row[0]: Person(*row) for row in kept["people"]}
        for number, title, members, version, messages, *more in kept["chats"]:
            by_number = {message["message_id"]: message for message in messages}
            chat = self.chats[number] = Chat(number, title, members, by_number, version)
            for forum, topics, supergroup, inside, moved_to in more:
                chat.forum, chat.topics, chat.supergroup = forum, dict(topics), supergroup
                chat.bot_inside, chat.moved_to = inside, moved_to
        for file_id, name, mime_type in kept["files"]:
            path = self._folder() / file_id
            if path.exists():
                self.files[file_id] = File(file_id, name, mime_type, path.read_bytes())
        self.commands, self.texts, self.webhook = kept["commands"], kept["texts"], kept["webhook"]
        self.updates = deque(kept["updates"])
        self.next_update, self.next_person, self.next_group = kept["next"]
        self.allowed_updates = kept["allowed"]

    def save(self) -> None:
        """Write the state, all or nothing."""
        if self.path is None:
            return
        part = self.path.with_name(self.path.name + ".part")
        part.write_text(json.dumps(self.dump(), ensure_ascii=False), encoding="utf-8")
        part.replace(self.path)

    async def keep_saving(self) -> None:
        """Write the state a moment after it has changed, until cancelled."""
        while True:
            await self.dirty.wait()
            self.dirty.clear()
            self.save()
            await asyncio.sleep(0.3)  # so that a flood of changes is written a few times a second, not at each
