"""What the office sees of who was at an event. Pure: outcome in, card out."""

from datetime import datetime
from typing import assert_never

from handlers.dates import writing
from handlers.events import buttons as events
from handlers.events import words
from handlers.events.afterwards import buttons
from handlers.events.lists import Lists
from handlers.events.materials.buttons import OfficeMaterials
from handlers.screen import Key, Screen, lines
from handlers.texts import Say
from storage.events.attendance import Attendance, NoSuch, NotOver
from storage.events.rules import Cancelled, Event

LISTS = Lists(
    buttons.AttendanceList, buttons.AttendanceNames, buttons.MarkAttended, buttons.Attendance, lambda row: row.came
)
"""Those with a seat, ticked who were there."""


def card(found: Attendance, say: Say, now: datetime) -> Screen:
    """Show who was there: how many, and what is to be done."""
    one = found.event
    over = now >= one.details.ends_at and not one.cancelled
    text = lines(
        say("attendance-card", title=words.title(one.details, say)),
        say("event-when", when=writing.span(one.details.starts_at, one.details.ends_at, say.language)),
        say("attendance-count" if found.confirmed else "attendance-proposed", came=found.came, seated=found.seated),
        say("event-cancelled") if one.cancelled else say("attendance-not-over") if not over
        else say("attendance-confirmed") if found.confirmed else say("attendance-how"),
    )  # fmt: skip
    back = Key(say.label("key-back"), events.OfficeEvent(one.id, 0))
    if not over:
        return Screen(text, [[back]])
    who = Key(say.label("key-door-list"), buttons.AttendanceList(one.id, 0))
    if found.confirmed:
        keys = [who, Key(say.label("key-survey"), buttons.SurveyResults(one.id, 0))]
        guests = [Key(say.label("key-guests"), buttons.Guests(one.id, 0))] if found.guests else []
        return Screen(text, [keys, guests, [Key(say.label("key-materials"), OfficeMaterials(one.id, 0)), back]])
    keys = [Key(say.label("key-attendance-confirm"), buttons.ConfirmAttendance(one.id, 0, 0)),
            Key(say.label("key-attendance-all"), buttons.ConfirmAttendance(one.id, 1, 0))]  # fmt: skip
    return Screen(text, [keys, [who, back]])


def ask(found: Attendance, button: buttons.ConfirmAttendance, say: Say) -> Screen:
    """Ask before those who were there are told."""
    one, count = found.event, found.seated if button.everybody else found.came
    label = say.label("key-attendance-all" if button.everybody else "key-attendance-confirm")
    sure = Key(label, buttons.ConfirmAttendance(one.id, button.everybody, 1))
    text = lines(say("attendance-ask", title=words.title(one.details, say), count=count), say("attendance-ask-means"))
    return Screen(text, [[sure, Key(say.label("key-back"), buttons.Attendance(one.id))]])


def not_said(outcome: NotOver | Cancelled | NoSuch, say: Say) -> Screen:
    """Say why nobody can be said to have been there."""
    back = [[Key(say.label("key-events"), events.OfficeEvents(0))]]
    match outcome:
        case NotOver():
            return Screen(say("attendance-not-over"), back)
        case Cancelled():
            return Screen(say("event-cancelled"), back)
        case NoSuch():
            return Screen(say("event-gone"), back)
        case _:
            assert_never(outcome)


def attended(event: Event, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as messages show
    """Tell somebody that they were there, as far as the office knows, and that there is a certificate."""
    text = lines(say("attended", title=words.title(event.details, say)), say("attended-means"))
    return Screen(text, [[Key(say.label("key-certificate"), buttons.MyCertificate(event.id)),
                          Key(say.label("key-open-event"), events.OpenEvent(event.id, 0, 0))]])  # fmt: skip
