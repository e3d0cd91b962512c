"""The office hears of a batch that has paused itself, since too much was refused, and lets it go on or ends it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from handlers.buttons import Button
from handlers.context import Feature, Push, Subject, Tap
from handlers.home import Office
from handlers.reply import Answer
from handlers.routes import on_tap
from handlers.screen import Key, Screen, lines
from handlers.texts import Say
from storage import steering
from storage.batches import BatchId
from storage.database import Tx
from storage.people import PersonId, Role
from storage.sending import trouble_of
from storage.steering import Fares

Subjects = Mapping[str, Subject]


@dataclass(frozen=True, slots=True)
class Steer(Button):
    """Let a batch that has paused itself go on, or end it; `sure` is 1 once it was asked about."""

    tag = "sv"
    batch_id: BatchId
    go_on: int
    sure: int


@dataclass(frozen=True, slots=True)
class Stopped:
    """A batch that has had trouble, how it fares, and the facts of what it is about."""

    fares: Fares
    subject: Subject
    facts: Any


def _load(tx: Tx, subjects: Subjects, fares: Fares | None) -> Stopped | None:
    subject = None if fares is None else subjects.get(fares.batch.kind)
    if fares is None or subject is None:
        return None
    facts = subject.load(tx, fares.batch.args)
    return None if facts is None else Stopped(fares, subject, facts)


def _to_hear(
    subjects: Subjects, tx: Tx, person_id: PersonId, args: Mapping[str, Any], now: datetime,  # noqa: ARG001 - as facts
) -> Stopped | None:  # fmt: skip
    return _load(tx, subjects, steering.to_hear(tx, person_id, args))


def _find(tx: Tx, subjects: Subjects, batch_id: BatchId) -> Stopped | None:
    return _load(tx, subjects, steering.fares(tx, batch_id))


def told(stopped: Stopped, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as pushes are shown
    """Say that a batch has paused itself, or that all had gone by then, and why."""
    fares, subject = stopped.fares, stopped.subject
    text = lines(
        say("batch-stopped" if fares.paused else "batch-refused", title=subject.title(stopped.facts, say)),
        subject.about(stopped.facts, say),
        say("batch-why", words=fares.batch.trouble or ""),
        say("batch-waiting", count=fares.waiting) if fares.waiting else None,
    )
    return Screen(text, [_keys(fares, say, 0) if fares.paused else [], [subject.card(stopped.facts, say)]])


def _keys(fares: Fares, say: Say, sure: int) -> list[Key]:
    number = fares.batch.id
    return [Key(say.label("key-batch-go-on"), Steer(number, 1, 1)),
            Key(say.label("key-batch-end"), Steer(number, 0, sure))]  # fmt: skip


def _ask(stopped: Stopped, say: Say) -> Screen:
    text = lines(
        say("batch-end", title=stopped.subject.title(stopped.facts, say)),
        stopped.subject.about(stopped.facts, say),
        say("batch-waiting", count=stopped.fares.waiting),
        say("batch-end-means"),
    )
    return Screen(text, [_keys(stopped.fares, say, 1)])


@on_tap(Steer, may=Role.STAFF)
async def steer(tap: Tap[Steer]) -> Answer:
    """Let a batch go on, or end it once it was asked about."""
    button, say, go_on = tap.button, tap.say, bool(tap.button.go_on)
    stopped = await tap.db.read(_find, _subjects(tap.reach.features), button.batch_id)
    if stopped is not None and stopped.fares.paused:
        if not (go_on or button.sure):
            return _ask(stopped, say)
        if await tap.db.transact(steering.steer, button.batch_id, tap.person.id, tap.now, go_on=go_on):
            title = stopped.subject.title(stopped.facts, say)
            card = stopped.subject.card(stopped.facts, say)
            return Screen(say("batch-goes-on" if go_on else "batch-ended", title=title), [[card]])
    return Screen(say("batch-decided"), [[Key(say.label("key-office"), Office())]])


def _subjects(features: Sequence[Feature]) -> Subjects:
    return {kind: subject for feature in features for kind, subject in (feature.subjects or {}).items()}


def feature(features: Sequence[Feature]) -> Feature:
    """Make the feature, which knows what the batches of other features are about."""
    subjects = _subjects(features)
    pushes = {trouble_of(kind): Push(partial(_to_hear, subjects), told) for kind in subjects}
    return Feature("steering", (steer,), pushes=pushes)
