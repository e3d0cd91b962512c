"""A call as JSON can hold it: in its row, in the history of its versions, in a conversation. Pure."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from storage.calls.rules import Content, Deadline, DeadlineId, DeadlineKind, Details, Document, Topic, When


def of_details(one: Details) -> dict[str, Any]:
    """Lay details out."""
    return {
        "title_sl": one.title_sl, "title_en": one.title_en, "caller": one.caller, "summary_sl": one.summary_sl,
        "summary_en": one.summary_en, "link": one.link, "topics": list(one.topics), "kinds": list(one.kinds),
        "amount": one.amount, "cofinancing": one.cofinancing,
        "documents": [[document.name, document.file_id] for document in one.documents],
    }  # fmt: skip


def details(kept: Mapping[str, Any]) -> Details:
    """Read details; what is not there is as in a call of which nothing is known yet."""
    return Details(
        title_sl=kept.get("title_sl") or "", title_en=kept.get("title_en"), caller=kept.get("caller") or "",
        summary_sl=kept.get("summary_sl"), summary_en=kept.get("summary_en"), link=kept.get("link"),
        topics=tuple(Topic(topic) for topic in kept.get("topics", ())), kinds=tuple(kept.get("kinds", ())),
        amount=kept.get("amount"), cofinancing=kept.get("cofinancing"),
        documents=tuple(Document(name, file_id) for name, file_id in kept.get("documents", ())),
    )  # fmt: skip


def of_when(one: When) -> dict[str, Any]:
    """Lay a day and hour out."""
    hour = None if one.hour is None else one.hour.isoformat("minutes")
    return {"day": one.day.isoformat(), "hour": hour, "provisional": one.provisional, "words": one.words}


def when(kept: Mapping[str, Any]) -> When:
    """Read a day and hour."""
    hour = kept.get("hour")
    return When(
        date.fromisoformat(kept["day"]), None if hour is None else time.fromisoformat(hour),
        kept.get("provisional", False), kept.get("words"),
    )  # fmt: skip


def of_deadline(one: Deadline) -> dict[str, Any]:
    """Lay a deadline of a call out."""
    return {"kind": one.kind, "label": one.label, "id": one.id, **of_when(one.when)}


def deadline(kept: Mapping[str, Any]) -> Deadline:
    """Read a deadline of a call."""
    number = kept.get("id")
    known = None if number is None else DeadlineId(number)
    return Deadline(DeadlineKind(kept["kind"]), when(kept), kept.get("label"), known)


def of_content(one: Content) -> dict[str, Any]:
    """Lay a whole call out."""
    return {"details": of_details(one.details), "deadlines": [of_deadline(deadline) for deadline in one.deadlines]}


def content(kept: Mapping[str, Any]) -> Content:
    """Read a whole call."""
    return Content(details(kept["details"]), tuple(deadline(one) for one in kept["deadlines"]))
