"""What people follow, how they want to hear of it, and what ties them to a call: one transaction each."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from storage import news
from storage.calls import reach
from storage.calls.news import MATTER
from storage.calls.reminding import Concern, Pace, Preferences
from storage.calls.rules import EVERYTHING, Call, CallId, Topic
from storage.calls.tables import call_follows, call_preferences, call_readers, calls
from storage.people import PersonId
from storage.schema import insert_new, upsert

NOTHING = {"told_version": None, "waits": False, "opened_at": None, "muted": False, "watches": False,
           "asked_version": None, "seen_version": None}  # fmt: skip
"""What ties a person to a call that they have never heard of."""


def follows(tx: Connection, person_id: PersonId) -> set[str]:
    """List the topics that a person follows, or EVERYTHING."""
    return set(tx.execute(select(call_follows.c.topic).where(call_follows.c.person_id == person_id)).scalars())


def follow(tx: Connection, person_id: PersonId, topic: Topic | None, *, on: bool) -> set[str]:
    """Follow a topic, or with None all of them, or do so no more; return what is followed now.

    Whoever follows everything and leaves a topic follows all others.
    """
    now, every = follows(tx, person_id), {str(one) for one in Topic}
    if topic is None:
        wanted = {EVERYTHING} if on else set()
    else:
        known = every if EVERYTHING in now else now
        wanted = known | {topic} if on else known - {topic}
    if wanted >= every:
        wanted = {EVERYTHING}
    tx.execute(delete(call_follows).where(call_follows.c.person_id == person_id))
    if wanted:
        tx.execute(insert(call_follows), [{"person_id": person_id, "topic": one} for one in sorted(wanted)])
    return wanted


def prefer(tx: Connection, person_id: PersonId, wanted: Preferences) -> Preferences:
    """Write how a person wants to hear of calls; what has been said already is not said again."""
    row = {
        "person_id": person_id, "pace": wanted.pace, "amount_from": wanted.amount_from,
        "own_kind_only": wanted.own_kind_only, "leads": sorted(wanted.choice.following, reverse=True),
        "leads_applying": sorted(wanted.choice.applying, reverse=True),
    }  # fmt: skip
    upsert(tx, call_preferences, [row], "person_id")
    return reach.preferences(tx, person_id)


def adjust(tx: Connection, person_id: PersonId, /, **changes: Any) -> Preferences:  # noqa: ANN401 - fields of Preferences
    """Change some of how a person wants to hear of calls."""
    return prefer(tx, person_id, replace(reach.preferences(tx, person_id), **changes))


def remind(tx: Connection, person_id: PersonId, of: Concern, lead: int, *, on: bool) -> Preferences:
    """Remind a person so many days before, of what concerns them so much, or do so no more."""
    before = reach.preferences(tx, person_id)
    return prefer(tx, person_id, replace(before, choice=before.choice.with_lead(of, lead, on=on)))


def unasked(tx: Connection, person_id: PersonId) -> bool:
    """Tell whether a person has neither chosen anything nor been asked to."""
    chosen = select(call_preferences.c.person_id).where(call_preferences.c.person_id == person_id)
    return tx.execute(chosen).first() is None and not follows(tx, person_id)


def asked(tx: Connection, person_id: PersonId) -> None:
    """Write down that a person was asked to choose: they hear of calls as people begin, once they follow some."""
    row = {
        "person_id": person_id, "pace": Pace.AT_ONCE, "amount_from": None, "own_kind_only": False, "leads": None,
        "leads_applying": None,
    }  # fmt: skip
    insert_new(tx, call_preferences, [row], "person_id")


def note(tx: Connection, call_id: CallId, person_id: PersonId, **values: Any) -> None:  # noqa: ANN401 - columns
    """Write what ties a person to a call."""
    insert_new(tx, call_readers, [{"call_id": call_id, "person_id": person_id, **NOTHING}], "call_id", "person_id")
    here = call_readers.c.call_id == call_id, call_readers.c.person_id == person_id
    tx.execute(update(call_readers).where(*here).values(**values))


_FIRST = (
    update(call_readers)
    .where(
        call_readers.c.call_id == bindparam("call"), call_readers.c.person_id == bindparam("person"),
        call_readers.c.told_version.is_(None),
    )
    .values(told_version=bindparam("version"), waits=False)
)  # fmt: skip
_WAIT_NO_MORE = (
    update(call_readers)
    .where(call_readers.c.call_id == bindparam("call"), call_readers.c.person_id == bindparam("person"))
    .values(waits=False)
)


def know(tx: Connection, told: Sequence[tuple[CallId, PersonId, int]]) -> None:
    """Write down who knows which call in which version; of those who knew it before, what they knew stays."""
    rows = [{"call_id": call, "person_id": person, **NOTHING} for call, person, _ in told]
    insert_new(tx, call_readers, rows, "call_id", "person_id")
    if told:
        tx.execute(_FIRST, [{"call": call, "person": person, "version": version} for call, person, version in told])


def wait_no_more(tx: Connection, who: Sequence[tuple[CallId, PersonId]]) -> None:
    """Let people not wait for a call to be in their digest."""
    if who:
        tx.execute(_WAIT_NO_MORE, [{"call": call, "person": person} for call, person in who])


def told(tx: Connection, call: Call, everybody: Iterable[PersonId]) -> None:
    """Write down that people know a call as it stands; of those who knew it before, what they knew stays."""
    know(tx, [(call.id, one, call.version) for one in sorted(set(everybody))])


def opened(tx: Connection, call: Call, person_id: PersonId, now: datetime) -> None:
    """Write down that a person has seen the card of a call."""
    told(tx, call, [person_id])
    first = call_readers.c.call_id == call.id, call_readers.c.person_id == person_id, call_readers.c.opened_at.is_(None)
    tx.execute(update(call_readers).where(*first).values(opened_at=now))


def mute(tx: Connection, call_id: CallId, person_id: PersonId, now: datetime, *, on: bool) -> bool:
    """Hear nothing more of one call, or again; what was said meanwhile is not made up for. Return if there is one."""
    if on and _exists(tx, call_id):
        note(tx, call_id, person_id, muted=True, waits=False, watches=False)
        news.take_back_from(tx, MATTER, call_id, person_id, now)
        return True
    return _hear_again(tx, call_id, person_id)


def watch(tx: Connection, call_id: CallId, person_id: PersonId, *, on: bool) -> bool:
    """Follow one call, whatever its topic, or do so no more. Return if there is one."""
    if not (_hear_again(tx, call_id, person_id) if on else _exists(tx, call_id)):
        return False
    note(tx, call_id, person_id, watches=on)
    return True


def _exists(tx: Connection, call_id: CallId) -> bool:
    return tx.execute(select(calls.c.id).where(calls.c.id == call_id)).first() is not None


def _hear_again(tx: Connection, call_id: CallId, person_id: PersonId) -> bool:
    """Let whoever has muted a call know it as it stands from here on; return if there is one."""
    here = call_readers.c.call_id == call_id, call_readers.c.person_id == person_id, call_readers.c.muted
    version = select(calls.c.version).where(calls.c.id == call_id).scalar_subquery()
    tx.execute(update(call_readers).where(*here).values(muted=False, told_version=version))
    return _exists(tx, call_id)


def seen(tx: Connection, call_id: CallId, person_id: PersonId) -> bool:
    """Write down that a person has seen how a call has changed; return whether they were asked to."""
    here = call_readers.c.call_id == call_id, call_readers.c.person_id == person_id
    asked = call_readers.c.asked_version
    chosen = update(call_readers).where(*here, asked.is_not(None)).values(seen_version=asked)
    return tx.execute(chosen).rowcount == 1
