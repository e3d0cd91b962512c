"""What else there is around an event, for the cards of an event: tickets, materials, certificates, the door. Pure."""

from datetime import datetime

from handlers.dates import writing
from handlers.events.afterwards.buttons import Attendance, MyCertificate, SurveyResults
from handlers.events.checkin.buttons import Door, Ticket
from handlers.events.materials.buttons import Materials, OfficeMaterials
from handlers.screen import Key
from handlers.texts import Say
from storage.events.reading import Card
from storage.events.rules import Event


def ticket(event: Event, say: Say) -> list[Key]:
    """Give the button to one's ticket; what is online only has no door."""
    return [Key(say.label("key-ticket"), Ticket(event.id))] if event.details.place else []


def of_member(one: Card, say: Say, now: datetime) -> list[Key]:
    """Give the buttons for a member."""
    event, over = one.event, now >= one.event.details.ends_at
    keys = ticket(event, say) if one.seated and not over and not event.cancelled else []
    if one.beside.attended:
        keys.append(Key(say.label("key-certificate"), MyCertificate(event.id)))
    return [*keys, Key(say.label("key-materials"), Materials(event.id, 0))] if one.beside.materials else keys


def of_office(event: Event, say: Say, now: datetime) -> list[Key]:
    """Give the buttons for the office: the door until the event is over, then who was there and what they think."""
    materials = Key(say.label("key-materials"), OfficeMaterials(event.id, 0))
    if event.cancelled:
        return [materials]
    if now < event.details.ends_at:
        today = writing.days_left(event.details.starts_at, now) <= 0
        return [Key(say.label("key-door"), Door(event.id)), materials] if today else [materials]
    return [Key(say.label("key-attendance"), Attendance(event.id)),
            Key(say.label("key-survey"), SurveyResults(event.id, 0)), materials]  # fmt: skip
