"""What is shown of consortia: that of a library on a call, a card as somebody sees it, whom it may invite."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, select

from storage.calls import books, consortium_books, notices, partner_books, partner_reading, reach
from storage.calls.consortium_rules import Consortium
from storage.calls.rules import INTENDING, Call, ConsortiumId, Deadline, Intent, State
from storage.calls.tables import call_deadlines
from storage.people import Library, LibraryId, Person, libraries, library_of


class Tie(StrEnum):
    """What ties a library to a consortium."""

    LEAD = "lead"
    MEMBER = "member"
    INVITED = "invited"


@dataclass(frozen=True, slots=True)
class Card:
    """A consortium as somebody sees it who is in it or invited: `silent` are members for whom nobody speaks in chat."""

    call: Call
    consortium: Consortium
    person: Person
    tie: Tie
    speaks: bool
    names: Mapping[LibraryId, str]
    invited: Sequence[LibraryId]
    silent: frozenset[LibraryId]
    deadlines: Sequence[Deadline]


def card(tx: Connection, number: ConsortiumId, person: Person) -> Card | None:
    """Find a consortium as a person sees it; None for whoever has nothing to do with it."""
    one = consortium_books.find(tx, number)
    call = None if one is None else books.find(tx, one.call_id)
    if one is None or call is None or person.library is None:
        return None
    invited, library = consortium_books.invites(tx, number), person.library.id
    if library not in one.members and library not in invited:
        return None
    tie = Tie.LEAD if library == one.lead else Tie.MEMBER if library in one.members else Tie.INVITED
    heard = {speaker.library.id for speaker in notices.speakers(tx, one.members) if speaker.library}
    deadlines = books.own_deadlines(tx, call.id, call_deadlines.c.consortium_id == number)
    return Card(
        call, one, person, tie, partner_books.speaks(person, library),
        partner_books.names(tx, [*one.members, *invited]), sorted(invited) if tie is Tie.LEAD else (),
        frozenset(set(one.members) - heard), deadlines if tie is not Tie.INVITED else (),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ways:
    """What there is on a call for a person: so many offers of partnership, the consortium in which their library is.

    Else the consortia to which it is invited, and whether they may found one; and whether its project was granted.
    """

    offers: int = 0
    consortium: Consortium | None = None
    invitations: Sequence[Consortium] = ()
    founds: bool = False
    granted: bool = False


def ways(tx: Connection, call: Call, person: Person) -> Ways:
    """Find what there is on a call of partners, consortia and projects for a person."""
    offers = partner_reading.count(tx, call.id)
    if person.library is None:
        return Ways(offers)
    library, there = person.library.id, consortium_books.of_call(tx, call.id)
    mine = next((one for one in there if library in one.members), None)
    invitations = [one for one in there if mine is None and library in consortium_books.invites(tx, one.id)]
    intent = reach.intent(tx, call.id, library)
    founds = mine is None and intent in INTENDING and partner_books.speaks(person, library)
    return Ways(offers, mine, invitations, founds, intent is Intent.GRANTED and call.state is not State.WITHDRAWN)


def others(tx: Connection, one: Consortium) -> tuple[list[Library], set[LibraryId]]:
    """List the libraries that a consortium may invite, partners of its lead first, and which of them are partners."""
    gone = {*one.members, *consortium_books.invites(tx, one.id)}
    partners = set(partner_reading.agreed_with(tx, one.call_id, one.lead))
    rows = tx.execute(select(libraries).order_by(libraries.c.name, libraries.c.id)).mappings()
    found = [library_of(row) for row in rows if row["id"] not in gone]
    found.sort(key=lambda library: library.id not in partners)
    return found, partners
