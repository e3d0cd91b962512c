"""What single people are owed about calls, and what those messages and the morning's say when they are sent."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from storage import outbox
from storage.calls import books, mornings, reach
from storage.calls.reach import Circle
from storage.calls.reminding import Quiet, in_time
from storage.calls.rules import VOTERS, Call, CallId, Deadline, Intent
from storage.calls.tables import call_deadlines, call_intents, call_proposals, calls
from storage.local_time import LJUBLJANA
from storage.outbox import MessageKey, Owed
from storage.people import LibraryId, Person, PersonId, get, people, person_of, select_people

PROPOSED = "call_proposed"
DECLARED = "call_declared"
UNDECIDED = "call_undecided"


def tell_proposed(tx: Connection, call: Call, by: Person, intent: Intent, now: datetime) -> None:
    """Ask those who speak for a person's library whether it is to declare what the person proposes."""
    if by.library is None:
        return
    args = {"call": call.id, "by": by.id, "intent": intent}
    told = _hear(tx, call, speakers(tx, [by.library.id]))
    owe(tx, PROPOSED, f"{call.id}:{by.id}:{intent}:{now:%Y%m%d}", told, args, now, call.content.ends_at)


def tell_declared(tx: Connection, call: Call, library: LibraryId, told: Sequence[PersonId], now: datetime) -> None:
    """Tell those who proposed something that their library has declared, in place of any such word before."""
    for person_id in told:
        outbox.withdraw(tx, f"{DECLARED}:{call.id}:%", person_id)
    chosen = select_people().where(people.c.id.in_(told)).order_by(people.c.id)
    everybody = [person_of(row) for row in tx.execute(chosen).mappings()]
    args = {"call": call.id, "library": library}
    owe(tx, DECLARED, f"{call.id}:{now:%Y%m%d%H%M%S%f}", everybody, args, now)


def remind_undecided(tx: Connection, call: Call, now: datetime) -> int:
    """Ask those who speak for libraries that have not declared anything, at most once a day; return how many."""
    told = undecided(tx, call)
    owe(tx, UNDECIDED, f"{call.id}:{now.astimezone(LJUBLJANA):%Y%m%d}", told, {"call": call.id}, now,
        call.content.ends_at)  # fmt: skip
    return len(told)


def undecided(tx: Connection, call: Call) -> list[Person]:
    """List those who speak for libraries that may apply and have not declared anything."""
    declared = set(tx.execute(select(call_intents.c.library_id).where(call_intents.c.call_id == call.id)).scalars())
    return [one for one in _hear(tx, call, speakers(tx)) if one.library and one.library.id not in declared
            and call.details.admits(one.library.kind)]  # fmt: skip


def _hear(tx: Connection, call: Call, everybody: Sequence[Person]) -> list[Person]:
    """Leave out those who want to hear nothing more of a call."""
    hushed = set(tx.execute(reach.muted(call.id)).scalars())
    return [one for one in everybody if one.id not in hushed]


def speakers(tx: Connection, libraries: Sequence[LibraryId] | None = None) -> list[Person]:
    """List those who speak for libraries, all of them or some."""
    chosen = select_people().where(people.c.role.in_(VOTERS), people.c.library_id.is_not(None)).order_by(people.c.id)
    if libraries is not None:
        chosen = chosen.where(people.c.library_id.in_(libraries))
    return [person_of(row) for row in tx.execute(chosen).mappings()]


def owe(
    tx: Connection, kind: str, tag: str, told: Iterable[Person], args: Mapping[str, Any], now: datetime,
    until: datetime | None = None,
) -> None:  # fmt: skip
    """Owe each person one message, after their quiet hours, but now if that is not before `until`.

    Of the same tag there is never a second one.
    """
    owed = [
        Owed(
            MessageKey(f"{kind}:{tag}:{one.id}"),
            one.id,
            kind,
            args,
            in_time(now, Quiet(one.quiet_from, one.quiet_to), until),
        )
        for one in told
    ]
    outbox.owe(tx, owed, now)


@dataclass(frozen=True, slots=True)
class Notice:
    """What a message about a call says: of whose proposal, which intent."""

    call: Call
    person: Person
    by: Person | None
    intent: Intent | None


def proposed_facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Notice | None:
    """Find what word of a proposal says; None once the library has declared something, or the proposal is gone."""
    found = undecided_facts(tx, person_id, args, now)
    here = call_proposals.c.call_id == args["call"], call_proposals.c.person_id == args["by"]
    intent = tx.execute(select(call_proposals.c.intent).where(*here)).scalar()
    if found is None or intent != args["intent"]:
        return None
    return Notice(found.call, found.person, get(tx, args["by"]), Intent(intent))


def declared_facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Notice | None:  # noqa: ARG001
    """Find what word of a library's intent says: what it is by now."""
    call, person = books.find(tx, args["call"]), get(tx, person_id)
    if call is None or person is None or person.library is None or person.library.id != args["library"]:
        return None
    return Notice(call, person, None, reach.intent(tx, call.id, person.library.id))


def undecided_facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Notice | None:
    """Find what a question to an undecided library says; None once it has decided, or the call does not run."""
    call, person = books.find(tx, args["call"]), get(tx, person_id)
    if call is None or person is None or person.library is None or not call.runs(now):
        return None
    if reach.intent(tx, call.id, person.library.id) or not _hear(tx, call, [person]):
        return None
    return Notice(call, person, None, None)


@dataclass(frozen=True, slots=True)
class Morning:
    """What a morning's message says: deadlines with their calls, in order of time, and calls that are new.

    `meets`: whoever is reminded has a library, for which they can say that a deadline is met.
    """

    occasion: str
    reminders: Sequence[tuple[Call, Deadline]]
    new: Sequence[Call]
    meets: bool


def morning_facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Morning | None:
    """Find what a morning's message says by now: without what has moved, ended, been met or muted; None if nothing."""
    promised = {number: datetime.fromisoformat(at) for number, at in args["reminders"]}
    chosen = select(call_deadlines).where(call_deadlines.c.id.in_(promised), call_deadlines.c.ends_at > now)
    rows = tx.execute(chosen.order_by(call_deadlines.c.ends_at, call_deadlines.c.id)).mappings().all()
    found = [(CallId(row["call_id"]), books.deadline_of(row)) for row in rows if row["ends_at"] == promised[row["id"]]]
    here = calls.c.id.in_({*(call_id for call_id, _ in found), *args["calls"]})
    known = {call.id: call for call in books.read(tx, tx.execute(select(calls).where(here)).mappings().all())}
    circle = Circle(tx, person_id, person_id, select(calls.c.id).where(here))
    done = mornings.done_by(tx, [one.id for _, one in found if one.id is not None])
    reminders = [(known[call_id], one) for call_id, one in found if known[call_id].holds(one)
                 and _still(tx, circle, known[call_id], one, done)]  # fmt: skip
    new = [call for number in args["calls"] if (call := known[number]).runs(now)
           and person_id in circle.followers(call.details) and not circle.known(call.id, person_id).muted]  # fmt: skip
    meets = any(reader.library is not None for reader in circle.readers.values())
    return Morning(args["occasion"], reminders, new, meets) if reminders or new else None


def _still(tx: Connection, circle: Circle, call: Call, one: Deadline, done: set[Any]) -> bool:
    """Tell whether a deadline concerns somebody still."""
    whose = () if one.of_all else mornings.libraries_of(tx, one)
    ties = circle.ties(call.id, call.details, whose)
    return any(mornings.concern_of(reader, tie, one, whose, done) is not None for reader, tie in ties)


def morning_again(tx: Connection, person_id: PersonId, occasion: str, now: datetime) -> Morning | None:
    """Find what the message of an occasion says by now; None if nothing holds of it any more."""
    said = select(outbox.outbox.c.args).where(outbox.outbox.c.key == mornings.key(occasion, person_id))
    args = tx.execute(said).scalar()
    return None if args is None else morning_facts(tx, person_id, args, now)
