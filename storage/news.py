"""Word to many of how something has changed, in batches that know what they are about.

What changes within some minutes is told as one, to each who knows how it was before, and once: who knows it in which
version is written down. Word that still waits when it changes again is taken back, so that the new word says it all.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, select, true, update

from storage import batches, due, outbox, sending, steering
from storage.batches import BatchId, Lane
from storage.due import Due
from storage.people import PersonId

TOGETHER = timedelta(minutes=10)
"""What changes within this time is told as one."""

IN_TIME = timedelta(hours=1)
"""But so long before anything begins or ends on which somebody may rely it is told, or at once."""

AT_A_TIME = 10_000
"""So many people are told in one transaction: what others write waits for it."""


@dataclass(frozen=True, slots=True)
class Word:
    """A batch of messages about something, and what it says."""

    batch: BatchId
    args: Mapping[str, Any]

    @property
    def since(self) -> int | None:
        """The version that those who get it know; None if it says how things are when it is sent."""
        since: int | None = self.args["since"]
        return since

    @property
    def until(self) -> int:
        """The version that it tells of."""
        until: int = self.args["until"]
        return until


def _nothing(word: Word, words: Sequence[Word]) -> Mapping[str, Any]:  # noqa: ARG001 - as `before` is called
    return {}


@dataclass(frozen=True, slots=True)
class Matter:
    """What people are told of as it changes: an "event", say, of which there are many, by their numbers.

    The rows of `readers` that are `who` tell which person knows which of them in which version. `relied_on` finds the
    moments on which whoever knows one in a version may rely now. If word of a change writes more into the rows,
    `before` finds what there was, from that word and all words about the same one.
    """

    name: str
    readers: Table
    relied_on: Callable[[Connection, int, int, datetime], Iterable[datetime]]
    who: ColumnElement[bool] = field(default_factory=true)
    before: Callable[[Word, Sequence[Word]], Mapping[str, Any]] = _nothing

    @property
    def kind(self) -> str:
        """The kind of the batches, and of their messages."""
        return f"{self.name}_news"

    @property
    def changed(self) -> str:
        """The kind of due row that tells of changes."""
        return f"{self.name}_changed"

    def know(self, number: int) -> ColumnElement[bool]:
        """Make a condition on `readers`: they know one of them in some version."""
        return self.who & (self.readers.c[f"{self.name}_id"] == number) & self.readers.c.told_version.is_not(None)


def told_at(now: datetime, relied_on: Iterable[datetime]) -> datetime:
    """Tell when a change is told, by the moments on which somebody may rely."""
    return max(now, min([now + TOGETHER, *(moment - IN_TIME for moment in relied_on)]))


def tell(
    tx: Connection, kind: str, subject: str, args: Mapping[str, Any], told: Select[Any], by: PersonId | None,
    now: datetime, *, lane: Lane = Lane.CHANGE, urgent: bool = False,
) -> int:  # fmt: skip
    """Owe everybody who is `told`, a query for ids of people, a message about a subject; return how many they are."""
    if tx.execute(told.limit(1)).first() is None:
        return 0
    batch_id = batches.add(tx, lane, kind, args, by, now, subject)
    return outbox.owe_all(tx, batch_id, told, now, now, urgent=urgent)


def say(
    tx: Connection, of: Matter, number: int, since: int | None, until: int, told: Select[Any], by: PersonId | None,
    now: datetime, *, lane: Lane = Lane.CHANGE, urgent: bool = False, **more: Any,  # noqa: ANN401 - plain values
) -> int:  # fmt: skip
    """Owe everybody who is `told` word of one, of what is another `until` a version, `since` another or as it stands.

    What `more` the word says is in its args. Return how many they are.
    """
    args = {of.name: number, "since": since, "until": until, **more}
    return tell(tx, of.kind, _subject(of, number), args, told, by, now, lane=lane, urgent=urgent)


def changed(tx: Connection, of: Matter, number: int, version: int, now: datetime) -> None:
    """Write down that those who know one have to be told how it has changed, with what else changes soon.

    Those to whom word waits that says how things stand will know this version by it. What is on its way goes on.
    """
    there, person = _words(tx, of, number), of.readers.c.person_id
    for one in there:
        waits = person.in_(outbox.held(tx, one.batch))
        if one.since is None:
            tx.execute(update(of.readers).where(of.know(number), waits).values(told_version=version))
        else:
            _know_again(tx, of, of.know(number) & waits, one, there)
            outbox.withdraw_batch(tx, one.batch, now)
            sending.finish_if_over(tx, one.batch, now)
    soon(tx, of, number, version, now)


def _know_again(tx: Connection, of: Matter, those: ColumnElement[bool], one: Word, there: Sequence[Word]) -> None:
    """Let those whom a word will not reach know what they knew before it."""
    knew = update(of.readers).where(those, of.readers.c.told_version > one.since)
    tx.execute(knew.values(told_version=one.since, **of.before(one, there)))


def soon(tx: Connection, of: Matter, number: int, version: int, now: datetime) -> None:
    """Write down that whoever knows one in an earlier version has to be told how it has changed."""
    versions = {version, *(earlier for earlier, _ in known(tx, of, number))}
    moments = [moment for one in versions for moment in of.relied_on(tx, number, one, now)]
    due.add_or_hasten(tx, Due(_key(of, number), of.changed, told_at(now, moments), None, {of.name: number}))


def tell_changed(
    tx: Connection, of: Matter, version: int, row: Due, tell_those: Callable[[int, ColumnElement[bool]], None]
) -> None:
    """Tell those who know one in an earlier version, of each apart, and write down that they know this one.

    `tell_those` gets a version and a condition on the readers. Many are told in turns, the next when `row` is due anew.
    """
    known, person = of.readers.c.told_version, of.readers.c.person_id
    left = of.know(row.args[of.name]) & (known < version)
    following = tx.execute(select(person).where(left).order_by(person).limit(1).offset(AT_A_TIME)).scalar()
    turn = left if following is None else left & (person < following)
    for earlier, those in _by_version(tx, of, turn):
        tell_those(earlier, those)
        tx.execute(update(of.readers).where(those).values(told_version=version))
    if following is not None:
        due.add(tx, [row])


def known(tx: Connection, of: Matter, number: int) -> list[tuple[int, ColumnElement[bool]]]:
    """Find in which versions one is known, and by whom: a condition on the readers."""
    return _by_version(tx, of, of.know(number))


def _by_version(tx: Connection, of: Matter, those: ColumnElement[bool]) -> list[tuple[int, ColumnElement[bool]]]:
    version = of.readers.c.told_version
    found = tx.execute(select(version).where(those).distinct()).scalars()
    return [(one, those & (version == one)) for one in sorted(found)]


def word(tx: Connection, batch_id: BatchId) -> Word | None:
    """Find what the messages of a batch say."""
    batch = batches.get(tx, batch_id)
    return None if batch is None else Word(batch_id, batch.args)


def _words(tx: Connection, of: Matter, number: int) -> list[Word]:
    """List what has been told of one, or is being told, in order."""
    table = batches.batches.c
    chosen = select(table.id, table.args).where(table.subject == _subject(of, number)).order_by(table.id)
    return [Word(BatchId(row.id), row.args) for row in tx.execute(chosen)]


def _subject(of: Matter, number: int) -> str:
    return f"{of.name}:{number}"


def _key(of: Matter, number: int) -> str:
    return f"{of.changed}:{number}"


def drop(tx: Connection, of: Matter, number: int, now: datetime) -> None:
    """Let nothing be told of one any more that has not been sent: it is over."""
    due.drop(tx, _key(of, number))
    for one in _words(tx, of, number):
        steering.stop(tx, one.batch, now)


def take_back_from(tx: Connection, of: Matter, number: int, person_id: PersonId, now: datetime) -> None:
    """Let what waits for a person about one not go: they know what they knew before it."""
    there, mine = _words(tx, of, number), of.readers.c.person_id == person_id
    gone = outbox.withdraw_from(tx, [one.batch for one in there], person_id, now)
    for one in there:
        if one.batch in gone:
            sending.finish_if_over(tx, one.batch, now)
            if one.since is not None:
                _know_again(tx, of, of.know(number) & mine, one, there)
