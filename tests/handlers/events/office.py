"""Short ways for the office around an event."""

from storage.database import Database
from storage.events import books, reading
from storage.events.rules import Event
from storage.people import PersonId
from tests.handlers.phone import Phone
from tests.storage.events.sample import NOW


async def change(phone: Phone, event: Event, *labels: str) -> str:
    """Begin to change an event."""
    await phone.forges(f"eoe:{event.id}:0")
    return await phone.taps("Uredi", *labels)


async def event_of(books_: Database, event: Event) -> Event:
    """The event as it is now."""
    found = await books_.read(books.find, event.id)
    assert found is not None
    return found


async def last(association: Database) -> Event:
    """The event that was published last."""
    page = await association.read(reading.everything, PersonId(1), 0, NOW)
    return max((line.event for line in page.lines), key=lambda one: one.id)
