"""Whom a call reaches: by topic, by choice, or through their library."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, or_, select

from storage.audience import COUNTS
from storage.calls.reminding import USUAL, Choice, Concern, Pace, Preferences, Quiet, Tie
from storage.calls.rules import EVERYTHING, VOTERS, CallId, Details, Intent
from storage.calls.tables import call_follows, call_intents, call_preferences, call_readers
from storage.people import LibraryId, PersonId, Role, libraries, people

_PREFERENCES = call_preferences.c


def followers(details: Details) -> Select[Any]:
    """Make a query for the ids of those who follow a topic of a call, and want such calls."""
    return select(people.c.id).where(COUNTS, _follows(details))


def _follows(details: Details) -> ColumnElement[bool]:
    """Make a condition on `people`; each is looked up by their number, so that it costs little for some of them."""
    topics = call_follows.c.topic.in_([EVERYTHING, *details.topics])
    chosen = exists().where(call_follows.c.person_id == people.c.id, topics).correlate(people)
    unwanted = []
    if details.amount is not None:
        unwanted.append(_PREFERENCES.amount_from > details.amount)
    if details.kinds:
        those = select(libraries.c.id).where(libraries.c.kind.in_(details.kinds))
        elsewhere = or_(people.c.library_id.is_(None), people.c.library_id.not_in(those))
        unwanted.append(and_(_PREFERENCES.own_kind_only, elsewhere))
    if not unwanted:
        return chosen
    return chosen & ~exists().where(_PREFERENCES.person_id == people.c.id, or_(*unwanted)).correlate(people)


def of_libraries(call_id: CallId, intents: Collection[Intent], details: Details) -> Select[Any]:
    """Make a query for those in libraries that have declared one of the `intents` whom the call concerns."""
    return select(people.c.id).where(in_libraries(call_id, intents, details))


def in_libraries(call_id: CallId, intents: Collection[Intent], details: Details) -> ColumnElement[bool]:
    """Make a condition on `people`: their library has declared one of the `intents`, and the call concerns them.

    That is whoever speaks for the library, follows the topic or has chosen the call.
    """
    of_theirs = call_intents.c.call_id == call_id, call_intents.c.library_id == people.c.library_id
    declared = exists().where(*of_theirs, call_intents.c.intent.in_(intents)).correlate(people)
    mine = call_readers.c.call_id == call_id, call_readers.c.person_id == people.c.id
    watches = exists().where(*mine, call_readers.c.watches).correlate(people)
    return declared & or_(people.c.role.in_(VOTERS), watches, _follows(details))


def muted(call_id: CallId) -> Select[Any]:
    """Make a query for those who want to hear nothing more of a call."""
    return select(call_readers.c.person_id).where(call_readers.c.call_id == call_id, call_readers.c.muted)


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody whom calls may concern."""

    person: PersonId
    role: Role
    library: LibraryId | None
    quiet: Quiet
    choice: Choice
    pace: Pace


class _Known(NamedTuple):
    """What ties a person to a call by themselves: they have muted or chosen it, they know it."""

    muted: bool
    watches: bool
    told: bool


_UNKNOWN = _Known(muted=False, watches=False, told=False)


class Circle:
    """The people whose numbers are from `first` to `last`, and what ties them to some calls."""

    def __init__(self, tx: Connection, first: int, last: int, of_calls: Select[Any]) -> None:
        """Read what there is of them and of calls, a query for their ids."""
        self._tx, self._some = tx, people.c.id.between(first, last)
        self.readers: Mapping[PersonId, Reader] = {one.person: one for one in _readers(tx, self._some)}
        self._in_library: Mapping[LibraryId | None, list[PersonId]] = defaultdict(list)
        for one in self.readers.values():
            self._in_library[one.library].append(one.person)
        self._followers: dict[Any, set[PersonId]] = {}
        self._known: Mapping[CallId, dict[PersonId, _Known]] = defaultdict(dict)
        columns = call_readers.c.muted, call_readers.c.watches, call_readers.c.told_version.is_not(None)
        here = call_readers.c.call_id.in_(of_calls), call_readers.c.person_id.between(first, last)
        for call_id, person_id, *known in tx.execute(
            select(call_readers.c.call_id, call_readers.c.person_id, *columns).where(*here)
        ):
            self._known[call_id][person_id] = _Known(*known)
        self._intents: Mapping[CallId, dict[LibraryId, Intent]] = defaultdict(dict)
        for row in tx.execute(select(call_intents).where(call_intents.c.call_id.in_(of_calls))):
            self._intents[row.call_id][row.library_id] = Intent(row.intent)

    def known(self, call_id: CallId, person_id: PersonId) -> _Known:
        """Tell what ties one of them to a call by themselves."""
        return self._known[call_id].get(person_id, _UNKNOWN)

    def followers(self, details: Details) -> set[PersonId]:
        """List those of them who follow a topic of a call, and want such calls."""
        key = frozenset(details.topics), details.amount, frozenset(details.kinds)
        if key not in self._followers:
            self._followers[key] = set(self._tx.execute(followers(details).where(self._some)).scalars())
        return self._followers[key]

    def ties(self, call_id: CallId, details: Details, also: Collection[LibraryId] = ()) -> Iterator[tuple[Reader, Tie]]:
        """List those of them whom a call may concern, with all people of the libraries `also`."""
        follow, mine, intents = self.followers(details), self._known[call_id], self._intents[call_id]
        there = {person for library in {*intents, *also} for person in self._in_library.get(library, ())}
        for person in follow | there | {one for one, known in mine.items() if known.watches}:
            reader = self.readers.get(person)
            if reader is not None:
                known = mine.get(person, _UNKNOWN)
                intent = None if reader.library is None else intents.get(reader.library)
                yield reader, Tie(reader.role, person in follow, known.watches, known.muted, reader.library, intent)


def _readers(tx: Connection, some: ColumnElement[bool]) -> Sequence[Reader]:
    joined = people.outerjoin(call_preferences, _PREFERENCES.person_id == people.c.id)
    columns = (people.c.id, people.c.role, people.c.library_id, people.c.quiet_from, people.c.quiet_to,
               _PREFERENCES.leads, _PREFERENCES.leads_applying, _PREFERENCES.pace)  # fmt: skip
    chosen = select(*columns).select_from(joined).where(COUNTS, some).order_by(people.c.id)
    return [
        Reader(
            row.id, Role(row.role), row.library_id, Quiet(row.quiet_from, row.quiet_to),
            _choice(row.leads, row.leads_applying), Pace.AT_ONCE if row.pace is None else Pace(row.pace),
        )
        for row in tx.execute(chosen)
    ]  # fmt: skip


def _choice(following: list[int] | None, applying: list[int] | None) -> Choice:
    return Choice(
        USUAL[Concern.FOLLOWING] if following is None else tuple(following),
        USUAL[Concern.APPLYING] if applying is None else tuple(applying),
    )


def preferences(tx: Connection, person_id: PersonId) -> Preferences:
    """Find how a person wants to hear of calls."""
    row = tx.execute(select(call_preferences).where(_PREFERENCES.person_id == person_id)).mappings().first()
    if row is None:
        return Preferences()
    choice = _choice(row["leads"], row["leads_applying"])
    return Preferences(Pace(row["pace"]), row["amount_from"], row["own_kind_only"], choice)


def intent(tx: Connection, call_id: CallId, library: LibraryId) -> Intent | None:
    """Find what a library has declared on a call."""
    here = call_intents.c.call_id == call_id, call_intents.c.library_id == library
    found = tx.execute(select(call_intents.c.intent).where(*here)).scalar()
    return None if found is None else Intent(found)
