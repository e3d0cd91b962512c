"""Deadlines go into people's calendars, and follow there what becomes of them."""

import dataclasses
from datetime import date, datetime, time, timedelta
from typing import Any

import icalendar

from storage.calls import publishing
from storage.calls.rules import Call, When
from storage.database import Database
from storage.local_time import LJUBLJANA
from tests.handlers.calls.sample import SUBMISSION, amend, publish
from tests.handlers.phone import NOW, Phone

Events = dict[str, Any]
"""The entries of a file by their UIDs."""


async def _events(phone: Phone, call: Call, *to: str) -> Events:
    """Let somebody take deadlines of a call to their calendar; read the file that comes."""
    await phone.says(f"/start r_{call.id}")
    await phone.taps(*(to or ("Roki", "Vse v koledar")))
    (file,) = phone.bot.shown
    assert file["filename"] == "rok.ics"
    return {str(one["UID"]): one for one in icalendar.Calendar.from_ical(file["document"]).walk("VEVENT")}


def _replaces(after: Events, before: Events) -> bool:
    """Tell whether calendars take the entries for newer ones of the same."""
    return after.keys() == before.keys() and all(
        int(after[uid]["SEQUENCE"]) > int(before[uid]["SEQUENCE"]) for uid in after
    )


async def test_a_deadline_goes_into_a_calendar(association: Database, ana: Phone, cvetka: Phone) -> None:
    call = await publish(association)
    await ana.says(f"/start r_{call.id}")
    await ana.taps("Roki")
    assert list(ana.keys) == ["še 18 dni · Vprašanja", "še 30 dni · Oddaja prijave", "Vse v koledar", "Nazaj"]
    (event,) = (await _events(ana, call, "Roki", "še 18 dni", "V koledar")).values()
    assert event.decoded("DTSTART") == date(2027, 3, 19)
    assert event.decoded("DTEND") == date(2027, 3, 20)
    assert str(event["SUMMARY"]) == "Vprašanja: Digitalni zakladi 2027"
    questions, submission = call.deadlines
    earlier = dataclasses.replace(submission, when=When(date(2027, 3, 30), time(12)))
    before = await _events(ana, call)
    await amend(association, call, cvetka, questions, earlier)
    after = await _events(ana, call)
    assert datetime(2027, 3, 30, 12, tzinfo=LJUBLJANA) in [one.decoded("DTEND") for one in after.values()]
    assert _replaces(after, before)


async def test_a_withdrawn_call_is_struck_from_calendars(association: Database, ana: Phone, cvetka: Phone) -> None:
    call = await publish(association)
    before = await _events(ana, call)
    who = await cvetka.me()
    assert who is not None
    await association.transact(publishing.withdraw, call.id, who.id, NOW)
    after = await _events(ana, call)
    assert {str(one["STATUS"]) for one in after.values()} == {"CANCELLED"}
    assert {str(one["SUMMARY"]) for one in after.values()} == {
        "Umaknjeno: Vprašanja: Digitalni zakladi 2027", "Umaknjeno: Oddaja prijave: Digitalni zakladi 2027",
    }  # fmt: skip
    assert _replaces(after, before)


async def test_a_milestone_that_is_changed_replaces_its_entry(association: Database, darja: Phone) -> None:
    call = await publish(association, SUBMISSION)
    for intent in ("applied", "granted"):
        await darja.forges(f"rid:{call.id}:{intent}")
    await darja.forges(f"Pmn:{call.id}:0")
    await darja.taps("Mejnik", "Preskoči")
    await darja.says("12. 5. 2027 ob 12.00")
    await darja.taps("Shrani")
    path = "Roki", "še 72 dni", "V koledar"
    before = await _events(darja, call, *path)
    darja.now = NOW + timedelta(hours=1)
    await darja.forges(f"Pm:{call.id}")
    await darja.taps("še 72 dni", "Spremeni", "Dan in ura")
    await darja.says("13. 5. 2027 ob 9.00")
    await darja.taps("Shrani")
    after = await _events(darja, call, "Roki", "še 73 dni", "V koledar")
    (event,) = after.values()
    assert event.decoded("DTEND") == datetime(2027, 5, 13, 9, tzinfo=LJUBLJANA)
    assert event.decoded("LAST-MODIFIED") == darja.now
    assert _replaces(after, before)
    await darja.forges(f"Pm:{call.id}")
    await darja.taps("še 73 dni", "Spremeni", "Ime")
    await darja.says("Oprema")
    await darja.taps("Shrani")
    assert _replaces(await _events(darja, call, "Roki", "še 73 dni", "V koledar"), after)
