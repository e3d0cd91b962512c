"""What is ready to be published, as members will see it, and what publishing does. Pure."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from handlers.dates import writing
from handlers.events import words
from handlers.events.buttons import OfficeEvent, Publish
from handlers.events.compose import dates, dates_screens, extra_screens
from handlers.events.compose.facts import Facts
from handlers.guiding import leave, picks, said
from handlers.screen import Key, Screen, lines
from handlers.texts import Markup, Say
from storage.drafts import Draft
from storage.events import drafting, publishing, rules
from storage.events.drafting import Unfinished
from storage.events.reading import Line
from storage.events.rules import LEADS, Event, EventDetails, EventId, Problem

YEAR = timedelta(days=366)


def preview(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:
    """Show the event as members will see it, in one language at a time, and offer to publish it."""
    details = drafting.details(draft.data)
    if isinstance(details, Unfinished):
        raise TypeError(f"There is nothing to preview yet: {details.missing}")
    shown = draft.data.get("shown", say.language)
    problems = _problems(draft, details, facts, say, now)
    other = "en" if shown == "sl" else "sl"
    pick, there = picks(draft), facts.there
    label = say.label("key-publish" if there is None else "key-save")
    publish = [] if problems else [Key(label, Publish(draft.id, draft.version))]
    back = [] if there is None else [Key(say.label("key-open-event"), OfficeEvent(there.id, 0))]
    ways = [
        [*publish, pick(say.label("key-change"), "/change")],
        [pick(say.label(f"key-preview-{other}"), said("/language", other))],
        back,
        *leave(say),
    ]
    text = lines(
        say(f"guide-preview-{shown}"),
        "",
        as_members_see(details, facts.taken, say.in_language(shown), now),
        *_beside(draft, details, facts, say, now),
        *_said_of(problems, say),
        *([] if problems or there is None else _told(details, facts, say)),
    )
    return Screen(text, ways)


def as_members_see(details: EventDetails, taken: int, say: Say, now: datetime) -> str:
    """Show the card and the description in the language of `say`."""
    event = Event(EventId(0), details, cancelled=False)
    text = words.description(details, say)
    return lines(
        words.face(details, say, link=False),
        words.standing(Line(event, taken, None), say, now),
        say("guide-link-hidden", link=details.link) if details.link else None,
        "" if text else None,
        say("event-description", text=text) if text else None,
    )


def _beside(draft: Draft, details: EventDetails, facts: Facts, say: Say, now: datetime) -> list[str]:
    """Say what is settled beside the card, seats among it if all are taken, and on which other dates it takes place."""
    seats = draft.data["capacity"]
    on_card = draft.at(draft.step, speakers=None) if not draft.data.get("speakers_count") else draft
    found: list[str] = [say("guide-capacity", count=seats)] if seats <= facts.taken else []
    found += [line for line in extra_screens.so_far(on_card, say) if line is not None]
    if (others := dates_screens.also(draft, say, now)) is not None:
        found.append(others)
    found += _doubts(draft, details, facts, say, now)
    return ["", *found] if found else []


def _doubts(draft: Draft, details: EventDetails, facts: Facts, say: Say, now: datetime) -> list[str]:
    """Say what can be published and may not be meant: an event without end, a reminder that was chosen in vain."""
    usual = LEADS if facts.there is None else facts.there.details.leads
    to_come = {reminder.lead for one in _every(draft, details) for reminder in rules.reminders(one, now)}
    late = [lead for lead in details.leads if lead not in to_come and lead not in usual]
    named = ", ".join(say.label(f"extra-lead-{lead}") for lead in late)
    long = details.ends_at - details.starts_at > YEAR
    return [*([say("doubt-long")] if long else []), *([say("doubt-too-late", leads=named)] if late else [])]


def _every(draft: Draft, details: EventDetails) -> list[EventDetails]:
    """List the event and its further dates, the first one first."""
    every = [details, *(publishing.moved(details, one) for one in dates.others(draft.data))]
    return sorted(every, key=lambda one: one.starts_at)


def _problems(draft: Draft, details: EventDetails, facts: Facts, say: Say, now: datetime) -> list[Markup]:
    """Say what has to change before it can be published, and on which dates if not on all."""
    if facts.there is not None:
        return [say(f"guide-problem-{one}") for one in publishing.check_change(facts.there, details, now)]
    every = _every(draft, details)
    found = [(one, problem) for one in every for problem in rules.check(one, now)]
    return [
        _problem(problem, [one.starts_at for one, other in found if other is problem], len(every), say, now)
        for problem in dict.fromkeys(problem for _, problem in found)
    ]


def _problem(problem: Problem, on: Sequence[datetime], of: int, say: Say, now: datetime) -> Markup:
    if len(on) == of:
        return say(f"guide-problem-{problem}")
    days = ", ".join(writing.short(one, now, say.language) for one in on)
    return say("guide-problem-on", problem=say.label(f"guide-problem-{problem}"), days=days)


def _said_of(problems: Sequence[Markup], say: Say) -> list[str]:
    return ["", say("guide-problems"), *problems] if problems else []


def _told(details: EventDetails, facts: Facts, say: Say) -> list[str]:
    """Say who will be told of what, and to how many a seat is offered."""
    if facts.there is not None and details == facts.there.details:
        return ["", say("change-nothing")]
    expected = facts.expected
    fields = ", ".join(say.label(f"change-field-{one}") for one in expected.fields)
    more = [say("guests-not-told", count=expected.guests)] if expected.guests else []
    more += [say("change-offers", count=facts.offers)] if facts.offers else []
    if not expected.told:
        return ["", *(more or [say("change-quiet")])]
    return ["", say("change-tells", count=expected.told, fields=fields), say("change-together"), *more]
