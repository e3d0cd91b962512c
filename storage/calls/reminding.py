"""Who is reminded of which deadline, when, and when digests come. Pure: facts in, outcome out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from storage.calls.rules import APPLICATIONS, DEPENDING, INTENDING, VOTERS, Content, Intent, When
from storage.local_time import LJUBLJANA, quiet_until, resolve_late
from storage.people import LibraryId, Role


class Concern(StrEnum):
    """How much a deadline concerns a person."""

    FOLLOWING = "following"
    APPLYING = "applying"


LEADS = (30, 14, 7, 3, 1, 0)
"""Days before a deadline on which a reminder may come."""

USUAL: Mapping[Concern, tuple[int, ...]] = {Concern.FOLLOWING: (14, 3), Concern.APPLYING: LEADS}
"""On which of them it comes unless a person has chosen others."""

REMINDED_AT = time(8)
"""Local time."""

EVENING = time(18)
"""Local time at which what would come too late the next morning comes the day before, or"""

BEFORE_QUIET = timedelta(minutes=30)
"""so long before the quiet hours, if they have begun by then."""


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties a person to a call: by topic, by the call itself, or by what the library has declared."""

    role: Role
    follows: bool = False
    watches: bool = False
    muted: bool = False
    library: LibraryId | None = None
    intent: Intent | None = None


@dataclass(frozen=True, slots=True)
class Quiet:
    """The quiet hours of a person, local time; equal ones mean none."""

    starts: time
    ends: time


@dataclass(frozen=True, slots=True)
class Choice:
    """On which days before a deadline a person is reminded."""

    following: tuple[int, ...] = USUAL[Concern.FOLLOWING]
    applying: tuple[int, ...] = USUAL[Concern.APPLYING]

    def leads(self, of: Concern) -> tuple[int, ...]:
        """Give the days before."""
        return self.applying if of is Concern.APPLYING else self.following

    def with_lead(self, of: Concern, lead: int, *, on: bool) -> "Choice":
        """Give the same with one of the days before, or without it."""
        wanted = tuple(one for one in LEADS if (on if one == lead else one in self.leads(of)))
        return replace(self, applying=wanted) if of is Concern.APPLYING else replace(self, following=wanted)


class Pace(StrEnum):
    """How soon a person hears of a new call."""

    AT_ONCE = "at-once"
    DAILY = "daily"
    WEEKLY = "weekly"


MONDAY = 0
"""The day of weekly digests."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """How a person wants to hear of calls: those from an `amount` in euros, those for their own kind of library."""

    pace: Pace = Pace.AT_ONCE
    amount_from: int | None = None
    own_kind_only: bool = False
    choice: Choice = Choice()


def can_wait(content: Content, now: datetime) -> bool:
    """Tell whether a new call can wait for a digest: nothing has to be handed in before the next morning."""
    return not _ends_until(content, now, morning(last_morning(now) + timedelta(days=1)))


def _ends_until(content: Content, since: datetime, until: datetime) -> bool:
    return any(since < one.when.ends_at <= until for one in content.deadlines if one.kind in APPLICATIONS)


def digested(pace: Pace, content: Content, since: date, today: date) -> bool:
    """Tell whether a digest that comes on one of the mornings from `since` until `today` holds a call.

    What would have to be handed in before the next weekly digest is not left for it.
    """
    if pace is not Pace.WEEKLY or any((since + timedelta(days=count)).weekday() == MONDAY
                                      for count in range((today - since).days + 1)):  # fmt: skip
        return True
    return _ends_until(content, morning(today), morning(today + timedelta(days=7 - today.weekday())))


def concern(one: Tie) -> Concern | None:
    """Decide how much the call's own deadlines concern a person; None if no reminders come."""
    if one.muted:
        return None
    chosen = one.follows or one.watches
    if one.intent in DEPENDING and (chosen or one.role in VOTERS):
        return Concern.APPLYING
    if one.intent in {Intent.NOT_FOR_US, Intent.REFUSED}:
        return Concern.FOLLOWING if one.watches else None
    return Concern.FOLLOWING if chosen or (one.intent in INTENDING and one.role in VOTERS) else None


def own_concern(one: Tie) -> Concern | None:
    """Decide how much a deadline of the person's own library, or of its consortium, concerns them."""
    if one.muted or not (one.follows or one.watches or one.role in VOTERS):
        return None
    return None if one.intent in {Intent.NOT_FOR_US, Intent.REFUSED} else Concern.APPLYING


BEFORE = sorted({*LEADS, 1, 2})
"""Days before a deadline on which it is looked at: two of them for what comes the evening before."""


def morning(day: date) -> datetime:
    """Give the moment of a day's reminders, in UTC."""
    return resolve_late(datetime.combine(day, REMINDED_AT))


def evening(day: date) -> datetime:
    """Give the moment of those reminders that come the evening before, in UTC."""
    return resolve_late(datetime.combine(day, EVENING))


def _local_day(at: datetime) -> date:
    return at.astimezone(LJUBLJANA).date()


def last_morning(now: datetime) -> date:
    """Tell on which local day the last morning was whose moment has come."""
    today = _local_day(now)
    return today if morning(today) <= now else today - timedelta(days=1)


def first_morning(since: datetime) -> date:
    """Tell on which local day the first morning is whose moment is not before another one."""
    today = _local_day(since)
    return today if since <= morning(today) else today + timedelta(days=1)


def last_look(now: datetime) -> datetime:
    """Tell when reminders were to be looked for last: each morning, and each evening what cannot wait for the next."""
    day = last_morning(now)
    return evening(day) if evening(day) <= now else morning(day)


def next_look(now: datetime) -> datetime:
    """Tell when reminders are to be looked for next; a look finds those of the time until the next one."""
    day = last_morning(now)
    return evening(day) if now < evening(day) else morning(day + timedelta(days=1))


def looked_at(since: datetime, last: datetime) -> set[date]:
    """List on which days those deadlines are of which somebody may have to be reminded, by the looks of some time."""
    first = _local_day(since)
    looks = [first + timedelta(days=count) for count in range((_local_day(last) - first).days + 1)]
    return {day + timedelta(days=before) for day in looks for before in BEFORE}


def after_quiet(at: datetime, quiet: Quiet) -> datetime:
    """Tell when the quiet hours that a moment falls in are over: at once outside them."""
    return quiet_until(at, quiet.starts, quiet.ends) or at


def in_time(now: datetime, quiet: Quiet, until: datetime | None) -> datetime:
    """Tell when a message goes: after the quiet hours if that is before `until`, else now."""
    waits = after_quiet(now, quiet)
    return waits if until is None or waits < until else now


def reminder(when: When, lead: int, quiet: Quiet) -> datetime:
    """Tell when a reminder comes: at eight, after the quiet hours, or if that is too late, the evening before."""
    day = when.day - timedelta(days=lead)
    at = after_quiet(morning(day), quiet)
    if at < when.ends_at:
        return at
    before = day - timedelta(days=1)
    at = after_quiet(evening(before), quiet)
    if at >= min(when.ends_at, morning(day)):
        starts = resolve_late(datetime.combine(before, quiet.starts))
        at = after_quiet(max(starts - BEFORE_QUIET, morning(before)), quiet)
    return at if at < when.ends_at else morning(before)


def falls_due(
    when: When, leads: Sequence[int], quiet: Quiet, since: datetime, last: datetime, now: datetime
) -> Sequence[datetime]:
    """List the moments of the reminders that the looks from `since` until `last` find; those that are late come as one.

    That waits for the end of the quiet hours as well, unless the deadline comes first; and if another morning's comes
    later on that day, it is left to that one.
    """
    if when.ends_at <= now:
        return ()
    found = [reminder(when, lead, quiet) for lead in leads]
    moments = {at for at in found if since <= at < next_look(last)}
    to_come = {at for at in moments if at >= now}
    if moments > to_come:
        late = in_time(now, quiet, when.ends_at)
        tomorrow = morning(_local_day(last) + timedelta(days=1))
        if not any(at == late or max(late, tomorrow) <= at < _midnight_after(late) for at in found):
            to_come.add(late)
    return sorted(to_come)


def _midnight_after(at: datetime) -> datetime:
    return resolve_late(datetime.combine(_local_day(at) + timedelta(days=1), time()))
