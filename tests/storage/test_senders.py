"""What ended senders have begun is found without looking through all that was ever sent."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, event

from storage import senders
from storage.database import Database

NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)


def _plan(tx: Connection) -> str:
    """Let it be found; return how the database goes about it, were it to look through as little as it can."""
    seen: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, statement: str, parameters: Any, *_: object) -> None:
        seen.append((statement, parameters))

    event.listen(tx, "before_cursor_execute", note)
    senders.recover(tx, NOW, all_others=False)
    event.remove(tx, "before_cursor_execute", note)
    (found,) = (one for one in seen if one[0].startswith("UPDATE outbox"))
    if tx.dialect.name == "postgresql":
        tx.exec_driver_sql("SET LOCAL enable_seqscan = off")
    explain = "EXPLAIN" if tx.dialect.name == "postgresql" else "EXPLAIN QUERY PLAN"
    return "\n".join(str(row) for row in tx.exec_driver_sql(f"{explain} {found[0]}", found[1]))


async def test_a_look_for_what_was_begun_reads_what_is_being_sent_only(books: Database) -> None:
    assert "ix_outbox_sending" in await books.transact(_plan)
