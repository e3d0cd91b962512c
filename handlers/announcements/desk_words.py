"""An announcement's state and progress in words, for the office. Pure."""

from datetime import datetime, timedelta

from handlers.announcements.compose.words import often
from handlers.announcements.letter import first_words
from handlers.dates import writing
from handlers.screen import lines
from handlers.texts import Say
from storage.announcements import actions
from storage.announcements.desk import Facts, Going
from storage.announcements.rules import Announcement, State
from storage.announcements.times import repeat_of
from storage.batches import Progress
from storage.books import ANNOUNCED_KEPT
from storage.outbox import State as Delivery

BLOCKS = 10
FULL, EMPTY = "▰", "▱"

OUTCOMES = (Delivery.BLOCKED, Delivery.FAILED, Delivery.UNCERTAIN, Delivery.WITHDRAWN)
"""What became of messages that were not sent, in the order in which the card names it."""

MINUTES_AT_MOST = 90
"""More are said in hours."""


def title(one: Announcement, say: Say) -> str:
    """Name an announcement by how it begins, in plain text."""
    return first_words(one.content.part(say.language)) or say.label("desk-only-files")


def status(state: State, progress: Progress | None) -> str:
    """Name the point at which an announcement is: its own state until it goes, then its batch's."""
    return progress.value if state is State.SENT and progress is not None else state.value


def status_line(facts: Facts, say: Say, now: datetime) -> str:
    """Say at which point it is."""
    one, going = facts.one, facts.going
    point = status(one.state, going.batch.progress if going else None)
    if point == State.PROPOSED and one.send_at is not None:
        past = one.send_at <= now
        key = "desk-proposed-at-once" if past else "desk-proposed-at"
        return say(key, when=writing.near(one.send_at, now, say.language))
    if point in {State.PLANNED, State.HELD} and one.send_at is not None:
        planned = say(f"desk-when-{point}", when=writing.near(one.send_at, now, say.language))
        again = often(repeat_of(one.repeat), say, one.send_at) if one.repeat else None
        return lines(planned, say("desk-repeats", how=again) if again else None)
    if point == Progress.PAUSED and going is not None and going.batch.trouble:
        return say("desk-trouble", words=going.batch.trouble)
    return say(f"desk-status-{point}")


def bar(going: Going) -> str:
    """Draw how far a batch is in ten blocks; full only when nothing waits any more."""
    done = going.total - going.waiting
    full = BLOCKS if not going.waiting else min(BLOCKS - 1, BLOCKS * done // going.total)
    return FULL * full + EMPTY * (BLOCKS - full)


def progress(going: Going, say: Say, now: datetime) -> str:
    """Say how a batch goes, in one line or a few."""
    if not going.total:
        kept = now - going.batch.created_at <= ANNOUNCED_KEPT
        return say("desk-nobody") if kept else say("desk-forgotten", years=ANNOUNCED_KEPT.days // 365)
    percent = 100 * (going.total - going.waiting) // going.total
    sent = going.count(Delivery.SENT)
    counts = say("desk-sent-waiting" if going.waiting else "desk-sent", sent=sent, total=going.total,
                 waiting=going.waiting)  # fmt: skip
    others = [say(f"desk-count-{state}", count=going.count(state)) for state in OUTCOMES if going.count(state)]
    return lines(
        say("desk-bar", bar=bar(going), percent=percent) if going.open else None,
        counts,
        " · ".join(others) or None,
        _speed(going, say),
        say("desk-later", count=going.later, when=writing.near(going.later_from, now, say.language))
        if going.later_from
        else None,
    )


def _speed(going: Going, say: Say) -> str | None:
    left = going.left
    if left is None:
        return None
    return say("desk-speed", speed=max(1, round(going.per_second)), left=_left(left, say))


def _left(left: timedelta, say: Say) -> str:
    minutes = -(-left // timedelta(minutes=1))
    if minutes <= 1:
        return say.label("desk-left-moment")
    if minutes <= MINUTES_AT_MOST:
        return say.label("desk-left-minutes", count=minutes)
    return say.label("desk-left-hours", count=-(-left // timedelta(hours=1)))


def follow_up(going: Going, say: Say) -> str:
    """Say how the last reminder, correction or recall goes, in one line."""
    kind = what_follows(going)
    not_done = going.count(*OUTCOMES)
    return lines(
        say(f"desk-follow-{kind}", sent=going.count(Delivery.SENT), total=going.total, state=going.batch.progress),
        say("desk-follow-trouble", words=going.batch.trouble) if going.batch.trouble else None,
        say("desk-not-deleted", count=not_done) if kind == "delete" and not_done else None,
    )


def what_follows(going: Going) -> str:
    """Name what a follow-up is: a reminder, an edit or a delete."""
    return str(going.batch.args["how"]) if going.batch.kind == actions.CHANGING else "reminder"


def confirmed(facts: Facts, say: Say) -> str | None:
    """Say how many have read it, of so many who have got it as long as that is known."""
    if not facts.one.asks_to_confirm or facts.going is None:
        return None
    if not facts.going.total:
        return say("desk-confirmed-in-all", confirmed=facts.confirmed)
    asked = facts.confirmed + facts.silent
    return say("desk-confirmed", confirmed=facts.confirmed, asked=asked) if asked else None
