"""An announcement in words: what it says, who gets it, when it goes. Pure."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from handlers.announcements.compose.choosing import ROLES, Choices
from handlers.announcements.compose.facts import Facts
from handlers.announcements.letter import first_words
from handlers.dates import writing
from handlers.events.words import title
from handlers.membership.names import kind_name
from handlers.texts import Say
from storage.announcements.rules import AnyButton, EventButton, LinkButton, MediaKind, Part, ReadButton
from storage.announcements.times import DAY_AT_MOST, Every, Repeat, repeat_of
from storage.audience import Size
from storage.local_time import resolve_late

NAMED_AT_MOST = 4
"""So many libraries are named; the rest is a number."""

NEAR = 2
"""Days that have a name of their own."""


def message(part: Part, say: Say) -> str:
    """Name a message by how it begins and what goes with it."""
    begins = say.label("compose-begins", text=first_words(part)) if part.plain.strip() else None
    files = None
    if part.media:
        key = "compose-photos" if part.media[0].kind is MediaKind.PHOTO else "compose-files"
        files = say.label(key, count=len(part.media))
    return ", ".join(filter(None, (files, begins)))


def button(one: AnyButton, facts: Facts, say: Say) -> str:
    """Name a button that goes below a message."""
    match one:
        case LinkButton(label):
            return label
        case ReadButton():
            return say.label("key-have-read")
        case EventButton(event_id):
            details = facts.titles.get(event_id)
            return title(details, say) if details else say.label("key-announced-event")


def size(found: Size, say: Say) -> str:
    """Say how many get it."""
    groups = say("audience-groups", count=found.groups) if found.groups else None
    if not found.people:
        return say("audience-size-groups", groups=groups) if groups else say("audience-nobody")
    people = _people(found, say)
    return say("audience-size-and-groups", people=people, groups=groups) if groups else people


def _people(found: Size, say: Say) -> str:
    if not found.members:
        return say("audience-size-office", people=found.office)
    members = say("audience-size", people=found.members, libraries=say("audience-libraries", count=found.libraries))
    return say("audience-size-and-office", members=members, office=found.office) if found.office else members


def audience(choices: Choices, facts: Facts, say: Say) -> str:
    """Say who gets it, those who are taken away last; with nobody chosen, nothing."""
    plus = [_choice(one.kind, one.args, facts, say) for one in choices if not one.minus]
    minus = [_choice(one.kind, one.args, facts, say) for one in choices if one.minus]
    added = ", ".join(plus) or (say.label("audience-all") if minus else "")
    return say.label("audience-without", who=added, without=", ".join(minus)) if minus else added


def _choice(kind: str, args: Any, facts: Facts, say: Say) -> str:  # noqa: ANN401 - as the books keep them
    match kind:
        case "all":
            return say.label("audience-all")
        case "role":
            groups = [name for name, roles in ROLES.items() if set(roles) <= set(args["roles"])]
            return ", ".join(say.label(f"audience-role-{name}") for name in groups)
        case "kind":
            return say.label("audience-kinds", names=", ".join(kind_name(one, say) for one in args["kinds"]))
        case "libraries":
            return _libraries(args["libraries"], facts, say)
        case "people":
            return say.label("audience-people", count=len(args["people"]))
    offered = facts.offered.get(kind)
    fact = facts.named.get((kind, args[offered.argument])) if offered else None
    return offered.named(fact, say) if offered and fact is not None else say.label("audience-unknown")


def _libraries(ids: Sequence[int], facts: Facts, say: Say) -> str:
    towns = [facts.libraries[one].town for one in ids if one in facts.libraries]
    named, more = towns[:NAMED_AT_MOST], len(towns) - NAMED_AT_MOST
    names = ", ".join(named)
    if more > 0:
        return say.label("audience-libraries-more", names=names, more=more)
    return say.label("audience-libraries-named", names=names)


def when(send_at: datetime | None, repeat: Repeat | None, say: Say, now: datetime) -> str:
    """Say when it goes."""
    if send_at is None:
        return say("compose-when-now")
    if repeat is None:
        return say("compose-when", when=writing.near(send_at, now, say.language))
    named = writing.near if writing.days_left(send_at, now) <= NEAR else writing.short
    return say("compose-when-repeat", how=often(repeat, say, send_at), first=named(send_at, now, say.language))


def often(repeat: Repeat, say: Say, near: datetime) -> str:
    """Say how often it repeats and until when; `near` is a moment at which it goes."""
    every = _every(repeat, writing.hour(near, say.language), say)
    if repeat.left is not None:
        return say.label("repeat-times", every=every, count=repeat.left)
    if repeat.until is not None:
        noon = resolve_late(datetime(repeat.until.year, repeat.until.month, repeat.until.day, 12))  # noqa: DTZ001 - local
        return say.label("repeat-until", every=every, day=writing.day(noon, say.language))
    return every


def _every(repeat: Repeat, hour: str, say: Say) -> str:
    match repeat.every:
        case Every.DAY:
            return say.label("repeat-day", hour=hour)
        case Every.WEEK:
            return say.label("repeat-week", weekday=f"d{repeat.weekday}", hour=hour)
        case Every.MONTH if repeat.day == DAY_AT_MOST:
            return say.label("repeat-month-last", hour=hour)
        case Every.MONTH:
            return say.label("repeat-month", day=str(repeat.day), hour=hour)


def repeat_in(data: Any) -> Repeat | None:  # noqa: ANN401 - whatever the draft holds
    """Read how it repeats from the draft."""
    return repeat_of(data["repeat"]) if data.get("repeat") else None
