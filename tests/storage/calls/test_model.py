"""Rules 1, 2, 5 and 8: whatever happens in whatever order, people know what is true, and hear nothing twice.

A person believes what they have heard. Nobody is reminded twice of the same date of a deadline on a day, nobody who has
heard an old date stays without the new one, nobody hears anything after they have muted a call or it is withdrawn, and
each morning just those are reminded who ought to be.
"""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test
from sqlalchemy import Connection, delete, update

from storage import people
from storage.calls import desk, following, intents, publishing, reach, reminding
from storage.calls.news import What
from storage.calls.reminding import LEADS, Choice, Concern, Pace, Preferences
from storage.calls.rules import DeadlineId, Intent, Topic, When
from storage.calls.tables import call_follows
from storage.database import Database, open_database
from storage.local_time import LJUBLJANA
from storage.people import Person, PersonId, Role
from tests.storage.calls import sample
from tests.storage.calls.sample import NOW, Heard
from tests.storage.consultations.sample import add_members, add_people

T = TypeVar("T")
WHO = st.integers(0, 4)
WHICH = st.integers(0, 1)
DAYS = st.integers(2, 40)
INTENTS = st.none() | st.sampled_from([Intent.APPLYING, Intent.APPLYING, Intent.INTERESTED, Intent.NOT_FOR_US])
WAITS = st.sampled_from([timedelta(), *(timedelta(minutes=some) for some in (5, 11, 700)),
                         *(timedelta(days=some) for some in (1, 2, 4, 8))])  # fmt: skip
STEPS = 25


@dataclass(slots=True)
class Mind:
    """A person: what they have heard of the deadlines, what they want, and of what they were reminded when."""

    person: Person
    follows: bool = False
    watches: bool = False
    muted: bool = False
    leads: Choice = field(default_factory=Choice)
    believes: dict[DeadlineId, When] = field(default_factory=dict)
    reminded: set[tuple[DeadlineId, When, date]] = field(default_factory=set)
    only_reminded: set[DeadlineId] = field(default_factory=set)
    introduced: int = 0


class Machine(RuleBasedStateMachine):
    """One call with two deadlines, in books that hold those of all runs before."""

    def __init__(self, db: Database, run: Callable[[Coroutine[Any, Any, Any]], Any], number: int) -> None:
        super().__init__()
        self.db, self.run, self.number = db, run, number
        self.now, self.ended = NOW + timedelta(days=1000 * number), False
        self.intents: dict[int, Intent | None] = {}
        self.done: set[tuple[DeadlineId, int]] = set()

    def do(self, action: Callable[..., T], *args: Any, **more: Any) -> T:
        """Run an action to its end."""
        found: T = self.run(self.db.transact(action, *args, **more))
        return found

    @initialize(paces=st.lists(st.sampled_from(Pace), min_size=5, max_size=5), quiet=st.integers(0, 31),
                night=st.booleans())  # fmt: skip
    def publish(self, paces: list[Pace], quiet: int, night: bool) -> None:
        self.now += timedelta(hours=13 if night else 0)
        self.do(lambda tx: tx.execute(delete(call_follows)))
        everybody = self.do(_everybody, self.number, quiet)
        self.staff = everybody[-1]
        self.minds = {one.id: Mind(one) for one in everybody}
        self.order = [one.id for one in everybody]
        for place, one in enumerate(everybody):
            self.do(following.prefer, one.id, Preferences(pace=paces[place]))
            if place in {1, 3, 4}:
                self.do(following.follow, one.id, Topic.READING, on=True)
                self.minds[one.id].follows = True
        outcome = self.do(publishing.publish, self._said(20, 34), self.staff.id, self.now)
        assert isinstance(outcome, publishing.Published)
        self.call = outcome.call

    def _said(self, *days: int) -> Any:
        return sample.content(*(When(self._today + timedelta(days=one), time(12)) for one in days))

    @property
    def _today(self) -> date:
        return self.now.astimezone(LJUBLJANA).date()

    @rule(who=WHO, on=st.booleans(), wait=WAITS)
    def follow(self, who: int, on: bool, wait: timedelta) -> None:
        mind = self.minds[self.order[who]]
        self.do(following.follow, mind.person.id, Topic.READING, on=on)
        mind.follows = on
        self._wait(wait)

    @rule(who=WHO, on=st.booleans(), wait=WAITS)
    def watch(self, who: int, on: bool, wait: timedelta) -> None:
        mind = self.minds[self.order[who]]
        self.do(following.watch, self.call.id, mind.person.id, on=on)
        if on and mind.muted:
            mind.muted = False
        mind.watches = on
        self._wait(wait)

    @rule(who=WHO, on=st.booleans(), wait=WAITS)
    def mute(self, who: int, on: bool, wait: timedelta) -> None:
        mind = self.minds[self.order[who]]
        self.do(following.mute, self.call.id, mind.person.id, self.now, on=on)
        if on:
            mind.believes, mind.watches = {}, False
        mind.muted = on
        self._wait(wait)

    @rule(who=WHO, leads=st.lists(st.sampled_from(LEADS), unique=True), wait=WAITS)
    def choose_days(self, who: int, leads: list[int], wait: timedelta) -> None:
        mind = self.minds[self.order[who]]
        before = self.do(_preferences, mind.person.id)
        mind.leads = Choice(tuple(leads), tuple(leads))
        self.do(following.prefer, mind.person.id, replace(before, choice=mind.leads))
        self._wait(wait)

    @precondition(lambda self: not self.ended)
    @rule(which=WHICH, intent=INTENTS, wait=WAITS)
    def declare(self, which: int, intent: Intent | None, wait: timedelta) -> None:
        by = self.minds[self.order[2 * which]].person
        if self.call.runs(self.now):
            self.do(intents.declare, self.call.id, by, intent, self.now)
            self.intents[which] = intent
        self._wait(wait)

    @rule(which=WHICH, deadline=WHICH, met=st.booleans(), wait=WAITS)
    def meet(self, which: int, deadline: int, met: bool, wait: timedelta) -> None:
        number = sorted(one.id for one in self.call.deadlines if one.id)[deadline]
        self.do(intents.meet, number, self.minds[self.order[2 * which + 1]].person, self.now, met=met)
        (self.done.add if met else self.done.discard)((number, which))
        self._wait(wait)

    @precondition(lambda self: not self.ended)
    @rule(deadline=WHICH, days=DAYS, hour=st.sampled_from([time(12), time(16), None]), wait=WAITS)
    def move(self, deadline: int, days: int, hour: time | None, wait: timedelta) -> None:
        number = sorted(one.id for one in self.call.deadlines if one.id)[deadline]
        when = When(self._today + timedelta(days=days), hour)
        self._amended(self.do(
            publishing.move_deadline, self.call.id, self.call.version, number, when, self.staff.id, self.now
        ))  # fmt: skip
        self._wait(wait)

    @precondition(lambda self: not self.ended)
    @rule(words=st.text("ab", min_size=1, max_size=3), wait=WAITS)
    def reword(self, words: str, wait: timedelta) -> None:
        said = replace(self.call.content, details=replace(self.call.details, title_sl=words))
        self._amended(self.do(
            publishing.amend, self.call.id, self.call.version, said, self.staff.id, self.now
        ))  # fmt: skip
        self._wait(wait)

    def _amended(self, outcome: Any) -> None:
        assert isinstance(outcome, publishing.Amended | publishing.Unchanged)
        self.call = outcome.call

    @precondition(lambda self: not self.ended)
    @rule(chance=st.integers(0, 12), wait=WAITS)
    def withdraw(self, chance: int, wait: timedelta) -> None:
        if chance == 12:
            self.do(publishing.withdraw, self.call.id, self.staff.id, self.now)
            self.ended = True
        self._wait(wait)

    @rule(days=st.integers(1, 5))
    def be_down_for_days(self, days: int) -> None:
        self.now += timedelta(days=days)
        self._hear(self.run(sample.pass_time(self.db, self.now, self.now)))

    def _wait(self, some: timedelta) -> None:
        self._pass(self.now + some)

    def _pass(self, until: datetime) -> None:
        """Let time pass from morning to morning, and look who is reminded on each."""
        while self.now < until:
            morning = reminding.morning(reminding.last_morning(self.now) + timedelta(days=1))
            stop = min(until, morning - timedelta(seconds=1))
            if stop > self.now:
                self._hear(self.run(sample.pass_time(self.db, self.now, stop)))
                self.now = stop
            if self.now < until:
                heard = self.run(sample.pass_time(self.db, morning, morning))
                self.now = morning
                told = {(one.person, deadline.id) for one in heard for _, deadline in one.reminders}
                assert told == self._to_remind()
                self._hear(heard)

    def _to_remind(self) -> set[tuple[PersonId, DeadlineId | None]]:
        return {
            (mind.person.id, one.id)
            for place, mind in enumerate(self.minds.values())
            for one in self.call.deadlines
            if not self.ended and one.when.ends_at > self.now and (one.id, place // 2) not in self.done
            and (concern := self._concern(place, mind))
            and (one.when.day - self._today).days in mind.leads.leads(concern)
        }  # fmt: skip

    def _concern(self, place: int, mind: Mind) -> Concern | None:
        """What the rules say, in other words: the delegates are at even places, the office is last."""
        intent = self.intents.get(place // 2)
        speaks, chosen = place in {0, 2}, mind.follows or mind.watches
        if mind.muted or (intent is Intent.NOT_FOR_US and not mind.watches):
            return None
        if intent is Intent.APPLYING and (speaks or chosen):
            return Concern.APPLYING
        return Concern.FOLLOWING if chosen or (speaks and intent is Intent.INTERESTED) else None

    def _hear(self, heard: list[Heard]) -> None:
        for one in heard:
            mind = self.minds[one.person]
            assert not mind.muted
            assert not self.ended or one.news is What.WITHDRAWN
            new = [*one.new, *([one.call] if one.call and one.news is What.PUBLISHED else [])]
            mind.introduced += len(new)
            assert mind.introduced <= 1, "Once is enough."
            for call in new:
                mind.believes = {deadline.id: deadline.when for deadline in call.deadlines if deadline.id}
            for _, deadline in one.reminders:
                assert deadline.id
                said = deadline.id, deadline.when, one.at.astimezone(LJUBLJANA).date()
                assert said not in mind.reminded
                assert deadline.when == next(now.when for now in self.call.deadlines if now.id == deadline.id)
                mind.reminded.add(said)
                mind.only_reminded |= {deadline.id} if mind.believes.get(deadline.id) != deadline.when else set()
                mind.believes[deadline.id] = deadline.when
            for two in () if one.difference is None else one.difference.moved:
                assert two.before
                assert two.after
                assert two.after.id
                known = mind.believes.get(two.after.id)
                assert known in {None, two.before.when, two.after.when}, "Both dates are said."
                assert known != two.after.when or two.after.id in mind.only_reminded, "That was told before."
                mind.believes[two.after.id] = two.after.when
                mind.only_reminded.discard(two.after.id)
            if one.depends:
                assert one.person in {person.id for person in self.do(desk.unseen, self.call)}

    def teardown(self) -> None:
        if not hasattr(self, "call"):
            return
        later = self.now + timedelta(days=1)
        self._pass(later)
        now = {one.id: one.when for one in self.call.deadlines}
        for mind in self.minds.values():
            for number, believed in mind.believes.items():
                thinks_there_is_time = max(believed.ends_at, now[number].ends_at) > later
                assert self.ended or believed == now[number] or not thinks_there_is_time
        if not self.ended:
            self.do(publishing.withdraw, self.call.id, self.staff.id, later)
            self.run(sample.pass_time(self.db, later, later + timedelta(days=1)))


def _everybody(tx: Connection, number: int, quiet: int) -> list[Person]:
    """Two libraries with a delegate and a librarian each, and somebody of the office; some are quiet at night."""
    members = add_members(tx, 2, 1000 * number)
    found = [who for member in members for who in (member.delegate, member.librarian)]
    deputies = [member.deputy.id for member in members]
    tx.execute(delete(people.people).where(people.people.c.id.in_(deputies)))
    found += add_people(tx, [(Role.STAFF, None)])
    sleepy = [one.id for place, one in enumerate(found) if quiet >> place & 1]
    night = update(people.people).where(people.people.c.id.in_(sleepy))
    tx.execute(night.values(quiet_from=time(21), quiet_to=time(7)))
    return found


def _preferences(tx: Connection, person_id: PersonId) -> Preferences:
    return reach.preferences(tx, person_id)


@pytest.mark.parametrize(("kind", "examples"), [("sqlite", 8), ("postgresql", 3)])
def test_rules_1_2_5_and_8_people_know_what_is_true(
    request: pytest.FixtureRequest, kind: str, examples: int
) -> None:  # fmt: skip
    books_url: str = request.getfixturevalue(f"{kind}_url")
    with asyncio.Runner() as runner:
        db = open_database(books_url)
        numbers = iter(range(1, 10_000))
        chosen = settings(
            max_examples=examples, stateful_step_count=STEPS, deadline=None, derandomize=True, database=None,
            suppress_health_check=list(HealthCheck), phases=[Phase.generate],
        )  # fmt: skip
        try:
            run_state_machine_as_test(lambda: Machine(db, runner.run, next(numbers)), settings=chosen)  # type: ignore[arg-type]
        finally:
            runner.run(db.close())
