"""What calls offer to the rest of the books."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Select, select

from storage.books import Feature
from storage.calls import consortium_notices, leaving, mornings, news, partners
from storage.calls.rules import INTENDING, VOTERS
from storage.calls.tables import call_intents
from storage.people import people


def intending(args: Mapping[str, Any]) -> Select[Any]:
    """Choose those who speak for a library that intends something with a call."""
    here = call_intents.c.call_id == args["call"], call_intents.c.intent.in_(INTENDING)
    return select(people.c.id).where(
        people.c.role.in_(VOTERS), people.c.library_id.in_(select(call_intents.c.library_id).where(*here))
    )


FEATURE = Feature(
    "calls",
    on_due={
        mornings.MORNING: mornings.morning_due,
        news.MATTER.changed: news.changed_due,
        partners.OVER: partners.over_due,
        consortium_notices.MOVED: consortium_notices.moved_due,
    },
    leave=leaving.leave,
    about=leaving.about,
    audiences={"call_intends": intending},
)
