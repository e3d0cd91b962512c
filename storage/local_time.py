"""Wall-clock time in Ljubljana, where an hour is missing each March and comes twice each October."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

LJUBLJANA = ZoneInfo("Europe/Ljubljana")


@dataclass(frozen=True, slots=True)
class MissingHour:
    """The clock jumps over this local time."""

    local: datetime


def resolve(local: datetime) -> datetime | MissingHour:
    """Return a naive local time in UTC; of an hour that comes twice, the first."""
    moment = local.replace(tzinfo=LJUBLJANA, fold=0).astimezone(UTC)
    if moment.astimezone(LJUBLJANA).replace(tzinfo=None) != local:
        return MissingHour(local)
    return moment


def resolve_late(local: datetime) -> datetime:
    """Return a naive local time in UTC; a time that is jumped over is taken as long after the jump as it is into it."""
    return local.replace(tzinfo=LJUBLJANA, fold=0).astimezone(UTC)


def days_before(moment: datetime, days: int) -> datetime:
    """Go back whole local days from a moment: the wall clock shows the same hour. Both are in UTC."""
    local = moment.astimezone(LJUBLJANA).replace(tzinfo=None)
    return resolve_late(local - timedelta(days=days))


def quiet_until(now: datetime, quiet_from: time, quiet_to: time) -> datetime | None:
    """Tell when the quiet hours that `now` falls in end, in UTC; None outside them. Equal times mean no quiet hours."""
    if quiet_from == quiet_to:
        return None
    local = now.astimezone(LJUBLJANA)
    clock, day = local.time(), local.date()
    if quiet_from < quiet_to:
        if not quiet_from <= clock < quiet_to:
            return None
    elif clock >= quiet_from:
        day += timedelta(days=1)
    elif clock >= quiet_to:
        return None
    return resolve_late(datetime.combine(day, quiet_to))
