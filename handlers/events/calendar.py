"""Events as entries of calendars: one as a file, all of somebody's seats in their own calendar."""

from datetime import datetime

from handlers import calendars
from handlers.calendars import Entry
from handlers.context import Tap
from handlers.events import card, words
from handlers.events import seat_buttons as own
from handlers.events.member import MEMBER, look
from handlers.reply import Answer
from handlers.routes import on_tap
from handlers.screen import File
from handlers.texts import Say
from storage.database import Tx
from storage.events import diary
from storage.events.diary import Dated
from storage.people import Person


def file(one: Dated, domain: str, say: Say) -> File:
    """Make the file of an event; of one that was called off, one that takes it out of the calendar."""
    made = entry(one, domain, say)
    title = words.title(one.event.details, say)
    if one.event.cancelled:
        return File(
            say.label("event-calendar-file"), calendars.withdrawal(made), say("event-calendar-off", title=title)
        )
    return File(say.label("event-calendar-file"), calendars.calendar([made]), say("event-calendar", title=title))


def entry(one: Dated, domain: str, say: Say) -> Entry:
    """Lay an event out; it is the same at each change, by its number in this bot, the `domain`."""
    event, details = one.event, one.event.details
    title = words.title(details, say)
    return Entry(
        uid=f"event-{event.id}@{domain}.t.me",
        sequence=event.version,
        stamp=one.at,
        title=say.label("event-calendar-cancelled", title=title) if event.cancelled else title,
        when=(details.starts_at, details.ends_at),
        description=words.description(details, say) or "",
        place=words.where(details, say),
        link=details.link or "",
        cancelled=event.cancelled,
    )


def seats(tx: Tx, person: Person, domain: str, say: Say, now: datetime) -> list[Entry]:
    """Lay out all events at which somebody has a seat, with those that were called off."""
    return [entry(one, domain, say) for one in diary.everything(tx, person.id, now)]


@on_tap(own.ToCalendar, may=MEMBER)
async def to_calendar(tap: Tap[own.ToCalendar]) -> Answer:
    """The calendar file of an event at which I have a seat; without one, the card says how things stand."""
    found = await tap.db.read(diary.one, tap.button.event_id, tap.person.id)
    if found is not None:
        return file(found, tap.reach.bot_username, tap.say)
    one = await look(tap, tap.button.event_id)
    return card.no_such(tap.say) if one is None else card.card(one, tap.say, tap.now)


ROUTES = (to_calendar,)
