"""Rows of which nothing may tell which came when, or with which others."""

from sqlalchemy import ColumnElement, Connection, Table, delete, insert, select


def mix(tx: Connection, table: Table, there: ColumnElement[bool]) -> None:
    """Write some rows anew, in the order of their key: neither place nor transaction tells them apart any more."""
    rows = tx.execute(select(table).where(there).order_by(*table.primary_key)).mappings().all()
    if rows:
        tx.execute(delete(table).where(there))
        tx.execute(insert(table), [dict(row) for row in rows])
