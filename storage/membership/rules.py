"""Who belongs, and in which role. Pure: facts in, outcome out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from storage.people import Library, Person, Role

InviteId = NewType("InviteId", int)

DEPUTIES = 2
"""So many deputies a library may have; delegates one."""

USES = 100
"""An invite to a library may be used so many times; one to the office once."""


@dataclass(frozen=True, slots=True)
class Invite:
    """A link that makes somebody a person."""

    id: InviteId
    role: Role
    library: Library | None
    uses_allowed: int
    uses: int
    expires_at: datetime
    revoked: bool

    @property
    def uses_left(self) -> int:
        """How many people may still use it."""
        return self.uses_allowed - self.uses

    def holds(self, now: datetime) -> bool:
        """Tell whether it still lets anybody in."""
        return not self.revoked and self.uses_left > 0 and now < self.expires_at


@dataclass(frozen=True, slots=True)
class Standing:
    """Where somebody stands: their role, the one they wait for, their library (None: the association's office)."""

    role: Role
    wanted_role: Role | None
    library: Library | None


@dataclass(frozen=True, slots=True)
class InviteFor:
    """The invite holds: this is what it would make of the person, who now stands `before` (None: a stranger)."""

    before: Standing | None
    after: Standing


@dataclass(frozen=True, slots=True)
class AlreadyMember:
    """The person is what the invite would make of them, or more."""

    person: Person


@dataclass(frozen=True, slots=True)
class Wrong:
    """There is no such invite."""


@dataclass(frozen=True, slots=True)
class UsedUp:
    """As many people as it was made for have used it."""


@dataclass(frozen=True, slots=True)
class Expired:
    """Its time is over."""


@dataclass(frozen=True, slots=True)
class Revoked:
    """The office took it back."""


@dataclass(frozen=True, slots=True)
class TooManyTries:
    """This Telegram user has tried too many links that do not exist."""


Unfit = Wrong | UsedUp | Expired | Revoked
Read = InviteFor | AlreadyMember | Unfit
LookedUp = Read | TooManyTries


def standing_of(person: Person) -> Standing:
    """Tell where a person stands."""
    return Standing(person.role, person.wanted_role, person.library)


def read_invite(invite: Invite | None, person: Person | None, now: datetime) -> Read:
    """Decide what an invite is worth to a person (None: a stranger).

    Whoever has used it is told so before they hear that it no longer holds.
    """
    if invite is None:
        return Wrong()
    after = _after(invite, person)
    if after is None and person is not None:
        return AlreadyMember(person)
    if invite.revoked:
        return Revoked()
    if now >= invite.expires_at:
        return Expired()
    if invite.uses_left <= 0:
        return UsedUp()
    return InviteFor(standing_of(person) if person else None, after or _fresh(invite))


def _fresh(invite: Invite) -> Standing:
    """Where a newcomer stands: a role that needs confirming is only wanted at first."""
    if invite.role.needs_confirming:
        return Standing(Role.LIBRARIAN, invite.role, invite.library)
    return Standing(invite.role, None, invite.library)


def _after(invite: Invite, person: Person | None) -> Standing | None:
    """Where an invite puts a person; None if it changes nothing, for a link never takes a role away.

    People of the office stay there; a link of another library moves a person to it, and what they were in the old
    one ends.
    """
    if person is None:
        return _fresh(invite)
    if not person.role.of_library and (invite.role.of_library or person.role.covers(invite.role)):
        return None
    if not invite.role.of_library or person.library != invite.library:
        return _fresh(invite)
    if person.role.covers(invite.role) or person.wanted_role == invite.role:
        return None
    return Standing(person.role, invite.role, person.library)


@dataclass(frozen=True, slots=True)
class NotAllowed:
    """This is not for whoever asks."""


@dataclass(frozen=True, slots=True)
class NoSuchPerson:
    """The person is not there, or no longer."""


@dataclass(frozen=True, slots=True)
class LastAdmin:
    """Somebody has to remain who can appoint others."""


@dataclass(frozen=True, slots=True)
class NeedsLibrary:
    """The role is held in a library, and none was named."""


@dataclass(frozen=True, slots=True)
class NothingChanges:
    """It is so already."""


@dataclass(frozen=True, slots=True)
class NothingToConfirm:
    """The person does not wait for this role, or no longer."""


@dataclass(frozen=True, slots=True)
class DelegateIsTaken:
    """The library has a delegate."""

    by: Person


@dataclass(frozen=True, slots=True)
class DeputiesAreTaken:
    """The library has as many deputies as it may."""

    by: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Assign:
    """It may be done: this is where the person stands then."""

    after: Standing


Taken = DelegateIsTaken | DeputiesAreTaken
MayAssign = Assign | NothingChanges | NotAllowed | NeedsLibrary | LastAdmin | Taken


def may_handle(actor: Role, *roles: Role) -> bool:
    """Tell whether `actor` may give and take these roles: staff those of libraries, admins all."""
    if actor is Role.ADMIN:
        return True
    return actor is Role.STAFF and all(role.of_library for role in roles)


def may_invite(actor: Role | None, role: Role, library: Library | None, uses: int) -> bool:
    """Tell whether `actor` (None: the command line) may make such an invite."""
    if actor is not None and not may_handle(actor, role):
        return False
    if role.of_library:
        return library is not None and 1 <= uses <= USES
    return library is None and uses == 1


def assign(
    actor: Person, person: Person, role: Role, library: Library | None, in_library: Sequence[Person], admins: int
) -> MayAssign:
    """Decide whether `actor` may give `person` a role in `library`; `in_library` are the people there now."""
    if not may_handle(actor.role, person.role, role):
        return NotAllowed()
    if role.of_library and library is None:
        return NeedsLibrary()
    after = Standing(role, None, library if role.of_library else None)
    if (after.role, after.library) == (person.role, person.library):
        return NothingChanges()
    if person.role is Role.ADMIN and admins <= 1:
        return LastAdmin()
    return taken(person, role, in_library) or Assign(after)


def taken(person: Person, role: Role, in_library: Sequence[Person]) -> Taken | None:
    """Tell who stands in the way of `person` having `role` in a library, if anybody does."""
    holders = tuple(other for other in in_library if other.role is role and other.id != person.id)
    if role is Role.DELEGATE and holders:
        return DelegateIsTaken(holders[0])
    if role is Role.DEPUTY and len(holders) >= DEPUTIES:
        return DeputiesAreTaken(holders)
    return None


def confirm(actor: Person, person: Person, role: Role, in_library: Sequence[Person]) -> MayAssign | NothingToConfirm:
    """Decide whether `actor` may give `person` the role that they wait for."""
    if not may_handle(actor.role, person.role, role):
        return NotAllowed()
    if person.wanted_role is not role:
        return NothingToConfirm()
    return taken(person, role, in_library) or Assign(Standing(role, None, person.library))


def may_go(person: Person, admins: int) -> LastAdmin | None:
    """Tell whether something keeps a person from leaving, or from being removed."""
    return LastAdmin() if person.role is Role.ADMIN and admins <= 1 else None
