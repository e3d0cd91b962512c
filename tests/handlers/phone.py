"""A person at a phone, without the wire: routes, rights and screens as they are, Telegram only remembered."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

from telegram import Update

from bot.demo.telegram import entities
from bot.demo.telegram.messages import CAPTION, TEXT
from handlers.context import Arrival, Reach
from handlers.features import FEATURES, all_routes
from handlers.texts import Texts
from storage import books
from storage.database import Database
from storage.people import Person

NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)
TEXTS = Texts(strict=True)


@dataclass
class Recorder:
    """What Telegram would have been told; what it would have refused fails."""

    shown: list[dict[str, Any]] = field(default_factory=list)

    async def send_message(self, chat_id: int, text: str, **rest: Any) -> SimpleNamespace:
        return self._keep(text=text, **rest)

    async def edit_message_text(self, text: str, chat_id: int, message_id: int, **rest: Any) -> SimpleNamespace:
        return self._keep(text=text, **rest)

    async def send_photo(self, chat_id: int, photo: Any, **rest: Any) -> SimpleNamespace:
        return self._keep(photo=photo.input_file_content, text=rest.pop("caption"), **rest)

    async def send_document(self, chat_id: int, document: Any, **rest: Any) -> SimpleNamespace:
        return self._keep(
            document=document.input_file_content, filename=document.filename, text=rest.pop("caption"), **rest
        )

    async def answer_callback_query(self, *_: Any, **__: Any) -> bool:
        return True

    async def set_my_commands(self, commands: Any, *_: Any) -> bool:
        self.menu = [command.command for command in commands]
        return True

    def _keep(self, **what: Any) -> SimpleNamespace:
        plain, _ = entities.parse(what["text"], "HTML", None)
        assert 0 < entities.units(plain) <= (TEXT if what.keys().isdisjoint({"photo", "document"}) else CAPTION)
        self.shown.append({**what, "plain": plain})
        return SimpleNamespace(message_id=len(self.shown))


class Phone:
    """Says and taps, and sees what comes."""

    def __init__(self, db: Database, telegram_id: int, name: str = "Ana", language: str = "sl") -> None:
        self.db, self.telegram_id, self.name, self.language = db, telegram_id, name, language
        self.bot, self.now, self.updates = Recorder(), NOW, telegram_id * 10_000
        self.reach = Reach(db, TEXTS, FEATURES, "GlasnikBot")

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
        update = Update.de_json({"update_id": self.updates, **content}, self.bot)  # type: ignore[arg-type] # a recorder
        who, draft = await self.db.read(books.who_asks, self.telegram_id)
        language = who.language if who else TEXTS.choose(self.language)
        arrival = Arrival(
            update, self.updates, self.telegram_id, self.telegram_id, self.name, language, who, draft, self.now,
            card=1 if update.callback_query else None,
        )  # fmt: skip
        application: Any = SimpleNamespace(bot_data={"reach": self.reach})
        context: Any = SimpleNamespace(bot=self.bot)
        for route in all_routes(FEATURES):
            if found := route.check_update(arrival):
                await route.handle_update(arrival, application, found, context)
                break
        return self.sees

    @property
    def sees(self) -> str:
        """The text of the last card."""
        return str(self.bot.shown[0]["text"]) if self.bot.shown else ""

    @property
    def reads(self) -> str:
        """The text of the last card as it stands on the screen, without its formatting."""
        return str(self.bot.shown[0]["plain"]) if self.bot.shown else ""

    @property
    def keys(self) -> dict[str, str]:
        """The buttons of the last card: label and data."""
        markup = self.bot.shown[0].get("reply_markup") if self.bot.shown else None
        return {key.text: str(key.callback_data) for row in markup.inline_keyboard for key in row} if markup else {}

    async def me(self) -> Person | None:
        """Who this is to the association."""
        who, _ = await self.db.read(books.who_asks, self.telegram_id)
        return who
