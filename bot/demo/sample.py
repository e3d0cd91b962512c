"""What the demo begins with, as data/association.toml tells it: people, events, a consultation."""

import tomllib
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict

from storage.consultations.majority import Choice
from storage.consultations.rules import Terms
from storage.events.rules import EventDetails, Kind
from storage.local_time import LJUBLJANA, resolve_late
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


class SampleVoice(_Strict):
    """What somebody says on an article: the vote of a delegate, the stance of a librarian, and what they write."""

    person: str
    article: int
    choice: Choice | None = None
    amendment: str | None = None
    comment: str | None = None
    supported_by: list[str] = []


class SampleConsultation(_Strict):
    """A draft that is put to the members, and what they have said so far."""

    title_sl: str
    title_en: str
    draft: str
    opened: Then
    ends: Then
    voices: list[SampleVoice]

    def terms(self, now: datetime) -> Terms:
        """Say it as staff would."""
        return Terms(self.title_sl, self.title_en, self.ends.moment(now))


class Sample(_Strict):
    """All that the demo begins with."""

    people: list[SamplePerson]
    events: list[SampleEvent]
    consultation: SampleConsultation

    @classmethod
    def load(cls) -> Self:
        """Read it."""
        return cls.model_validate(tomllib.loads((DATA / "association.toml").read_text(encoding="utf-8")))
