"""How a call has changed, in words. Pure."""

from datetime import datetime

from handlers.calls import words
from handlers.texts import Markup, Say
from storage.calls.changes import Difference, Moved


def difference(of: Difference, say: Say, now: datetime) -> list[str]:
    """Say what is another now, one thing after the other."""
    return [
        *(moved(one, say, now) for one in of.moved),
        *(say.label(f"call-changed-{field}") for field in of.fields),
        *(say.label("call-changed-document", name=words.cut(one.name)) for one in of.documents),
    ]


def moved(one: Moved, say: Say, now: datetime) -> str:
    """Say from when to when a deadline is moved, that it is new, or that it is gone."""
    before, after = one.before, one.after
    if before is None and after is not None:
        return say.label("call-changed-new", name=words.name(after, say), after=words.when(after, say, now))
    if after is None and before is not None:
        return say.label("call-changed-gone", name=words.name(before, say), before=words.when(before, say, now))
    if before is None or after is None:
        raise TypeError("A deadline that never was has not moved.")
    return say.label("call-changed-moved", name=words.name(after, say), before=words.was(before.when, after, say, now),
                     after=words.when(after, say, now))  # fmt: skip


def listed(of: Difference, most: int, say: Say, now: datetime) -> list[Markup]:
    """Say so much of what is another now, a line each, and how much more there is."""
    said = difference(of, say, now)
    more = [say("call-changed-more", count=len(said) - most)] if len(said) > most else []
    return [*(say("call-changed-line", said=one) for one in said[:most]), *more]
