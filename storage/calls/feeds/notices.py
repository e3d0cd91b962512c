"""What the office is told of its own accord about feeds, as long as it still holds when it is sent."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from storage import outbox, people
from storage.calls.feeds import reading
from storage.calls.feeds.reading import Line
from storage.calls.feeds.rules import Broke, Feed, FeedId, Works
from storage.local_time import quiet_until
from storage.outbox import MessageKey, Owed
from storage.people import Person, PersonId, Role

FOUND = "feed_found"
TROUBLE = "feed_trouble"
WORKS = "feed_works"


def _key(kind: str, feed_id: FeedId, looks: int | str = "%", person_id: PersonId | str = "%") -> str:
    """The key of a message; without a look or a person, the SQL pattern of all of them."""
    return f"{kind}:{feed_id}:{looks}:{person_id}"


def tell_found(tx: Connection, feed: Feed, now: datetime) -> None:
    """Owe the office one message of what a look has found, in place of one that has not been sent yet."""
    outbox.withdraw(tx, _key(FOUND, feed.id))
    _owe(tx, FOUND, feed, people.with_role(tx, Role.STAFF), now)


def tell_health(tx: Connection, feed: Feed, news: Broke | Works, now: datetime) -> None:
    """Owe the office word of trouble with a feed, or that it is over; whoever has not heard of it yet never does."""
    office = people.with_role(tx, Role.STAFF)
    if isinstance(news, Broke):
        outbox.withdraw(tx, _key(WORKS, feed.id))
        _owe(tx, TROUBLE, feed, office, now)
        return
    unsent = outbox.outbox.c.key.like(_key(TROUBLE, feed.id)), outbox.outbox.c.not_before.is_not(None)
    unaware = set(tx.execute(select(outbox.outbox.c.person_id).where(*unsent)).scalars())
    outbox.withdraw(tx, _key(TROUBLE, feed.id))
    _owe(tx, WORKS, feed, [person for person in office if person.id not in unaware], now)


def take_back(tx: Connection, feed_id: FeedId) -> None:
    """Let nothing more be told of a feed."""
    for kind in (FOUND, TROUBLE, WORKS):
        outbox.withdraw(tx, _key(kind, feed_id))


def _owe(tx: Connection, kind: str, feed: Feed, office: list[Person], now: datetime) -> None:
    messages = [
        Owed(
            MessageKey(_key(kind, feed.id, feed.looks, person.id)), person.id, kind, {"feed": feed.id},
            quiet_until(now, person.quiet_from, person.quiet_to) or now,
        )
        for person in office
    ]  # fmt: skip
    outbox.owe(tx, messages, now)


def found_facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Line | None:  # noqa: ARG001 - as facts are loaded
    """Find what waits of a feed; None when somebody has decided on it all, or the person is in the office no more."""
    found = _line(tx, person_id, args)
    return found if found is not None and found.waiting else None


def trouble_facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Line | None:  # noqa: ARG001
    """Find what is wrong with a feed; None when nothing is any more."""
    found = _line(tx, person_id, args)
    return found if found is not None and found.feed.health.told else None


def works_facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Line | None:  # noqa: ARG001
    """Find a feed that works again; None when it does not any more."""
    found = _line(tx, person_id, args)
    return found if found is not None and not found.feed.health.told else None


def _line(tx: Connection, person_id: PersonId, args: Mapping[str, Any]) -> Line | None:
    person = people.get(tx, person_id)
    if person is None or not person.may(Role.STAFF):
        return None
    return reading.line(tx, FeedId(args["feed"]))
