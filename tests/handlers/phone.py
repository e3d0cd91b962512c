"""A person at a phone, without the wire: routes, rights and screens as they are, Telegram only remembered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

from telegram.error import BadRequest

from bot import updates
from bot.demo.telegram import entities
from bot.demo.telegram.messages import CAPTION, TEXT
from handlers.context import Reach
from handlers.features import FEATURES, all_routes
from handlers.reply import Upload
from handlers.texts import Texts
from storage import books
from storage.database import Database
from storage.people import Person

NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)
WEB = "https://glasnik.example"
"""Where the bot can be reached from outside."""

TEXTS = Texts(strict=True)
CARDS = ("sendMessage", "editMessageText")


@dataclass
class Recorder:
    """What Telegram would have been told, and what popped up; what it would have refused fails."""

    shown: list[dict[str, Any]] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    refuses: set[str] = field(default_factory=set)
    alerts: list[str] = field(default_factory=list)

    @property
    def alert(self) -> str | None:
        """What popped up."""
        return self.alerts[0] if self.alerts else None

    async def call(self, method: str, parameters: Mapping[str, Any], upload: Upload | None = None) -> Any:
        """Remember what is shown; the menu apart."""
        if method in self.refuses:
            raise BadRequest("type of file mismatch")
        if method == "setMyCommands":
            self.menu = [command["command"] for command in parameters["commands"]]
        elif method == "answerCallbackQuery":
            self.alerts += [parameters["text"]] if "text" in parameters else []
        else:
            file = {"filename": upload.name, upload.field: upload.content} if upload else {}
            content = parameters["media"][0] if "media" in parameters else parameters
            text = content.get("text", content.get("caption", ""))
            plain, _ = entities.parse(text, "HTML", None)
            written = "text" in content
            assert written <= entities.units(plain) <= (TEXT if written else CAPTION)
            self.shown.append({**parameters, **file, "method": method, "text": text, "plain": plain})
        return {"message_id": len(self.shown)}

    async def fetch(self, file_id: str) -> bytes:
        """Return a file that was sent."""
        if file_id not in self.files:
            raise BadRequest("invalid file_id")
        return self.files[file_id]


class Phone:
    """Says and taps, and sees what comes."""

    def __init__(
        self, db: Database, telegram_id: int, name: str = "Ana", language: str = "sl", *, approval: bool = False
    ) -> None:
        self.db, self.telegram_id, self.name, self.language = db, telegram_id, name, language
        self.bot, self.now, self.updates = Recorder(), NOW, telegram_id * 10_000
        self.reach = Reach(self.bot, db, TEXTS, FEATURES, "GlasnikBot", approval=approval, web=WEB)

    @property
    def user(self) -> dict[str, Any]:
        return {"id": self.telegram_id, "is_bot": False, "first_name": self.name, "language_code": self.language}

    @property
    def chat(self) -> dict[str, Any]:
        return {"id": self.telegram_id, "type": "private", "first_name": self.name}

    async def says(self, text: str) -> str:
        """Type a text or a command; return what is answered."""
        return await self.sends(text=text)

    async def sends(self, kind: str = "message", **content: Any) -> str:
        """Send a message of any content, or an update of another `kind` with it; return what is answered."""
        message = {"message_id": 1, "date": 0, "chat": self.chat, "from": self.user, **content}
        return await self._update({kind: message})

    async def forges(self, data: str) -> str:
        """Send callback data that no button need have shown."""
        message = {"message_id": 1, "date": 1, "chat": self.chat, "text": "…"}
        query = {"id": "1", "from": self.user, "chat_instance": "1", "message": message, "data": data}
        return await self._update({"callback_query": query})

    async def taps(self, *labels: str) -> str:
        """Tap the buttons that begin with these labels, one after the other; return what is answered to the last."""
        for label in labels:
            data = next((data for key, data in self.keys.items() if key.startswith(label)), None)
            assert data is not None, f"{label!r} is not among {list(self.keys)}"
            await self.forges(data)
        return self.sees

    async def _update(self, content: dict[str, Any]) -> str:
        self.updates += 1
        self.bot.shown.clear()
        self.bot.alerts.clear()
        sender = updates.sender_of(content)
        if sender is None:
            return self.sees
        who, draft = await self.db.read(books.who_asks, self.telegram_id)
        language = who.language if who else TEXTS.choose(self.language)
        arrival = updates.arrival_of(self.updates, updates.needed(content), sender, who, draft, language, self.now)
        application: Any = SimpleNamespace(bot_data={"reach": self.reach})
        context: Any = None
        for route in all_routes(FEATURES):
            if found := route.check_update(arrival):
                await route.handle_update(arrival, application, found, context)
                break
        return self.sees

    @property
    def _card(self) -> dict[str, Any]:
        """The last message of text with buttons, or whatever came first."""
        shown = self.bot.shown
        cards = (one for one in reversed(shown) if one["method"] in CARDS and one.get("reply_markup"))
        return next(cards, shown[0] if shown else {})

    @property
    def sees(self) -> str:
        """The text of the last card."""
        return str(self._card.get("text", ""))

    @property
    def reads(self) -> str:
        """The text of the last card as it stands on the screen, without its formatting."""
        return str(self._card.get("plain", ""))

    @property
    def keys(self) -> dict[str, str]:
        """The buttons of the last card: label and data, or the address to which one leads."""
        rows = (self._card.get("reply_markup") or {"inline_keyboard": ()})["inline_keyboard"]
        return {key["text"]: key.get("callback_data") or key["url"] for row in rows for key in row}

    async def me(self) -> Person | None:
        """Who this is to the association."""
        who, _ = await self.db.read(books.who_asks, self.telegram_id)
        return who
