"""What the chat page asks beside the local Telegram: who is who, what time it is, and to move the clock on."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import web
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from bot.app import Glasnik
from bot.demo.clock import DemoClock
from handlers.texts import LANGUAGES, Texts
from storage import books, people
from storage.people import Person, Role

PAGE = Path(__file__).parent / "page"
LJUBLJANA = ZoneInfo("Europe/Ljubljana")
FURTHEST = timedelta(days=366)

POLICY = "default-src 'self'; img-src 'self' data: blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


class Move(BaseModel):
    """How far to move the clock: by seconds, or to the next thing due."""

    model_config = ConfigDict(extra="forbid")

    seconds: float | None = Field(default=None, gt=0, le=FURTHEST.total_seconds())
    to: str | None = Field(default=None, pattern="^next$")

    @model_validator(mode="after")
    def _one_of_both(self) -> "Move":
        if (self.seconds is None) == (self.to is None):
            raise ValueError("seconds or to")
        return self


@dataclass(slots=True)
class Desk:
    """The demo's own routes; `glasnik` is there once the bot runs."""

    clock: DemoClock
    texts: Texts
    glasnik: Glasnik | None = None

    def routes(self) -> list[web.AbstractRouteDef]:
        """List the routes: the page, its files, the state, the clock."""
        return [
            web.get("/", self.page),
            web.static("/page", PAGE),
            web.get("/demo", self.state),
            web.post("/demo/clock", self.move),
        ]

    async def page(self, _request: web.Request) -> web.FileResponse:
        """Serve the page."""
        return web.FileResponse(PAGE / "index.html", headers={"Content-Security-Policy": POLICY})

    async def state(self, _request: web.Request) -> web.Response:
        """Tell the time, what is due next, and who is who."""
        glasnik = self._running()
        everybody = await glasnik.db.read(people.with_role, Role.LIBRARIAN)
        notes = {str(person.telegram_id): {"role": self._note(person)} for person in everybody}
        bot = {"username": glasnik.bot.username, "first_name": glasnik.bot.first_name}
        return web.json_response({**await self._time(glasnik), "bot": bot, "people": notes})

    async def move(self, request: web.Request) -> web.Response:
        """Move the clock on, do at once what has fallen due, and send what is owed, so that it says its own time."""
        glasnik = self._running()
        try:
            asked = Move.model_validate(await request.json())
        except (ValidationError, ValueError):
            raise web.HTTPBadRequest from None
        by = timedelta(seconds=asked.seconds or 0)
        if asked.to and (due_at := await glasnik.db.read(books.next_at, self.clock.now())):
            by = due_at - self.clock.now() + timedelta(seconds=1)
        self.clock.move(by)
        await glasnik.ticker.tick()
        await glasnik.delivery.send_due()
        return web.json_response(await self._time(glasnik))

    async def _time(self, glasnik: Glasnik) -> dict[str, Any]:
        now = self.clock.now()
        next_due = await glasnik.db.read(books.next_at, now)
        return {
            "now": _local(now),
            "shift_seconds": self.clock.shift.total_seconds(),
            "next_due": _local(next_due) if next_due else None,
        }

    def _note(self, person: Person) -> dict[str, str]:
        notes = {}
        for language in LANGUAGES:
            say = self.texts.say(language)
            role = say.label(f"role-{person.role}")
            notes[language] = f"{role}, {person.library.name}" if person.library else role
        return notes

    def _running(self) -> Glasnik:
        if self.glasnik is None:
            raise web.HTTPServiceUnavailable
        return self.glasnik


def _local(moment: datetime) -> str:
    return moment.astimezone(LJUBLJANA).isoformat(timespec="seconds")
