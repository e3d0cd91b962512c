"""Looking for people and libraries by what is typed, for whatever purpose."""

from datetime import datetime
from enum import StrEnum

from handlers.buttons import Button
from handlers.conversation import Guide, Misread
from handlers.home import Office
from handlers.membership import buttons
from handlers.membership.names import role_name, short
from handlers.screen import Key, Screen, lines
from handlers.texts import Say
from storage.database import Tx
from storage.drafts import Draft
from storage.membership import lists
from storage.membership.lists import Found
from storage.people import Library, LibraryId, Person, PersonId, Role

LONGEST = 80
"""More than this is not a name."""


class Purpose(StrEnum):
    """What somebody is looked for."""

    LOOK = "look"
    MOVE = "move"
    INVITE = "invite"


def _advance(draft: Draft, said: str, now: datetime) -> Draft | Misread:  # noqa: ARG001 - as guides advance
    text = "".join(char if char.isprintable() else " " for char in said[:LONGEST]).strip()
    return draft.at("found", text=text) if text else Misread("find-nothing-typed")


def _load(tx: Tx, draft: Draft, person: Person, now: datetime) -> Found:  # noqa: ARG001 - as guides load
    return lists.find(tx, draft.data.get("text", ""))


def _show(draft: Draft, found: Found, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as guides show
    purpose = Purpose(draft.data["purpose"])
    text = draft.data.get("text")
    people = found.people if purpose is Purpose.LOOK else ()
    keys = [[Key(short(library.name), _open(draft, purpose, library))] for library in found.libraries]
    keys += [[Key(_person(person, say), buttons.OpenPerson(person.id))] for person in people]
    said: str
    if text is None:
        said = say("find-ask" if purpose is Purpose.LOOK else "find-ask-library")
    elif keys:
        said = lines(say("find-found", text=text), say("find-again"))
    else:
        said = lines(say("find-none", text=text), say("find-again"))
    return Screen(said, [*keys, [Key(say.label("key-back"), _back(draft, purpose))]])


def _person(person: Person, say: Say) -> str:
    place = person.library.town if person.library else role_name(person.role, say)
    return say.label("key-found-person", name=person.first_name, place=place)


def _open(draft: Draft, purpose: Purpose, library: Library) -> Button:
    match purpose:
        case Purpose.LOOK:
            return buttons.OpenLibrary(library.id, 0)
        case Purpose.MOVE:
            return buttons.MoveTo(PersonId(draft.data["person"]), library.id, 0)
        case Purpose.INVITE:
            return buttons.InviteUses(Role(draft.data["role"]), library.id)


def _back(draft: Draft, purpose: Purpose) -> Button:
    match purpose:
        case Purpose.LOOK:
            return Office()
        case Purpose.MOVE:
            return buttons.OpenPerson(PersonId(draft.data["person"]))
        case Purpose.INVITE:
            return buttons.NewInvite(LibraryId(0))


FIND = Guide("find", Role.STAFF, _advance, _show, _load)
