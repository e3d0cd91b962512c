"""Who belongs is changed by one at a time."""

from sqlalchemy import Connection, func, select

TURN = 7203417
"""The number of the lock; any other than the migrations' would do."""


def take_turn(tx: Connection) -> None:
    """Wait until nobody else changes invites or roles, until the transaction ends.

    Such changes are few and small, and each depends on several rows (the last admin, the deputies of a library, the
    uses of an invite): one lock for all of them cannot deadlock and leaves no pair of rows out. On SQLite every
    writing transaction is alone already.
    """
    if tx.dialect.name == "postgresql":
        tx.execute(select(func.pg_advisory_xact_lock(TURN)))
