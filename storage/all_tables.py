"""Every table there is, for migrations: a new feature's tables are named here."""

from storage import (
    audit,
    batches,
    budget,
    calendars,
    cards,
    counters,
    drafts,
    due,
    groups,
    inbox,
    outbox,
    people,
    senders,
)
from storage.announcements import tables as announcements
from storage.calls import tables as calls
from storage.calls.feeds import tables as feeds
from storage.consultations import tables as consultations
from storage.events import after_tables as after_events
from storage.events import tables as events
from storage.membership import tables as membership
from storage.schema import metadata

__all__ = [
    "after_events", "announcements", "audit", "batches", "budget", "calendars", "calls", "cards", "consultations",
    "counters", "drafts", "due", "events", "feeds", "groups", "inbox", "membership", "metadata", "outbox", "people",
    "senders",
]  # fmt: skip
