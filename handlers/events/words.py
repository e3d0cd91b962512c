"""Events in words: title, place, what holds, for cards, lists and messages alike. Pure."""

from datetime import datetime, timedelta
from textwrap import shorten
from typing import Protocol

from handlers.dates import writing
from handlers.screen import lines
from handlers.texts import Markup, Say
from storage.events.rules import Event, EventDetails, Kind

LABEL = 44
"""A longer label is cut by telephones in the middle of a word; here it is cut between two."""

SOON = timedelta(days=2)

NAMES = 160
"""So many characters of the names of speakers are on a card."""


class Occupied(Protocol):
    """An event and how many of its seats are taken."""

    @property
    def event(self) -> Event:
        """The event."""

    @property
    def left(self) -> int:
        """The number of free seats."""


def title(details: EventDetails, say: Say) -> str:
    """Return the title in the reader's language, the Slovene one where there is no other."""
    return (details.title_en if say.language == "en" else None) or details.title_sl


def description(details: EventDetails, say: Say) -> str | None:
    """Return the description in the reader's language, the Slovene one where there is no other."""
    return (details.description_en if say.language == "en" else None) or details.description_sl


def kind(of: Kind, say: Say) -> str:
    """Name a kind of event."""
    return say.label(f"event-kind-{of}")


def where(details: EventDetails, say: Say) -> str:
    """Name the place."""
    return details.place or say.label("event-online")


def _kind_line(details: EventDetails, say: Say) -> str | None:
    return None if details.kind is Kind.OTHER else say("event-kind", kind=kind(details.kind, say))


def face(details: EventDetails, say: Say, *, link: bool) -> str:
    """Say what, when and where; the link only to those who may see it."""
    return lines(
        say("event-title", title=title(details, say)),
        _kind_line(details, say),
        say("event-when", when=writing.span(details.starts_at, details.ends_at, say.language)),
        say("event-where", where=writing.capitalised(where(details, say))),
        say("event-speakers", names=shorten(", ".join(details.speakers), NAMES, placeholder=" …"))
        if details.speakers
        else None,
        say("event-link", link=details.link) if link and details.link else None,
    )


def standing(one: Occupied, say: Say, now: datetime) -> Markup:
    """Say what holds for whoever has nothing there: free seats, or why there are none."""
    event = one.event
    details = event.details
    if event.cancelled:
        return say("event-cancelled")
    if now >= details.ends_at:
        return say("event-over")
    if now >= details.starts_at:
        return say("event-under-way")
    if details.opens_at is not None and now < details.opens_at:
        return say("event-opens", when=writing.soon(details.opens_at, now, say.language), capacity=details.capacity)
    if now >= details.closes_at:
        return say("event-closed", when=writing.until(details.closes_at, now, say.language))
    if not one.left:
        return say("event-full")
    return say("event-free", left=one.left, capacity=details.capacity, until=_closing(details.closes_at, say, now))


def _closing(closes_at: datetime, say: Say, now: datetime) -> str:
    """Say when registration closes, with the hour when that is near."""
    near = writing.days_left(closes_at, now) < SOON.days
    write = writing.until_moment if near else writing.until
    return write(closes_at, now, say.language)


def label(event: Event, say: Say, now: datetime, mark: str = "") -> str:
    """Name an event on a button."""
    details = event.details
    full = say.label(
        "key-event", mark=mark, when=writing.short(details.starts_at, now, say.language), title=title(details, say)
    )
    return full if len(full) <= LABEL else full[:LABEL].rpartition(" ")[0].rstrip(" –-,:·") + "…"


REASONS = ("ill", "work", "travel")
"""The reasons for giving up a seat late that have a button; the books hold their names."""


def reason(text: str, say: Say) -> str:
    """Say why somebody gave up a seat late: a reason of a button, or as it was typed."""
    return say.label(f"event-reason-{text}") if text in REASONS else text
