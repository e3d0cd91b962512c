"""Messages about roles: who waits for the office's word, and what the office decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection

from storage import outbox, people
from storage.local_time import quiet_until
from storage.outbox import MessageKey, Owed
from storage.people import Person, PersonId, Role

WAITING = "role_waiting"
DECIDED = "role_decided"


class Decision(StrEnum):
    """What the office did with somebody's role."""

    CONFIRMED = "confirmed"
    DECLINED = "declined"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person is told: the decision on a role, and where they stand."""

    decision: Decision
    role: Role
    person: Person


@dataclass(frozen=True, slots=True)
class Waited:
    """What has become of the `person` (None: gone) of whom `reader` was told that they wait for `role`."""

    person: Person | None
    role: Role
    reader: Person

    @property
    def waits(self) -> bool:
        """Whether the person still waits for that role."""
        return self.person is not None and self.person.wanted_role is self.role


def tell_staff(tx: Connection, person: Person, now: datetime) -> None:
    """Owe everybody in the office a message that `person` waits for a role, instead of any before."""
    outbox.withdraw(tx, f"role-waiting:{person.id}:%")
    stamp = int(now.timestamp() * 1000)
    outbox.owe(
        tx,
        [
            Owed(
                key=MessageKey(f"role-waiting:{person.id}:{stamp}:{staff.id}"),
                person_id=staff.id,
                kind=WAITING,
                args={"person": person.id, "role": person.wanted_role},
                not_before=quiet_until(now, staff.quiet_from, staff.quiet_to) or now,
            )
            for staff in people.with_role(tx, Role.STAFF)
        ],
        now,
    )


def tell_person(tx: Connection, person: Person, decision: Decision, role: Role, now: datetime) -> None:
    """Owe a person a message on what was decided; the office need not be told any more that they wait."""
    outbox.withdraw(tx, f"role-waiting:{person.id}:%")
    outbox.owe(
        tx,
        [
            Owed(
                key=MessageKey(f"role-decided:{person.id}:{int(now.timestamp() * 1000)}"),
                person_id=person.id,
                kind=DECIDED,
                args={"decision": decision, "role": role},
                not_before=quiet_until(now, person.quiet_from, person.quiet_to) or now,
            )
        ],
        now,
    )


def waiting_facts(tx: Connection, staff: PersonId, args: Mapping[str, Any], now: datetime) -> Person | None:  # noqa: ARG001 - as pushes are loaded
    """Find who waits; None when they no longer do, or whoever would be told has left the office."""
    reader, person = people.get(tx, staff), people.get(tx, args["person"])
    if reader is None or not reader.may(Role.STAFF) or person is None or person.wanted_role != args["role"]:
        return None
    return person


def waited_facts(tx: Connection, reader: Person, args: Mapping[str, Any], now: datetime) -> Waited | None:  # noqa: ARG001 - as live cards are loaded
    """Find how things stand with somebody who waited; None when whoever was told has left the office."""
    if not reader.may(Role.STAFF):
        return None
    return Waited(people.get(tx, args["person"]), Role(args["role"]), reader)


def decided_facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Decided | None:  # noqa: ARG001 - as pushes are loaded
    """Find what was decided; None when it has changed since."""
    person = people.get(tx, person_id)
    decision, role = Decision(args["decision"]), Role(args["role"])
    if person is None or (decision is not Decision.DECLINED and person.role is not role):
        return None
    return Decided(decision, role, person)
