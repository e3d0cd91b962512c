"""What the demo begins with, as data/association.toml tells it: people, events, a consultation, calls."""

import tomllib
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict

from storage.calls.rules import Content, Deadline, DeadlineKind, Details, Intent, Topic, When
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
    """Somebody with a phone in the demo, and the topics of calls that they follow."""

    key: str
    first_name: str
    language: Literal["sl", "en"]
    role: Role
    library: str | None = None
    follows: list[Topic] = []


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


class SampleDeadline(_Strict):
    """A deadline of a call: with an hour, or until the end of the day."""

    kind: DeadlineKind
    at: Then
    provisional: bool = False
    words: str | None = None

    def deadline(self, now: datetime) -> Deadline:
        """Say it as staff would."""
        noon = self.at.model_copy(update={"hour": self.at.hour or time(12)})
        day = noon.moment(now).astimezone(LJUBLJANA).date()
        return Deadline(self.kind, When(day, self.at.hour, self.provisional, self.words))


class SampleCall(_Strict):
    """A call for projects, and what libraries have declared on it through somebody."""

    title_sl: str
    title_en: str
    caller: str
    summary_sl: str
    summary_en: str
    link: str
    topics: list[Topic]
    amount: int
    cofinancing: str | None = None
    deadlines: list[SampleDeadline]
    intents: dict[str, Intent] = {}

    def content(self, now: datetime) -> Content:
        """Say it as staff would."""
        details = Details(
            self.title_sl, self.title_en, self.caller, self.summary_sl, self.summary_en, self.link, tuple(self.topics),
            amount=self.amount, cofinancing=self.cofinancing,
        )  # fmt: skip
        return Content(details, tuple(one.deadline(now) for one in self.deadlines))


class Sample(_Strict):
    """All that the demo begins with."""

    people: list[SamplePerson]
    events: list[SampleEvent]
    consultation: SampleConsultation
    calls: list[SampleCall]

    @classmethod
    def load(cls) -> Self:
        """Read it."""
        return cls.model_validate(tomllib.loads((DATA / "association.toml").read_text(encoding="utf-8")))
