"""The association that the demo begins with: libraries, four people at their phones, four events."""

import secrets
import tomllib
from collections.abc import Mapping
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Literal

import aiohttp
from pydantic import BaseModel, ConfigDict

from storage import people
from storage.database import Database, Tx
from storage.events import actions as events
from storage.events.rules import EventDetails, Kind
from storage.local_time import LJUBLJANA, resolve_late
from storage.membership import invites, libraries, lists, roles
from storage.people import Role

DATA = Path(__file__).parent / "data"
SATURDAY = 5
"""As `date.weekday` counts."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SamplePerson(_Strict):
    """Somebody with a phone in the demo."""

    key: str
    first_name: str
    language: Literal["sl", "en"]
    role: Role
    library: str | None = None


class Then(_Strict):
    """A moment in the sample: hours from now, or days from today at an hour in Ljubljana, on Monday for a weekend."""

    hours: int = 0
    days: int = 0
    hour: time | None = None

    def moment(self, now: datetime) -> datetime:
        """Return the moment, in UTC."""
        if self.hour is None:
            return now + timedelta(hours=self.hours)
        day = now.astimezone(LJUBLJANA).date() + timedelta(days=self.days)
        if day.weekday() >= SATURDAY:
            day += timedelta(days=7 - day.weekday())
        return resolve_late(datetime.combine(day, self.hour))


class SampleEvent(_Strict):
    """An event of the sample and who has a seat."""

    kind: Kind
    title_sl: str
    title_en: str
    description_sl: str
    description_en: str
    starts: Then
    ends: Then
    closes: Then
    place: str | None = None
    link: str | None = None
    capacity: int
    seats: list[str]

    def details(self, now: datetime) -> EventDetails:
        """Say it as staff would."""
        return EventDetails(
            kind=self.kind,
            title_sl=self.title_sl,
            title_en=self.title_en,
            description_sl=self.description_sl,
            description_en=self.description_en,
            starts_at=self.starts.moment(now),
            ends_at=self.ends.moment(now),
            place=self.place,
            link=self.link,
            capacity=self.capacity,
            closes_at=self.closes.moment(now),
        )


class Sample(_Strict):
    """All that the demo begins with."""

    people: list[SamplePerson]
    events: list[SampleEvent]


async def seed(db: Database, telegram: str, now: datetime) -> None:
    """Fill empty books; each person opens the bot, so that there is something to see at once."""
    if await db.read(people.with_role, Role.LIBRARIAN):
        return
    sample = Sample.model_validate(tomllib.loads((DATA / "association.toml").read_text(encoding="utf-8")))
    async with aiohttp.ClientSession(telegram, raise_for_status=True) as phones:
        numbers = {}
        for one in sample.people:
            asked = {"first_name": one.first_name, "language_code": one.language}
            async with phones.post("/people", json=asked) as answer:
                numbers[one.key] = (await answer.json())["id"]
        await db.transact(_fill, sample, numbers, now)
        for number in numbers.values():
            async with phones.post(f"/people/{number}/send", json={"start": ""}):
                pass


def _fill(tx: Tx, sample: Sample, numbers: Mapping[str, int], now: datetime) -> None:
    libraries.import_libraries(tx, (DATA / "libraries.csv").read_bytes(), now)
    by_code = {line.library.code: line.library.id for line in lists.all_libraries(tx)}
    members = {}
    for one in sorted(sample.people, key=lambda one: one.role != Role.ADMIN):
        secret = secrets.token_urlsafe(16)
        library = by_code[one.library] if one.library else None
        invites.create_invite(tx, None, one.role, library, 1, now + timedelta(hours=1), secret, now)
        joined = invites.redeem(tx, secret, numbers[one.key], one.first_name, one.language, now)
        if not isinstance(joined, invites.Joined):
            raise TypeError(f"{one.key} did not get in: {joined}")
        members[one.key] = joined.person
    admin = next(person for person in members.values() if person.role == Role.ADMIN)
    for person in members.values():
        if person.wanted_role:
            roles.confirm(tx, admin.id, person.id, person.wanted_role, now)
    for sample_event in sample.events:
        published = events.publish(tx, admin.id, sample_event.details(now), now)
        if not isinstance(published, events.Published):
            raise TypeError(f"{sample_event.title_sl} cannot be published: {published}")
        for key in sample_event.seats:
            events.register(tx, published.event.id, members[key].id, now)
