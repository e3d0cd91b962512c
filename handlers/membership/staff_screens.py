"""What the office sees of members. Pure: facts in, card out."""

from collections.abc import Sequence
from typing import assert_never

from handlers.buttons import Button
from handlers.home import Office
from handlers.membership import buttons
from handlers.membership.names import kind_of, role_label, role_name, short, standing_of
from handlers.paging import PAGE, turning
from handlers.screen import Key, Keys, Refusal, Screen, in_rows, lines
from handlers.texts import Markup, Say
from storage.membership import rules
from storage.membership.leaving import Removed
from storage.membership.lists import LibraryCard, LibraryLine
from storage.membership.roles import Assigned, Declined, Refused, RoleChanged
from storage.pages import page_of
from storage.people import Library, Person, Role


def _back(say: Say, to: Button) -> Key:
    return Key(say.label("key-back"), to)


def members(libraries: Sequence[LibraryLine], page: int, say: Say) -> Screen:
    """List the libraries with the numbers of their people."""
    shown = page_of(libraries, page, PAGE)
    keys = [
        [
            Key(
                say.label("key-library", name=short(line.library.name), count=line.people),
                buttons.OpenLibrary(line.library.id, 0),
            )
        ]
        for line in shown.lines
    ]
    waiting = sum(line.waiting for line in libraries)
    text = lines(
        say("members-card"),
        say("members-libraries", count=len(libraries)),
        say("members-people", count=sum(line.people for line in libraries)),
        say("members-waiting", count=waiting) if waiting else None,
        "",
        say("members-choose", page=shown.number + 1, pages=shown.pages),
    )
    return Screen(text, [
        *keys,
        turning(shown, buttons.Members, say),
        [Key(say.label("key-find"), buttons.Find()), Key(say.label("key-office-people"), buttons.OfficePeople())],
        [_back(say, Office())],
    ])  # fmt: skip


def library(card: LibraryCard, page: int, say: Say) -> Screen:
    """Show a library: who votes for it, and all its people."""
    there = card.library
    shown = page_of(card.people, page, PAGE)
    waiting = sum(person.wanted_role is not None for person in card.people)
    text = lines(
        say("library-card", name=there.name),
        say("library-place", town=there.town, kind=kind_of(there, say)),
        _holders(card.people, Role.DELEGATE, say),
        _holders(card.people, Role.DEPUTY, say),
        say("members-people", count=len(card.people)),
        say("members-waiting", count=waiting) if waiting else None,
    )
    back = buttons.Members(card.position // PAGE)
    return Screen(text, [
        *_people(shown.lines, say),
        turning(shown, lambda to: buttons.OpenLibrary(there.id, to), say),
        [Key(say.label("key-new-invite"), buttons.NewInvite(there.id)), _back(say, back)],
    ])  # fmt: skip


def _holders(people: Sequence[Person], role: Role, say: Say) -> str:
    names = ", ".join(person.first_name for person in people if person.role is role)
    return say("library-holders", role=role_label(role, say), names=names or say.label("nobody"))


def _people(people: Sequence[Person], say: Say) -> Keys:
    return [[Key(_person_label(person, say), buttons.OpenPerson(person.id))] for person in people]


def _person_label(person: Person, say: Say) -> str:
    role = role_name(person.role, say)
    if person.wanted_role is None:
        return say.label("key-person", name=person.first_name, role=role)
    return say.label("key-person-waiting", name=person.first_name, role=role_name(person.wanted_role, say))


def office_people(people: Sequence[Person], say: Say) -> Screen:
    """List the people of the association's office."""
    text = lines(say("office-people-card"), say("members-people", count=len(people)))
    return Screen(text, [*_people(people, say), [_back(say, buttons.Members(0))]])


def confirmations(people: Sequence[Person], page: int, say: Say) -> Screen:
    """List those who wait for their role."""
    shown = page_of(people, page, PAGE)
    text = lines(
        say("confirmations-card"),
        say("members-waiting", count=len(people)) if people else say("confirmations-none"),
    )
    keys = [
        [Key(say.label("key-waiting", name=person.first_name, role=role_name(person.wanted_role or person.role, say),
                       town=person.library.town if person.library else ""), buttons.OpenPerson(person.id))]
        for person in shown.lines
    ]  # fmt: skip
    return Screen(text, [*keys, turning(shown, buttons.Confirmations, say), [_back(say, Office())]])


def person(shown: Person, viewer: Person, say: Say, first: Markup | None = None) -> Screen:
    """Show a person, with what `viewer` may do about them; `first` says what has just happened."""
    wanted = shown.wanted_role
    text = lines(
        first,
        "" if first else None,
        say("person-card", name=shown.first_name),
        standing_text(shown, say),
        say("person-waits", role=role_name(wanted, say)) if wanted else None,
    )
    keys: list[list[Key]] = []
    if rules.may_handle(viewer.role, shown.role):
        if wanted:
            keys.append([
                Key(say.label("key-confirm"), buttons.Confirm(shown.id, wanted)),
                Key(say.label("key-decline"), buttons.Decline(shown.id, wanted)),
            ])  # fmt: skip
        keys.append([
            Key(say.label("key-role"), buttons.Roles(shown.id)),
            Key(say.label("key-other-library"), buttons.OtherLibrary(shown.id)),
        ])  # fmt: skip
        keys.append([Key(say.label("key-remove"), buttons.Remove(shown.id, 0))])
    keys.append([_back(say, _home_of(shown.library))])
    return Screen(text, keys)


def standing_text(shown: Person, say: Say) -> Markup:
    """Say as HTML where a person stands."""
    return say("person-standing", standing=standing_of(shown, say))


def _home_of(place: Library | None) -> Button:
    return buttons.OfficePeople() if place is None else buttons.OpenLibrary(place.id, 0)


def roles(shown: Person, viewer: Person, say: Say) -> Screen:
    """Show the roles that `viewer` can give a person."""
    possible = [
        role
        for role in Role
        if role is not shown.role
        and rules.may_handle(viewer.role, shown.role, role)
        and (shown.library is not None or not role.of_library)
    ]
    keys = [Key(role_label(role, say), buttons.GiveRole(shown.id, role, 0)) for role in possible]
    text = lines(
        say("person-card", name=shown.first_name),
        standing_text(shown, say),
        "",
        say("roles-question") if possible else say("not-allowed"),
        say("roles-office-moves") if possible and shown.library is None else None,
    )
    return Screen(text, [*in_rows(keys, 2), [_back(say, buttons.OpenPerson(shown.id))]])


def sure_role(shown: Person, role: Role, say: Say) -> Screen:
    """Ask whether somebody shall come to the office, or change within it."""
    text = say("role-question", name=shown.first_name, role=role_name(role, say), what=say(f"role-may-{role}"))
    keys = [Key(role_label(role, say), buttons.GiveRole(shown.id, role, 1)), _back(say, buttons.Roles(shown.id))]
    return Screen(text, [keys])


def sure_move(shown: Person, to: Library, say: Say) -> Screen:
    """Ask whether a person shall move to another library."""
    text = lines(
        say("move-question", name=shown.first_name),
        say("move-role-ends", role=role_name(shown.role, say)) if shown.role is not Role.LIBRARIAN else None,
        say("move-to", library=to.name),
    )
    keys = [
        Key(say.label("key-move"), buttons.MoveTo(shown.id, to.id, 1)),
        _back(say, buttons.OpenPerson(shown.id)),
    ]
    return Screen(text, [keys])


def sure_remove(shown: Person, say: Say) -> Screen:
    """Say what removing a person means, and ask."""
    keys = [Key(say.label("key-remove"), buttons.Remove(shown.id, 1)), _back(say, buttons.OpenPerson(shown.id))]
    return Screen(say("remove-question", name=shown.first_name), [keys])


WHY = {
    rules.NothingChanges: "role-unchanged",
    rules.NothingToConfirm: "role-unchanged",
    rules.NeedsLibrary: "role-needs-library",
    rules.LastAdmin: "role-last-admin",
}


def role_changed(
    outcome: RoleChanged | rules.NothingToConfirm | Refused, before: Person, viewer: Person, say: Say
) -> Screen:
    """Say what became of a role, above the person's card."""
    match outcome:
        case Assigned(now):
            said = say("role-assigned", name=now.first_name, standing=standing_of(now, say))
            return person(now, viewer, say, said)
        case Declined(now):
            return person(now, viewer, say, say("role-declined", name=now.first_name))
        case rules.NothingChanges() | rules.NothingToConfirm() | rules.NeedsLibrary() | rules.LastAdmin():
            return person(before, viewer, say, say(WHY[type(outcome)]))
        case rules.DelegateIsTaken(holder):
            return _taken(before, (holder,), say("role-delegate-taken", name=holder.first_name), say)
        case rules.DeputiesAreTaken(holders):
            names = [holder.first_name for holder in holders]
            return _taken(before, holders, say("role-deputies-taken", first=names[0], second=names[-1]), say)
        case rules.NotAllowed():
            return Refusal(say("not-allowed"), [[_back(say, Office())]])
        case rules.NoSuchPerson():
            return gone(say)
        case _:
            assert_never(outcome)


def _taken(before: Person, holders: Sequence[Person], why: Markup, say: Say) -> Screen:
    return Screen(why, [*_people(holders, say), [_back(say, buttons.OpenPerson(before.id))]])


def removed(
    outcome: Removed | rules.NoSuchPerson | rules.NotAllowed | rules.LastAdmin, before: Person, viewer: Person, say: Say
) -> Screen:
    """Say what became of removing a person."""
    match outcome:
        case Removed(who):
            return Screen(say("removed", name=who.first_name), [[_back(say, _home_of(who.library))]])
        case rules.LastAdmin():
            return person(before, viewer, say, say("role-last-admin"))
        case rules.NotAllowed():
            return Refusal(say("not-allowed"), [[_back(say, Office())]])
        case rules.NoSuchPerson():
            return gone(say)
        case _:
            assert_never(outcome)


def gone(say: Say) -> Screen:
    """Say that a person or a library is not there any more."""
    return Screen(say("not-there"), [[_back(say, buttons.Members(0))]])
