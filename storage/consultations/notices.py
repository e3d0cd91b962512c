"""What a consultation owes people: word that it opens, changes and ends, and reminders to those who have not voted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, select, union, update

from storage import due, outbox, people
from storage.consultations import books, progress, rules
from storage.consultations.rules import Consultation, ConsultationId, Lead, State
from storage.consultations.tables import consultations, outlines, remarks, stances, supports, votes
from storage.due import Due
from storage.local_time import quiet_until
from storage.outbox import MessageKey, Owed
from storage.people import LibraryId, Person, PersonId, Role

REMINDER = "consultation_reminder"
CLOSE = "consultation_close"
OPENED = "consultation_opened"
REVISED = "consultation_revised"
EXTENDED = "consultation_extended"
WITHDRAWN = "consultation_withdrawn"
GIVEN = "consultation_given"
CLOSED = "consultation_closed"
SEALED_LOG = "consultation_log"
POSITION = "consultation_position"
FOLLOWED = "consultation_followed"


def _key(one: ConsultationId, what: str = "%") -> str:
    """The key of what falls due; without a word on what, the SQL pattern of all of it."""
    return f"consultation:{one}:{what}"


def plan(tx: Connection, one: Consultation, now: datetime) -> None:
    """Write down when the reminders and the closing fall due, in place of what was planned before."""
    drop(tx, one)
    args = {"consultation": one.id}
    reminders = rules.reminders(one.opened_at, one.terms.ends_at, now)
    rows = [
        Due(_key(one.id, f"reminder-{lead}"), REMINDER, at, None, {**args, "lead": lead})
        for lead, at in reminders.items()
    ]
    due.add(tx, [*rows, Due(_key(one.id, "close"), CLOSE, one.terms.ends_at, None, args)])


def drop(tx: Connection, one: Consultation) -> None:
    """Let neither reminder nor closing come, and take back what has not been sent of the reminders."""
    due.drop(tx, _key(one.id))
    outbox.withdraw(tx, f"{REMINDER}:{one.id}:%")


def reminder_due(tx: Connection, row: Due, now: datetime) -> None:
    """Owe the reminder that has fallen due."""
    one = books.find(tx, row.args["consultation"])
    if one is not None and one.runs(now):
        remind(tx, one, Lead(row.args["lead"]), f"{one.terms.ends_at:%Y%m%d%H%M}", now)


def remind(tx: Connection, one: Consultation, lead: Lead, tag: str, now: datetime) -> int:
    """Owe a reminder to those who cast the vote of a library that has not finished, instead of one before it."""
    outbox.withdraw(tx, f"{REMINDER}:{one.id}:%")
    given = books.given(tx, one.id)
    behind = {given.caster(library) for library, count in progress.waiting(tx, one).items() if count}
    told = [person for person in asked(tx, one)
            if person.role in rules.VOTERS and person.library and person.library.id in behind]  # fmt: skip
    tx.execute(update(consultations).where(consultations.c.id == one.id).values(reminded_at=now))
    return _owe(tx, one, REMINDER, f"{lead}:{tag}", told, {"lead": lead}, now)


def asked(tx: Connection, one: Consultation, library: LibraryId | None = None) -> list[Person]:
    """List all people of the libraries that are asked, or of one."""
    whose = people.people.c.library_id.is_not(None) if library is None else people.people.c.library_id == library
    chosen = people.select_people().where(whose).order_by(people.people.c.id)
    found = (people.person_of(row) for row in tx.execute(chosen).mappings())
    return [person for person in found if person.library and one.terms.asks(person.library.kind)]


def took_part(one: ConsultationId) -> Select[Any]:
    """Make a query for the ids of those who have voted openly, taken a stance, written a remark or supported one."""
    mine = select(outlines.c.question_id).where(outlines.c.consultation_id == one)
    every = (
        select(table.c.person_id).where(table.c.question_id.in_(mine), table.c.person_id.is_not(None))
        for table in (votes, stances, remarks)
    )
    support = select(supports.c.person_id).join(remarks).where(
        remarks.c.question_id.in_(mine), supports.c.person_id.is_not(None)
    )  # fmt: skip
    return select(union(*every, support).subquery().c.person_id)


def concerned(tx: Connection, one: Consultation) -> list[Person]:
    """List those who have taken part, and those who cast the votes of the libraries that are asked."""
    there = set(tx.execute(took_part(one.id)).scalars())
    return [person for person in asked(tx, one) if person.role in rules.VOTERS or person.id in there]


def tell_opened(tx: Connection, one: Consultation, now: datetime) -> int:
    """Tell everybody who is asked."""
    return _owe(tx, one, OPENED, "", asked(tx, one), {}, now)


def tell_revised(tx: Connection, one: Consultation, now: datetime) -> int:
    """Tell those concerned that the draft has a new version, instead of one before it that they do not know of yet."""
    outbox.withdraw(tx, f"{REVISED}:{one.id}:%")
    return _owe(tx, one, REVISED, str(one.version), concerned(tx, one), {"version": one.version}, now)


def tell_extended(tx: Connection, one: Consultation, now: datetime) -> int:
    """Tell those concerned that there is more time."""
    outbox.withdraw(tx, f"{EXTENDED}:{one.id}:%")
    return _owe(tx, one, EXTENDED, f"{one.terms.ends_at:%Y%m%d%H%M}", concerned(tx, one), {}, now)


def tell_withdrawn(tx: Connection, one: Consultation, now: datetime) -> int:
    """Tell those concerned that nothing will be counted."""
    return _owe(tx, one, WITHDRAWN, "", concerned(tx, one), {}, now)


def tell_given(tx: Connection, one: Consultation, own: LibraryId, to: LibraryId, now: datetime) -> None:
    """Tell those who cast the vote of the library `to` that they vote for another as well."""
    told = [person for person in asked(tx, one, to) if person.role in rules.VOTERS]
    _owe(tx, one, GIVEN, f"{own}:{now:%Y%m%d%H%M%S}", told, {"from": own}, now)


def take_back_given(tx: Connection, one: Consultation, own: LibraryId) -> None:
    """Let word that a library has given its vote away not go, if it has not gone yet."""
    outbox.withdraw(tx, f"{GIVEN}:{one.id}:{own}:%")


def tell_closed(tx: Connection, one: Consultation, head: str, now: datetime) -> int:
    """Tell those concerned that it is over, and the office where the log stands."""
    office = people.with_role(tx, Role.STAFF)
    _owe(tx, one, SEALED_LOG, "", office, {"head": head}, now)
    return _owe(tx, one, CLOSED, "", concerned(tx, one), {}, now)


def tell_position(tx: Connection, one: Consultation, now: datetime) -> int:
    """Give everybody who was asked the position of the association."""
    return _owe(tx, one, POSITION, "", asked(tx, one), {}, now)


def tell_followed(tx: Connection, one: Consultation, stage: str, now: datetime) -> int:
    """Tell those concerned how far the position has come, instead of what was said before and has not been sent."""
    outbox.withdraw(tx, f"{FOLLOWED}:{one.id}:%")
    return _owe(tx, one, FOLLOWED, stage, concerned(tx, one), {"stage": stage}, now)


def _owe(
    tx: Connection, one: Consultation, kind: str, tag: str, told: Iterable[Person], args: Mapping[str, Any],
    now: datetime,
) -> int:  # fmt: skip
    """Owe each person one message, after their quiet hours unless the end comes first; return how many they are.

    Whoever leaves at the same moment is left out, or leaves after it.
    """
    everybody = {person.id: person for person in told}
    chosen = select(people.people.c.id).where(people.people.c.id.in_(everybody)).order_by(people.people.c.id)
    staying = tx.execute(chosen.with_for_update(read=True, key_share=True)).scalars()
    owed: Sequence[Owed] = [
        Owed(
            MessageKey(f"{kind}:{one.id}:{tag}:{person_id}"), person_id, kind, {"consultation": one.id, **args},
            _moment(one, everybody[person_id], now),
        )
        for person_id in staying
    ]  # fmt: skip
    outbox.owe(tx, owed, now)
    return len(owed)


def _moment(one: Consultation, person: Person, now: datetime) -> datetime:
    until = quiet_until(now, person.quiet_from, person.quiet_to)
    return now if until is None or now < one.terms.ends_at <= until else until


@dataclass(frozen=True, slots=True)
class Notice:
    """What a message of the bot's own accord says: of which consultation, to whom, how many questions wait for them.

    `library` is the one that has given its vote away, `args` what was promised.
    """

    one: Consultation
    person: Person
    left: int
    library: str | None
    args: Mapping[str, Any]


def facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Notice | None:  # noqa: ARG001
    """Find what a message says; None when the consultation is not for the person any more, or was withdrawn since."""
    one, person = books.find(tx, args["consultation"]), people.get(tx, person_id)
    if one is None or person is None or not one.seen_by(person):
        return None
    left = progress.left(tx, one, person)
    return Notice(one, person, left, _named(tx, args.get("from")), args)


def reminder_facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Notice | None:
    """Find what a reminder says; None when nothing waits any more, or the time is over."""
    found = facts(tx, person_id, args, now)
    return found if found and found.left and found.one.runs(now) else None


def running_facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Notice | None:
    """Find what word of a consultation that runs says; None once it does not."""
    found = facts(tx, person_id, args, now)
    return found if found and found.one.runs(now) else None


def given_facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Notice | None:
    """Find what word of a vote that was given says; None once it was taken back."""
    found = running_facts(tx, person_id, args, now)
    if found is None or found.library is None or found.person.library is None:
        return None
    return found if books.given(tx, found.one.id).given.get(args["from"]) == found.person.library.id else None


def over_facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Notice | None:
    """Find what word of a consultation that is over says."""
    found = facts(tx, person_id, args, now)
    return found if found and found.one.state is not State.OPEN else None


def _named(tx: Connection, library: int | None) -> str | None:
    if library is None:
        return None
    return tx.execute(select(people.libraries.c.name).where(people.libraries.c.id == library)).scalar()
