"""Registering for all dates of a series at once: each date has its own outcome."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection

from storage.events import actions, publishing, questions
from storage.events.actions import NoSuch, Registration
from storage.events.rules import SeriesId
from storage.events.seats import Asks
from storage.people import PersonId


def register(
    tx: Connection, series: SeriesId, person_id: PersonId, now: datetime, answers: Mapping[str, str] | None = None
) -> tuple[Registration, ...] | Asks | NoSuch:
    """Ask for a seat at each date that is still to come; where somebody is in already, they stay so.

    If any of the dates has questions, nothing is done until they are answered.

    The dates' rows are locked in the order of their numbers, as whoever leaves locks them.
    """
    dates = publishing.of_series(tx, series, now)
    asked = next((one.details.questions for one in dates if one.details.questions), ())
    if (question := questions.missing(asked, answers)) is not None:
        return Asks(question)
    done = [actions.register(tx, one, person_id, now, answers) for one in sorted(event.id for event in dates)]
    made = [one for one in done if isinstance(one, Registration)]
    return tuple(sorted(made, key=lambda one: one.card.event.details.starts_at)) if made else NoSuch()
