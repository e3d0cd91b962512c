"""How fast Telegram lets the bot send: one row, which all senders share and which is there from the beginning."""

import math
from datetime import datetime, timedelta

from sqlalchemy import BigInteger, Column, Connection, Float, Integer, Table, bindparam, case, select, update

from storage.schema import Moment, metadata

budget = Table(
    "budget",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("free_at", Float, nullable=False),
    Column("paused_until", Moment, nullable=False),
    Column("taken", BigInteger, nullable=False),
)

FREE_PER_SECOND = 30
STAR_A_MESSAGE = 0.1
"""What Telegram lets a bot send for nothing, and what a message costs that goes beyond it."""

ROW = 1
AHEAD = 60.0
"""Seconds; turns are never given out so far ahead, so a time beyond it is a clock that was put back."""

_free = case(
    (budget.c.free_at.between(bindparam("now"), bindparam("farthest")), budget.c.free_at), else_=bindparam("now")
)
_RESERVE = (
    update(budget)
    .where(budget.c.id == ROW)
    .values(free_at=_free + bindparam("seconds"), taken=budget.c.taken + bindparam("count"))
    .returning(budget.c.free_at)
)
_PAUSED = select(budget.c.paused_until).where(budget.c.id == ROW).with_for_update()


def reserve(tx: Connection, count: int, gap: float, now: datetime) -> float:
    """Take `count` turns, `gap` seconds apart; return in how many seconds the first of them is."""
    at = now.timestamp()
    wanted = {"now": at, "farthest": at + AHEAD, "seconds": count * gap, "count": count}
    free_at = tx.execute(_RESERVE, wanted).scalar_one()
    return max(0.0, float(free_at) - count * gap - at)


def paused(tx: Connection, now: datetime) -> timedelta | None:
    """Tell how long Telegram still wants nothing to be sent; None if it does not mind."""
    until: datetime = tx.execute(_PAUSED).scalar_one()
    return until - now if until > now else None


def pause(tx: Connection, until: datetime) -> None:
    """Send nothing until a moment; a pause under way is not shortened."""
    tx.execute(update(budget).where(budget.c.id == ROW, budget.c.paused_until < until).values(paused_until=until))


def taken(tx: Connection) -> int:
    """Count the turns that have ever been taken."""
    return int(tx.execute(select(budget.c.taken).where(budget.c.id == ROW)).scalar_one())


def stars(count: int, per_second: float) -> int:
    """Tell what so many messages at most cost when so many go out in a second, in whole Stars."""
    if per_second <= FREE_PER_SECOND:
        return 0
    return math.ceil(count * (1 - FREE_PER_SECOND / per_second) * STAR_A_MESSAGE)
