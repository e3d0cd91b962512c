"""Who may become what."""

from datetime import timedelta

import pytest

from storage.membership import rules
from storage.membership.rules import (
    AlreadyMember,
    Assign,
    DelegateIsTaken,
    DeputiesAreTaken,
    Expired,
    Invite,
    InviteFor,
    InviteId,
    LastAdmin,
    NeedsLibrary,
    NotAllowed,
    NothingChanges,
    NothingToConfirm,
    Revoked,
    Standing,
    UsedUp,
    Wrong,
)
from storage.people import Library, Person, Role
from tests.storage.membership.association import KRANJ, KRSKO, LATER, NOW, person


def link(role: Role, library: Library | None = None, *, uses: int = 0, revoked: bool = False) -> Invite:
    return Invite(InviteId(1), role, library, 1, uses, LATER, revoked)


def test_an_invite_that_is_not_there_is_wrong() -> None:
    assert rules.read_invite(None, None, NOW) == Wrong()


@pytest.mark.parametrize(
    ("invite", "now", "outcome"),
    [
        (link(Role.LIBRARIAN, KRANJ, uses=1), NOW, UsedUp()),
        (link(Role.LIBRARIAN, KRANJ), LATER, Expired()),
        (link(Role.LIBRARIAN, KRANJ, revoked=True), NOW, Revoked()),
        (link(Role.LIBRARIAN, KRANJ, uses=1, revoked=True), LATER, Revoked()),
    ],
)
def test_an_invite_that_is_over_says_why(invite: Invite, now: object, outcome: object) -> None:
    assert rules.read_invite(invite, None, LATER if now == LATER else NOW) == outcome


def test_an_invite_holds_until_the_moment_it_expires() -> None:
    assert isinstance(
        rules.read_invite(link(Role.LIBRARIAN, KRANJ), None, LATER - timedelta(microseconds=1)), InviteFor
    )


def test_whoever_used_it_up_hears_that_they_are_in() -> None:
    ana = person(1, Role.LIBRARIAN, KRANJ)
    assert rules.read_invite(link(Role.LIBRARIAN, KRANJ, uses=1), ana, NOW) == AlreadyMember(ana)


@pytest.mark.parametrize("role", [Role.DEPUTY, Role.DELEGATE])
def test_a_role_that_needs_confirming_is_only_wanted_at_first(role: Role) -> None:
    assert rules.read_invite(link(role, KRANJ), None, NOW) == InviteFor(None, Standing(Role.LIBRARIAN, role, KRANJ))


@pytest.mark.parametrize(
    ("who", "invite", "after"),
    [
        (person(1, Role.LIBRARIAN, KRANJ), link(Role.STAFF), Standing(Role.STAFF, None, None)),
        (person(1, Role.STAFF), link(Role.ADMIN), Standing(Role.ADMIN, None, None)),
        (person(1, Role.DELEGATE, KRANJ), link(Role.LIBRARIAN, KRSKO), Standing(Role.LIBRARIAN, None, KRSKO)),
        (person(1, Role.DELEGATE, KRANJ), link(Role.DELEGATE, KRSKO), Standing(Role.LIBRARIAN, Role.DELEGATE, KRSKO)),
        (person(1, Role.LIBRARIAN, KRANJ), link(Role.DEPUTY, KRANJ), Standing(Role.LIBRARIAN, Role.DEPUTY, KRANJ)),
        (person(1, Role.DEPUTY, KRANJ), link(Role.DELEGATE, KRANJ), Standing(Role.DEPUTY, Role.DELEGATE, KRANJ)),
    ],
)
def test_a_link_moves_a_person_and_says_from_where(who: Person, invite: Invite, after: Standing) -> None:
    assert rules.read_invite(invite, who, NOW) == InviteFor(rules.standing_of(who), after)


@pytest.mark.parametrize(
    ("who", "invite"),
    [
        (person(1, Role.ADMIN), link(Role.STAFF)),
        (person(1, Role.ADMIN), link(Role.LIBRARIAN, KRANJ)),
        (person(1, Role.STAFF), link(Role.DELEGATE, KRANJ)),
        (person(1, Role.DELEGATE, KRANJ), link(Role.LIBRARIAN, KRANJ)),
        (person(1, Role.DELEGATE, KRANJ), link(Role.DEPUTY, KRANJ)),
        (person(1, Role.LIBRARIAN, KRANJ, wanted=Role.DEPUTY), link(Role.DEPUTY, KRANJ)),
    ],
)
def test_a_link_never_takes_a_role_away(who: Person, invite: Invite) -> None:
    assert rules.read_invite(invite, who, NOW) == AlreadyMember(who)


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("actor", [None, *Role])
def test_staff_invite_into_libraries_and_admins_into_the_office(actor: Role | None, role: Role) -> None:
    library = KRANJ if role.of_library else None
    allowed = actor in {None, Role.ADMIN} or (actor is Role.STAFF and role.of_library)
    assert rules.may_invite(actor, role, library, 1) is allowed


@pytest.mark.parametrize(
    ("role", "library", "uses"),
    [
        (Role.LIBRARIAN, None, 1),
        (Role.LIBRARIAN, KRANJ, 0),
        (Role.LIBRARIAN, KRANJ, 101),
        (Role.ADMIN, KRANJ, 1),
        (Role.ADMIN, None, 2),
    ],
)
def test_an_invite_that_makes_no_sense_is_not_made(role: Role, library: Library | None, uses: int) -> None:
    assert not rules.may_invite(Role.ADMIN, role, library, uses)


ADMIN, STAFF = person(90, Role.ADMIN), person(91, Role.STAFF)


def test_a_library_has_one_delegate() -> None:
    holder, ana = person(1, Role.DELEGATE, KRANJ), person(2, Role.LIBRARIAN, KRANJ, wanted=Role.DELEGATE)
    assert rules.confirm(STAFF, ana, Role.DELEGATE, [holder, ana]) == DelegateIsTaken(holder)
    assert rules.assign(STAFF, ana, Role.DELEGATE, KRANJ, [holder, ana], 1) == DelegateIsTaken(holder)
    assert rules.confirm(STAFF, ana, Role.DELEGATE, [ana]) == Assign(Standing(Role.DELEGATE, None, KRANJ))


def test_a_library_has_up_to_two_deputies() -> None:
    first, second = person(1, Role.DEPUTY, KRANJ), person(2, Role.DEPUTY, KRANJ)
    ana = person(3, Role.LIBRARIAN, KRANJ, wanted=Role.DEPUTY)
    assert rules.confirm(STAFF, ana, Role.DEPUTY, [first, ana]) == Assign(Standing(Role.DEPUTY, None, KRANJ))
    assert rules.confirm(STAFF, ana, Role.DEPUTY, [first, second, ana]) == DeputiesAreTaken((first, second))


def test_only_what_a_person_waits_for_is_confirmed() -> None:
    ana = person(1, Role.LIBRARIAN, KRANJ, wanted=Role.DEPUTY)
    assert rules.confirm(STAFF, ana, Role.DELEGATE, [ana]) == NothingToConfirm()


def test_staff_give_roles_of_libraries_only() -> None:
    ana = person(1, Role.LIBRARIAN, KRANJ)
    assert rules.assign(STAFF, ana, Role.STAFF, None, [], 1) == NotAllowed()
    assert rules.assign(STAFF, STAFF, Role.LIBRARIAN, KRANJ, [], 1) == NotAllowed()
    assert rules.assign(STAFF, ana, Role.DEPUTY, KRANJ, [ana], 1) == Assign(Standing(Role.DEPUTY, None, KRANJ))
    assert rules.assign(ADMIN, ana, Role.STAFF, None, [], 1) == Assign(Standing(Role.STAFF, None, None))


def test_librarians_give_no_roles() -> None:
    ana, bojan = person(1, Role.DELEGATE, KRANJ), person(2, Role.LIBRARIAN, KRANJ, wanted=Role.DEPUTY)
    assert rules.assign(ana, bojan, Role.DEPUTY, KRANJ, [ana, bojan], 1) == NotAllowed()
    assert rules.confirm(ana, bojan, Role.DEPUTY, [ana, bojan]) == NotAllowed()


def test_the_last_admin_stays() -> None:
    assert rules.assign(ADMIN, ADMIN, Role.STAFF, None, [], 1) == LastAdmin()
    assert rules.assign(ADMIN, ADMIN, Role.STAFF, None, [], 2) == Assign(Standing(Role.STAFF, None, None))
    assert rules.may_go(ADMIN, 1) == LastAdmin()
    assert rules.may_go(ADMIN, 2) is None
    assert rules.may_go(STAFF, 1) is None


def test_from_the_office_to_a_library_needs_a_library() -> None:
    assert rules.assign(ADMIN, STAFF, Role.LIBRARIAN, None, [], 1) == NeedsLibrary()


def test_the_same_again_changes_nothing() -> None:
    ana = person(1, Role.DELEGATE, KRANJ)
    assert rules.assign(STAFF, ana, Role.DELEGATE, KRANJ, [ana], 1) == NothingChanges()
