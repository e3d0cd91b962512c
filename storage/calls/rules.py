"""What a call is, what may be published, and what a library may declare on it. Pure: facts in, outcome out."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import NewType

from storage.links import is_link
from storage.local_time import resolve_late
from storage.people import LibraryId, PersonId, Role

CallId = NewType("CallId", int)
DeadlineId = NewType("DeadlineId", int)
ConsortiumId = NewType("ConsortiumId", int)

TITLE_AT_MOST = 200
CALLER_AT_MOST = 200
SUMMARY_AT_MOST = 1500
LINK_AT_MOST = 500
COFINANCING_AT_MOST = 300
WORDS_AT_MOST = 300
LABEL_AT_MOST = 120
"""Characters."""

DOCUMENTS_AT_MOST = 10
DEADLINES_AT_MOST = 20
AMOUNT_AT_MOST = 10**9
"""Euros."""

VOTERS = (Role.DELEGATE, Role.DEPUTY)
"""Who speaks for a library."""


class Topic(StrEnum):
    """What a call is about; people follow topics."""

    READING = "reading"
    HERITAGE = "heritage"
    DIGITAL = "digital"
    SPACES = "spaces"
    SKILLS = "skills"
    INCLUSION = "inclusion"
    GREEN = "green"
    INTERNATIONAL = "international"
    OTHER = "other"


EVERYTHING = "*"
"""What is followed in place of a topic by whoever follows all of them."""


class DeadlineKind(StrEnum):
    """What ends, or happens, at a deadline."""

    INFORMATION = "information"
    QUESTIONS = "questions"
    PAPERS = "papers"
    STAGE = "stage"
    SUBMISSION = "submission"
    MILESTONE = "milestone"
    REPORT = "report"


OF_CALL = (DeadlineKind.INFORMATION, DeadlineKind.QUESTIONS, DeadlineKind.PAPERS, DeadlineKind.STAGE,
           DeadlineKind.SUBMISSION)  # fmt: skip
"""The kinds that a call itself has; the others are those of a granted project."""

OF_PROJECT = (DeadlineKind.MILESTONE, DeadlineKind.REPORT)
"""The kinds of a granted project: they go on when the call is closed."""

APPLICATIONS = (DeadlineKind.STAGE, DeadlineKind.SUBMISSION)
"""The kinds until which something is to be handed in."""


@dataclass(frozen=True, slots=True)
class When:
    """A `day` in Ljubljana with an `hour`, or until the end of the day.

    `words` are the call's own where no date can express it: the day is then one that staff set to be reminded by.
    """

    day: date
    hour: time | None = None
    provisional: bool = False
    words: str | None = None

    @property
    def ends_at(self) -> datetime:
        """The moment from which it is too late, in UTC."""
        if self.hour is None:
            return resolve_late(datetime.combine(self.day + timedelta(days=1), time()))
        return resolve_late(datetime.combine(self.day, self.hour))


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline of a call; with a `library` or a `consortium`, only theirs. `id` is None while it is not written.

    Theirs was changed so often, last at `changed_at`; the call's own change with its versions.
    """

    kind: DeadlineKind
    when: When
    label: str | None = None
    id: DeadlineId | None = None
    library: LibraryId | None = None
    consortium: ConsortiumId | None = None
    changes: int = 0
    changed_at: datetime | None = None

    @property
    def of_all(self) -> bool:
        """Whether it is the call's own."""
        return self.library is None and self.consortium is None


@dataclass(frozen=True, slots=True)
class Document:
    """A file as Telegram has it."""

    name: str
    file_id: str


@dataclass(frozen=True, slots=True)
class Details:
    """What a call says. A project gets an `amount` at most, in euros; without `kinds`, all libraries may apply."""

    title_sl: str
    title_en: str | None = None
    caller: str = ""
    summary_sl: str | None = None
    summary_en: str | None = None
    link: str | None = None
    topics: tuple[Topic, ...] = ()
    kinds: tuple[str, ...] = ()
    amount: int | None = None
    cofinancing: str | None = None
    documents: tuple[Document, ...] = ()

    def title(self, language: str) -> str:
        """Give the title in a language, or as it is."""
        return self.title_en if language == "en" and self.title_en else self.title_sl

    def summary(self, language: str) -> str | None:
        """Give the summary in a language, or as it is."""
        return self.summary_en if language == "en" and self.summary_en else self.summary_sl

    def admits(self, kind: str) -> bool:
        """Tell whether a library of a kind may apply."""
        return not self.kinds or kind in self.kinds


class State(StrEnum):
    """Where a call is. One whose last deadline is over is open still, and `over`."""

    OPEN = "open"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


def holds(state: State, deadline: Deadline) -> bool:
    """Tell whether a deadline still matters: those of projects in a closed call too, none in a withdrawn one."""
    return state is State.OPEN or (state is State.CLOSED and deadline.kind in OF_PROJECT)


@dataclass(frozen=True, slots=True)
class Content:
    """What can change in a call: its details and its own deadlines, in order of time."""

    details: Details
    deadlines: tuple[Deadline, ...] = ()

    @property
    def ends_at(self) -> datetime | None:
        """When the last of its deadlines is over; None while it has none."""
        return max((one.when.ends_at for one in self.deadlines), default=None)


@dataclass(frozen=True, slots=True)
class Call:
    """A published call, as of its `version`."""

    id: CallId
    content: Content
    state: State
    version: int
    published_at: datetime
    created_by: PersonId | None

    @property
    def details(self) -> Details:
        """What it says."""
        return self.content.details

    @property
    def deadlines(self) -> tuple[Deadline, ...]:
        """Its own deadlines, in order."""
        return self.content.deadlines

    def over(self, now: datetime) -> bool:
        """Tell whether its last deadline has passed."""
        ends_at = self.content.ends_at
        return ends_at is not None and ends_at <= now

    def runs(self, now: datetime) -> bool:
        """Tell whether it can be applied to."""
        return self.state is State.OPEN and not self.over(now)

    def holds(self, deadline: Deadline) -> bool:
        """Tell whether a deadline of it still matters."""
        return holds(self.state, deadline)

    def next_deadline(self, now: datetime) -> Deadline | None:
        """Find the deadline that comes next."""
        return next((one for one in self.deadlines if one.when.ends_at > now), None)


class Problem(StrEnum):
    """Why a call cannot be published as it is."""

    NO_TITLE = "no-title"
    NO_CALLER = "no-caller"
    NO_TOPIC = "no-topic"
    NO_LINK = "no-link"
    TOO_LONG = "too-long"
    AMOUNT = "amount"
    TOO_MANY_DEADLINES = "too-many-deadlines"
    TOO_MANY_DOCUMENTS = "too-many-documents"
    KIND = "kind"


def check(content: Content) -> list[Problem]:
    """List what has to change before the call can be published. One that is over already may be, for the record."""
    one = content.details
    lengths = (
        (one.title_sl, TITLE_AT_MOST), (one.title_en, TITLE_AT_MOST), (one.caller, CALLER_AT_MOST),
        (one.summary_sl, SUMMARY_AT_MOST), (one.summary_en, SUMMARY_AT_MOST), (one.link, LINK_AT_MOST),
        (one.cofinancing, COFINANCING_AT_MOST),
        *((deadline.label, LABEL_AT_MOST) for deadline in content.deadlines),
        *((deadline.when.words, WORDS_AT_MOST) for deadline in content.deadlines),
    )  # fmt: skip
    found = {
        Problem.NO_TITLE: not one.title_sl.strip() or (one.title_en is not None and not one.title_en.strip()),
        Problem.NO_CALLER: not one.caller.strip(),
        Problem.NO_TOPIC: not one.topics,
        Problem.NO_LINK: one.link is not None and not is_link(one.link),
        Problem.TOO_LONG: any(len(text or "") > most for text, most in lengths),
        Problem.AMOUNT: one.amount is not None and not 0 < one.amount <= AMOUNT_AT_MOST,
        Problem.TOO_MANY_DEADLINES: len(content.deadlines) > DEADLINES_AT_MOST,
        Problem.TOO_MANY_DOCUMENTS: len(one.documents) > DOCUMENTS_AT_MOST,
        Problem.KIND: any(deadline.kind not in OF_CALL for deadline in content.deadlines),
    }
    return [problem for problem, there in found.items() if there]


class Intent(StrEnum):
    """What a library has declared on a call; undecided is none of these."""

    INTERESTED = "interested"
    APPLYING = "applying"
    APPLIED = "applied"
    NOT_FOR_US = "not-for-us"
    GRANTED = "granted"
    REFUSED = "refused"


INTENDING = (Intent.INTERESTED, Intent.APPLYING, Intent.APPLIED, Intent.GRANTED)
"""Those who want to hear what becomes of a call."""

DEPENDING = (Intent.APPLYING, Intent.APPLIED)
"""Those who rely on its deadlines: they confirm that they have seen a change."""


@dataclass(frozen=True, slots=True)
class Declared:
    """The library has declared an intent, or with None taken it back."""

    intent: Intent | None


@dataclass(frozen=True, slots=True)
class Proposed:
    """Those who speak for the library are asked to declare it."""

    intent: Intent


@dataclass(frozen=True, slots=True)
class Same:
    """It is so already."""


@dataclass(frozen=True, slots=True)
class NotForYou:
    """Libraries of this kind may not apply, or it is not a library that asks."""


@dataclass(frozen=True, slots=True)
class TooLate:
    """The call's time is over, or it was closed."""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The call does not hold any more."""


HANDED_IN = (Intent.APPLIED, Intent.GRANTED, Intent.REFUSED)
"""Those who have handed in, whatever came of it."""

AFTERWARDS = (*HANDED_IN, None)
"""What may be declared when a call is over as well."""


def declare(
    call: Call, role: Role, kind: str | None, before: Intent | None, intent: Intent | None, now: datetime
) -> Declared | Proposed | Same | NotForYou | TooLate | Withdrawn:
    """Decide what becomes of an intent that somebody with a role in a library of a `kind` declares for it.

    Delegates and deputies declare, librarians propose.
    """
    if call.state is State.WITHDRAWN:
        return Withdrawn()
    if kind is None or (intent in DEPENDING and not call.details.admits(kind)):
        return NotForYou()
    if intent is before:
        return Same()
    if intent not in AFTERWARDS and not call.runs(now):
        return TooLate()
    if role in VOTERS:
        return Declared(intent)
    return Same() if intent is None else Proposed(intent)


def met(call: Call, now: datetime) -> list[Deadline]:
    """List the deadlines that a library has met once it has applied: until the next one for handing something in."""
    following = (one for one in call.deadlines if one.kind in APPLICATIONS and one.when.ends_at > now)
    last = next(following, None)
    return [] if last is None else [one for one in call.deadlines if one.when.ends_at <= last.when.ends_at]
