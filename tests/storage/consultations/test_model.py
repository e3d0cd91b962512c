"""Rule 12: whatever happens in whatever order, the books say what a simple model of them does."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from datetime import timedelta
from fractions import Fraction
from typing import Any, TypeVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import Connection, update

from storage import people
from storage.consultations import closing, delegating, opening, progress, results, sealed, verifying, voting
from storage.consultations.books import Question
from storage.consultations.delegating import Given, NotGiven, TakenBack
from storage.consultations.majority import Choice
from storage.consultations.rules import Ballot, Closed, Consultation, Final, GivenAway, Key, NotYours, Refused
from storage.consultations.sealed import Dropped
from storage.consultations.voting import Counted, NoSuch, Reworded, Unchanged
from storage.database import Database, open_database
from storage.people import Library, LibraryId, Person, Role
from tests.storage.consultations import sample
from tests.storage.consultations.sample import NOW

T = TypeVar("T")
LIBRARIES = 4
CASTERS = st.integers(0, LIBRARIES - 1)
PLACES = st.integers(0, 4)
CHOICES = st.sampled_from(Choice)
WEIGHT = Fraction("2.6")
SOON = NOW + timedelta(days=5)
EXAMPLES, STEPS = 10, 22


@dataclass(slots=True)
class Seat:
    """A library: who casts its vote, who did or will."""

    library: Library
    delegate: Person
    other: Person


@dataclass(slots=True)
class Model:
    """What should be so. Votes by question and library: the choice, the words it was about, the key of a sealed one."""

    sealed: bool
    asked: list[Question]
    votes: dict[tuple[int, LibraryId], tuple[Choice, int]] = field(default_factory=dict)
    box: dict[tuple[int, LibraryId], tuple[Choice, str]] = field(default_factory=dict)
    given: dict[LibraryId, LibraryId] = field(default_factory=dict)

    def has_voted(self, question: Question, library: LibraryId) -> bool:
        """Whether a library has voted on a question as it reads now."""
        if self.sealed:
            return (question.wording_id, library) in self.box
        return self.votes.get((question.id, library), (None, None))[1] == question.wording_id

    def choices(self, question: Question) -> list[tuple[LibraryId, Choice]]:
        """The votes that count."""
        if self.sealed:
            return [(library, choice) for (wording, library), (choice, _) in self.box.items()
                    if wording == question.wording_id]  # fmt: skip
        return [(library, choice) for (number, library), (choice, _) in self.votes.items() if number == question.id]

    def may(self, seat: Seat, library: LibraryId) -> GivenAway | NotYours | None:
        """What is said to the delegate of a seat who casts the vote of a library; None if it is theirs to cast."""
        own = seat.library.id
        if library != own:
            return None if self.given.get(library) == own else NotYours()
        return GivenAway(self.given[own]) if own in self.given else None


class Machine(RuleBasedStateMachine):
    """One consultation in books that hold those of all runs before."""

    def __init__(self, db: Database, run: Callable[[Coroutine[Any, Any, Any]], Any], number: int) -> None:
        super().__init__()
        self.db, self.run, self.number = db, run, number
        self.now, self.ends_at = NOW, SOON

    def do(self, action: Callable[..., T], *args: Any) -> T:
        """Run an action to its end."""
        found: T = self.run(self.db.transact(action, *args))
        return found

    @initialize(pseudonymous=st.booleans())
    def open(self, pseudonymous: bool) -> None:
        kind = f"run {self.number}"
        self.seats, self.silent, self.staff = self.do(_seats, self.number, kind)
        changes: dict[str, Any] = {"ballot": Ballot.PSEUDONYMOUS} if pseudonymous else {"weights": {kind: WEIGHT}}
        self.one: Consultation = self.run(sample.put(self.db, ends_at=SOON, kinds=(kind,), **changes))
        self.model = Model(pseudonymous, self.run(sample.asked(self.db, self.one.id)))
        self.before = self.model.asked[0]

    @property
    def over(self) -> bool:
        return self.now >= self.ends_at

    def _vote(self, by: Person, library: LibraryId, question: Question, choice: Choice) -> object:
        words = question.id, question.wording_id, library, by.id, choice
        if self.model.sealed:
            return self.do(sealed.cast, *words, Key(f"key-{by.id}"), self.now)
        return self.do(voting.cast, *words, sample.receipt(), self.now)

    @rule(caster=CASTERS, owner=CASTERS, place=PLACES, choice=CHOICES)
    def vote(self, caster: int, owner: int, place: int, choice: Choice) -> None:
        seat, library = self.seats[caster], self.seats[owner].library.id
        question = self.model.asked[place % len(self.model.asked)]
        told = self._vote(seat.delegate, library, question, choice)
        refused = self.model.may(seat, library)
        if isinstance(refused, NotYours) or self.over:
            assert told == (refused if isinstance(refused, NotYours) else Closed())
        elif refused:
            assert told == refused
        elif self.model.sealed:
            self._sealed(told, seat, library, question, choice)
        elif self.model.votes.get((question.id, library)) == (choice, question.wording_id):
            assert isinstance(told, Unchanged)
        else:
            assert isinstance(told, Counted)
            self.model.votes[question.id, library] = choice, question.wording_id

    def _sealed(self, told: object, seat: Seat, library: LibraryId, question: Question, choice: Choice) -> None:
        before = self.model.box.get((question.wording_id, library))
        key = f"key-{seat.delegate.id}"
        if before == (choice, key):
            assert told == Unchanged()
        elif before and before[1] != key:
            assert told == Final()
        else:
            assert told == Dropped(library, 1)
            self.model.box[question.wording_id, library] = choice, key

    @rule(caster=CASTERS, owner=CASTERS)
    def vote_for_the_rest(self, caster: int, owner: int) -> None:
        seat, library = self.seats[caster], self.seats[owner].library.id
        words = self.one.id, self.one.version, library, seat.delegate.id
        if self.model.sealed:
            told: object = self.do(sealed.cast_rest, *words, Key(f"key-{seat.delegate.id}"), self.now)
        else:
            told = self.do(voting.cast_rest, *words, sample.receipt(), self.now)
        rest = [question for question in self.model.asked if not self.model.has_voted(question, library)]
        refused = self.model.may(seat, library)
        if isinstance(refused, NotYours) or self.over:
            assert told == (refused if isinstance(refused, NotYours) else Closed())
        elif refused or not rest:
            assert told == (refused or Unchanged())
        else:
            assert isinstance(told, Counted | Dropped)
            assert told.questions == len(rest)
            for question in rest:
                if self.model.sealed:
                    self.model.box[question.wording_id, library] = Choice.FOR, f"key-{seat.delegate.id}"
                else:
                    self.model.votes[question.id, library] = Choice.FOR, question.wording_id

    @precondition(lambda self: not self.model.sealed)
    @rule(place=PLACES, choice=CHOICES, theirs=st.booleans())
    def enter_a_letter(self, place: int, choice: Choice, theirs: bool) -> None:
        question = self.model.asked[place % len(self.model.asked)]
        library = self.silent if theirs else self.seats[0].library
        words = question.id, question.wording_id, library.id, self.staff.id, choice
        told = self.do(voting.cast_by_letter, *words, "file", sample.receipt(), self.now)
        if not theirs or self.over:
            assert told == (Closed() if theirs else NotYours())
        else:
            assert isinstance(told, Counted)
            self.model.votes[question.id, library.id] = choice, question.wording_id

    @rule(giver=CASTERS, taker=CASTERS)
    def give(self, giver: int, taker: int) -> None:
        own, to = self.seats[giver].library.id, self.seats[taker].library.id
        told = self.do(delegating.give, self.one.id, to, self.seats[giver].delegate.id, self.now)
        given = self.model.given
        reasons: dict[object, bool] = {
            Closed(): self.over, Refused.TO_ITSELF: own == to, Refused.TWICE: own in given,
            Refused.HOLDS_OTHERS: own in given.values(), Refused.HAS_GIVEN_AWAY: to in given,
            Refused.TOO_MANY: to in given.values(),
        }  # fmt: skip
        assert told == next((reason for reason, holds in reasons.items() if holds), Given(to))
        if told == Given(to):
            given[own] = to

    @rule(giver=CASTERS)
    def take_back(self, giver: int) -> None:
        seat = self.seats[giver]
        told = self.do(delegating.take_back, self.one.id, seat.delegate.id, self.now)
        there = seat.library.id in self.model.given
        assert told == (Closed() if self.over else TakenBack() if there else NotGiven())
        if not self.over:
            self.model.given.pop(seat.library.id, None)

    @rule(which=CASTERS, place=PLACES)
    def replace_a_delegate(self, which: int, place: int) -> None:
        seat = self.seats[which]
        seat.delegate, seat.other = seat.other, seat.delegate
        self.do(_replace, seat.other, seat.delegate)
        question = self.model.asked[place % len(self.model.asked)]
        assert self._vote(seat.other, seat.library.id, question, Choice.AGAINST) == NotYours()

    @rule(kept=st.lists(st.tuples(PLACES, st.booleans()), min_size=1, max_size=4, unique_by=lambda one: one[0]),
          new=st.booleans())  # fmt: skip
    def put_a_new_version(self, kept: list[tuple[int, bool]], new: bool) -> None:
        asked = self.model.asked
        places = [(place, changed) for place, changed in kept if place < len(asked)] or [(0, False)]
        texts: list[Any] = [
            (asked[place].id, sample.text(place, f"Besedilo {self.one.version + 1}.") if changed else asked[place].text)
            for place, changed in places
        ]  # fmt: skip
        texts += [(None, sample.text(9, "Novo."))] if new and len(texts) < 4 else []
        told = self.do(opening.revise, self.one.id, self.one.version, "", texts, self.staff.id, self.now)
        if self.over:
            assert told == Closed()
            return
        assert isinstance(told, opening.Revised)
        self.one, self.before = told.one, asked[places[0][0]]
        self.model.asked = self.run(sample.asked(self.db, self.one.id))
        assert [question.text for question in self.model.asked] == [text for _, text in texts]

    @rule(caster=CASTERS)
    def vote_on_what_was(self, caster: int) -> None:
        now = {question.id: question.wording_id for question in self.model.asked}
        seat = self.seats[caster]
        if now.get(self.before.id) == self.before.wording_id or self.over:
            return
        told = self._vote(seat.delegate, seat.library.id, self.before, Choice.AGAINST)
        if self.before.id not in now:
            assert told == NoSuch()
        else:
            assert told == (self.model.may(seat, seat.library.id) or Reworded())

    @rule(days=st.integers(1, 3))
    def extend(self, days: int) -> None:
        later = self.ends_at + timedelta(days=days)
        told = self.do(opening.extend, self.one.id, later, self.staff.id, self.now)
        if self.over:
            assert told == Closed()
        else:
            self.ends_at = later

    @rule(days=st.sampled_from([1, 1, 5]))
    def let_time_pass(self, days: int) -> None:
        self.now += timedelta(days=days)

    @precondition(lambda self: self.over)
    @rule()
    def close(self) -> None:
        told = self.do(closing.close, self.one.id, self.now)
        assert isinstance(told, closing.Done | closing.NotOpen)

    @invariant()
    def the_count_is_that_of_the_model(self) -> None:
        found, left = self.run(self.db.read(_look, self.one, [seat.delegate for seat in self.seats]))
        weight = Fraction(1) if self.model.sealed else WEIGHT
        assert len(found.roll) == LIBRARIES + 1
        for result, question in zip(found.questions, self.model.asked, strict=True):
            said = [choice for _, choice in self.model.choices(question)]
            counts = {choice: (count.libraries, count.weight) for choice, count in result.tally.counts.items()}
            assert counts == {choice: (said.count(choice), said.count(choice) * weight) for choice in Choice}
        assert left == [self._waiting(seat.library.id) for seat in self.seats]

    def _waiting(self, own: LibraryId) -> int:
        given = self.model.given
        casts = [] if own in given else [own]
        casts += [library for library, to in given.items() if to == own]
        return sum(not self.model.has_voted(question, library) for question in self.model.asked for library in casts)

    def teardown(self) -> None:
        found = self.do(verifying.verify, self.one.id)
        assert isinstance(found, verifying.Verified), found
        self.now = max(self.now, self.ends_at)
        self.do(closing.close, self.one.id, self.now)
        found = self.do(verifying.verify, self.one.id)
        assert isinstance(found, verifying.Verified), found
        assert found.votes == sum(len(self.model.choices(question)) for question in self.model.asked)


def _seats(tx: Connection, number: int, kind: str) -> tuple[list[Seat], Library, Person]:
    first = 1000 * number
    libraries = sample.add_libraries(tx, LIBRARIES + 1, first)
    ids = [library.id for library in libraries]
    tx.execute(update(people.libraries).where(people.libraries.c.id.in_(ids)).values(kind=kind))
    wanted = [(role, one) for one in ids[:-1] for role in (Role.DELEGATE, Role.LIBRARIAN)]
    *there, staff = sample.add_people(tx, [*wanted, (Role.STAFF, None)])
    pairs = zip(libraries, zip(there[::2], there[1::2], strict=True), strict=False)
    return [Seat(library, *two) for library, two in pairs], libraries[-1], staff


def _look(tx: Connection, one: Consultation, delegates: list[Person]) -> tuple[results.Results, list[int]]:
    now = [people.get(tx, delegate.id) for delegate in delegates]
    return results.counted(tx, one), [progress.left(tx, one, delegate) for delegate in now if delegate]


def _replace(tx: Connection, before: Person, after: Person) -> None:
    for person, role in ((before, Role.LIBRARIAN), (after, Role.DELEGATE)):
        tx.execute(update(people.people).where(people.people.c.id == person.id).values(role=role))


def test_rule_12_the_books_do_what_a_simple_model_does(books_url: str) -> None:
    with asyncio.Runner() as runner:
        db = open_database(books_url)
        numbers = iter(range(1, 10_000))
        chosen = settings(
            max_examples=EXAMPLES, stateful_step_count=STEPS, deadline=None, derandomize=True, database=None,
            suppress_health_check=list(HealthCheck), phases=[Phase.generate],
        )  # fmt: skip
        try:
            run_state_machine_as_test(lambda: Machine(db, runner.run, next(numbers)), settings=chosen)  # type: ignore[arg-type]
        finally:
            runner.run(db.close())
