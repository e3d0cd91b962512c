"""Books of calls to measure in: one call before many people, and many calls before all libraries."""

import random
from datetime import UTC, date, datetime, timedelta
from datetime import time as hour

from sqlalchemy import delete, insert, literal, select

from storage import people
from storage.calls import mornings, plain, publishing
from storage.calls.reminding import Pace
from storage.calls.rules import Content, Deadline, DeadlineKind, Details, Intent, State, Topic, When
from storage.calls.tables import (
    call_deadlines,
    call_follows,
    call_intents,
    call_preferences,
    call_readers,
    call_topics,
    calls,
)
from storage.database import Tx
from storage.outbox import outbox
from storage.people import Role

LIBRARIES, EACH = 58, 5
NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)
TODAY = date(2027, 3, 1)


def _members(tx: Tx, count: int) -> None:
    """Enter people of all libraries; at night they are quiet, from nine on or later, until seven or earlier."""
    entries = [{"code": f"l{number}", "name": f"Knjižnica {number}", "town": "Kraj",
                "kind": "splošna" if number % 3 else "osrednja območna"} for number in range(LIBRARIES)]  # fmt: skip
    tx.execute(insert(people.libraries), entries)
    ids = tx.execute(select(people.libraries.c.id)).scalars().all()
    roles = [Role.DELEGATE, Role.DEPUTY]
    tx.execute(insert(people.people), [
        {"telegram_id": number + 1, "first_name": "A", "language": "sl",
         "role": roles[number // LIBRARIES] if number < 2 * LIBRARIES else Role.LIBRARIAN,
         "library_id": ids[number % LIBRARIES], "quiet_from": hour(21 + number % 3), "quiet_to": hour(5 + number % 3),
         "joined_at": NOW}
        for number in range(count)
    ])  # fmt: skip


def one_call(tx: Tx, followers: int) -> int:
    """Publish a call before many, half of whose libraries apply, and move its deadline; return how many heard of it."""
    _members(tx, followers)
    everybody = select(people.people.c.id, literal(str(Topic.READING)))
    tx.execute(insert(call_follows).from_select(["person_id", "topic"], everybody))
    deadline = Deadline(DeadlineKind.SUBMISSION, When(TODAY + timedelta(days=40), hour(12)))
    said = Content(Details("Bralna kultura", caller="JAK RS", topics=(Topic.READING,)), (deadline,))
    outcome = publishing.publish(tx, said, None, NOW)
    if not isinstance(outcome, publishing.Published):
        raise TypeError(outcome)
    tx.execute(delete(outbox))  # it has been sent
    tx.execute(insert(call_intents), [
        {"call_id": outcome.call.id, "library_id": number, "intent": Intent.APPLYING, "at": NOW}
        for number in range(1, LIBRARIES, 2)
    ])  # fmt: skip
    by, (number,) = people.PersonId(1), (one.id for one in outcome.call.deadlines)
    later = When(TODAY + timedelta(days=60), hour(12))
    publishing.move_deadline(tx, outcome.call.id, 1, number, later, by, NOW)
    return outcome.told


def many_calls(tx: Tx, count: int) -> None:
    """Enter calls whose deadlines are on the next 150 days, whom they reach, and what libraries declare on them."""
    chance = random.Random(58)
    _members(tx, LIBRARIES * EACH)
    ids = tx.execute(select(people.people.c.id)).scalars().all()
    follows = [{"person_id": one, "topic": topic} for one in ids for topic in chance.sample(list(Topic), 3)]
    tx.execute(insert(call_follows), follows)
    tx.execute(insert(call_preferences), [
        {"person_id": one, "pace": chance.choice(list(Pace)), "amount_from": chance.choice([None, 10_000]),
         "own_kind_only": chance.random() < 0.3, "leads": chance.choice([None, [7, 1]]), "leads_applying": None}
        for one in ids[::4]
    ])  # fmt: skip
    for number in range(1, count + 1):
        _enter(tx, number, chance)
    tx.execute(insert(call_intents), [
        {"call_id": number, "library_id": library, "intent": chance.choice(list(Intent)), "at": NOW}
        for library in range(1, LIBRARIES + 1)
        for number in chance.sample(range(1, count + 1), min(60, count))
    ])  # fmt: skip
    follow = call_topics.join(call_follows, call_follows.c.topic == call_topics.c.topic)
    tied = select(call_topics.c.call_id, call_follows.c.person_id).select_from(follow).distinct().subquery()
    row = {
        "call_id": tied.c.call_id, "person_id": tied.c.person_id, "told_version": literal(1),
        "waits": (tied.c.call_id % 200 == 0) & (tied.c.person_id % 8 == 0), "watches": literal(value=False),
        "muted": (7 * tied.c.person_id + 3 * tied.c.call_id) % 20 == 0,
    }  # fmt: skip
    tx.execute(insert(call_readers).from_select(list(row), select(*row.values())))
    mornings.plan(tx, NOW)


def _enter(tx: Tx, number: int, chance: random.Random) -> None:
    """Enter one of many calls."""
    topics = chance.sample(list(Topic), chance.choice([1, 1, 2]))
    details = Details(
        f"Razpis {number}", caller="MK", topics=tuple(topics), kinds=chance.choice([(), (), ("splošna",)]),
        amount=chance.choice([None, 5_000, 50_000]),
    )  # fmt: skip
    days = sorted(chance.sample(range(1, 151), chance.choice([1, 1, 2, 3])))
    whens = [When(TODAY + timedelta(days=day), chance.choice([None, hour(12)])) for day in days]
    tx.execute(insert(calls).values(
        id=number, details=plain.of_details(details), state=State.OPEN, version=1, published_at=NOW,
        ends_at=whens[-1].ends_at,
    ))  # fmt: skip
    tx.execute(insert(call_topics), [{"call_id": number, "topic": topic} for topic in topics])
    tx.execute(insert(call_deadlines), [
        {"call_id": number, "kind": DeadlineKind.SUBMISSION, "day": when.day, "hour": when.hour,
         "ends_at": when.ends_at, "provisional": False}
        for when in whens
    ])  # fmt: skip
