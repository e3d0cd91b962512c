"""Who may vote, for whom, until when; when reminders come. Pure: facts in, outcome out."""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from fractions import Fraction
from typing import NewType

from storage.consultations.majority import Rule
from storage.local_time import days_before
from storage.people import LibraryId, Person, PersonId, Role

ConsultationId = NewType("ConsultationId", int)
QuestionId = NewType("QuestionId", int)
WordingId = NewType("WordingId", int)
CommentId = NewType("CommentId", int)
Receipt = NewType("Receipt", str)
"""What a voter is given, to find their entry in the ballot log again."""

Key = NewType("Key", str)
"""What opens the pseudonymous ballots of one voter; only the voter's chat holds it."""

TITLE_AT_MOST = 120
REMARK_AT_MOST = 2000
"""Characters."""

PROXIES_AT_MOST = 10
"""So many votes of others a library may be let cast."""

SIMPLE = Rule()

VOTERS = (Role.DELEGATE, Role.DEPUTY)
"""Who casts a library's vote."""


class Ballot(StrEnum):
    """Whether it is shown who voted what, or the choice is kept apart from the voter."""

    OPEN = "open"
    PSEUDONYMOUS = "pseudonymous"


class Results(StrEnum):
    """Whether results are seen while the vote runs."""

    OPEN = "open"
    HIDDEN = "hidden"


class Remarks(StrEnum):
    """Whether others see whose library a comment or an amendment is from."""

    NAMED = "named"
    ANONYMOUS = "anonymous"


class State(StrEnum):
    """Where a consultation is."""

    OPEN = "open"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Terms:
    """What staff set before a consultation opens; it does not change afterwards, but for a later end.

    `kinds` are the kinds of libraries that are asked, empty for all. `weights` gives the vote of a library of a kind
    its weight, 1 where there is none. A library may cast the votes of at most `proxies` others.
    """

    title_sl: str
    title_en: str | None
    ends_at: datetime
    ballot: Ballot = Ballot.OPEN
    results: Results = Results.HIDDEN
    remarks: Remarks = Remarks.NAMED
    rule: Rule = SIMPLE
    kinds: tuple[str, ...] = ()
    weights: Mapping[str, Fraction] | None = None
    proxies: int = 1

    def asks(self, kind: str) -> bool:
        """Tell whether libraries of a kind are asked."""
        return not self.kinds or kind in self.kinds

    def weight(self, kind: str) -> Fraction:
        """Tell what the vote of a library of a kind weighs."""
        return (self.weights or {}).get(kind, Fraction(1))


@dataclass(frozen=True, slots=True)
class Consultation:
    """A draft that was put to the members, in its `version`, counted from 1."""

    id: ConsultationId
    terms: Terms
    state: State
    version: int
    opened_at: datetime
    closed_at: datetime | None
    created_by: PersonId | None

    def title(self, language: str) -> str:
        """Choose the title for a language."""
        return self.terms.title_en or self.terms.title_sl if language == "en" else self.terms.title_sl

    @property
    def sealed(self) -> bool:
        """Whether the choice is kept apart from the voter."""
        return self.terms.ballot is Ballot.PSEUDONYMOUS

    def runs(self, now: datetime) -> bool:
        """Tell whether votes are still taken."""
        return self.state is State.OPEN and now < self.terms.ends_at

    def shows_results(self, now: datetime) -> bool:
        """Tell whether results may be seen."""
        return self.state is State.CLOSED or (self.terms.results is Results.OPEN and self.runs(now))

    def seen_by(self, person: Person) -> bool:
        """Tell whether a person may see it: the office, and the libraries that are asked."""
        if person.may(Role.STAFF):
            return True
        return person.library is not None and self.terms.asks(person.library.kind)


@dataclass(frozen=True, slots=True)
class Closed:
    """Votes are not taken any more."""


@dataclass(frozen=True, slots=True)
class NotYours:
    """It is not for the person who asks."""


@dataclass(frozen=True, slots=True)
class GivenAway:
    """The library has given its vote to another, which casts it."""

    to: LibraryId


@dataclass(frozen=True, slots=True)
class Final:
    """The ballot is cast, and without its key nobody can change it."""


@dataclass(frozen=True, slots=True)
class MayCast:
    """The person may cast the vote of the library, their own or one that was given to it."""

    library: LibraryId
    through: LibraryId


@dataclass(frozen=True, slots=True)
class Proxies:
    """Who votes for whom in a consultation: from the library that has given its vote away to the one that casts it."""

    given: Mapping[LibraryId, LibraryId]

    def held_by(self, library: LibraryId) -> list[LibraryId]:
        """List the libraries that have given their votes to one."""
        return [one for one, to in self.given.items() if to == library]

    def caster(self, library: LibraryId) -> LibraryId:
        """Tell which library casts the vote of one."""
        return self.given.get(library, library)

    def cast_by(self, library: LibraryId) -> list[LibraryId]:
        """List the libraries whose votes one casts: its own, unless it has given it away, and those given to it."""
        return [*([] if library in self.given else [library]), *self.held_by(library)]


def may_cast(
    one: Consultation, person: Person, library: LibraryId, proxies: Proxies, now: datetime
) -> MayCast | NotYours | Closed | GivenAway:
    """Decide whether a person casts the vote of a library."""
    own = person.library
    if own is None or person.role not in VOTERS or not one.terms.asks(own.kind):
        return NotYours()
    if library != own.id and proxies.given.get(library) != own.id:
        return NotYours()
    if not one.runs(now):
        return Closed()
    if library == own.id and own.id in proxies.given:
        return GivenAway(proxies.given[own.id])
    return MayCast(library, own.id)


def may_remark(one: Consultation, person: Person, now: datetime) -> NotYours | Closed | None:
    """Decide whether a person takes a stance, comments or supports; None if they may."""
    if person.library is None or not one.terms.asks(person.library.kind):
        return NotYours()
    return None if one.runs(now) else Closed()


class Refused(StrEnum):
    """Why a vote cannot be given to another library."""

    TO_ITSELF = "to-itself"
    NOT_ASKED = "not-asked"
    HOLDS_OTHERS = "holds-others"
    HAS_GIVEN_AWAY = "has-given-away"
    TOO_MANY = "too-many"
    TWICE = "twice"
    NOBODY = "nobody"


def may_give(
    one: Consultation, person: Person, to: LibraryId, asked: Mapping[LibraryId, bool], proxies: Proxies, now: datetime
) -> LibraryId | NotYours | Closed | Refused:
    """Decide whether a person gives their library's vote to another of those `asked`; return whose.

    Of each it is known whether somebody in chat casts its vote.
    """
    own = person.library
    if own is None or person.role not in VOTERS or not one.terms.asks(own.kind):
        return NotYours()
    if not one.runs(now):
        return Closed()
    reasons = {
        Refused.TO_ITSELF: to == own.id,
        Refused.NOT_ASKED: to not in asked,
        Refused.TWICE: own.id in proxies.given,
        Refused.HOLDS_OTHERS: bool(proxies.held_by(own.id)),
        Refused.HAS_GIVEN_AWAY: to in proxies.given,
        Refused.TOO_MANY: len(proxies.held_by(to)) >= one.terms.proxies,
        Refused.NOBODY: not asked.get(to),
    }
    return next((reason for reason, holds in reasons.items() if holds), own.id)


class Lead(StrEnum):
    """Which reminder of the end it is; `NOW` is sent by the office."""

    HALF = "half"
    THREE_DAYS = "three-days"
    DAY = "day"
    NOW = "now"


def reminders(opened_at: datetime, ends_at: datetime, now: datetime) -> dict[Lead, datetime]:
    """List the reminders still to come: at half time, three days and one day before the end, at its hour on the wall.

    One that would come before the opening does not come; of two at the same moment, the later kind does.
    """
    moments = {
        Lead.HALF: opened_at + (ends_at - opened_at) / 2,
        Lead.THREE_DAYS: days_before(ends_at, 3),
        Lead.DAY: days_before(ends_at, 1),
    }
    by_moment = {at: lead for lead, at in moments.items() if at > max(now, opened_at)}
    return {lead: at for at, lead in by_moment.items()}


class Problem(StrEnum):
    """Why a consultation cannot open as it is."""

    NO_TITLE = "no-title"
    TITLE_TOO_LONG = "title-too-long"
    NO_QUESTIONS = "no-questions"
    ENDS_TOO_SOON = "ends-too-soon"
    NOT_HIDDEN = "not-hidden"
    WEIGHED = "weighed"


SHORTEST = timedelta(minutes=10)


def check(terms: Terms, questions: int, now: datetime) -> list[Problem]:
    """List what has to change before a consultation can open."""
    titles = [text for text in (terms.title_sl, terms.title_en) if text is not None]
    found = {
        Problem.NO_TITLE: not all(title.strip() for title in titles),
        Problem.TITLE_TOO_LONG: any(len(title) > TITLE_AT_MOST for title in titles),
        Problem.NO_QUESTIONS: questions < 1,
        Problem.ENDS_TOO_SOON: terms.ends_at < now + SHORTEST,
        Problem.NOT_HIDDEN: terms.ballot is Ballot.PSEUDONYMOUS and terms.results is not Results.HIDDEN,
        Problem.WEIGHED: terms.ballot is Ballot.PSEUDONYMOUS and bool(terms.weights),
    }
    return [problem for problem, there in found.items() if there]


def seal(key: Key, wording: WordingId, library: LibraryId) -> str:
    """Name the ballot of a library on a wording, which `key` opens: neither key nor voter can be told from the name.

    Ballots on two wordings have two names, so that nobody can tell which of them are of one voter.
    """
    return hmac.new(key.encode(), f"glasnik:{wording}:{library}".encode(), hashlib.sha256).hexdigest()
