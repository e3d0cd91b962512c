"""Alembic's entry: runs on the connection that storage/database.py has opened."""

from typing import Any, Literal

from alembic import context

from storage.all_tables import metadata
from storage.schema import Id, Moment


def _render(kind: str, what: Any, _context: object) -> str | Literal[False]:  # noqa: ANN401 - as Alembic calls it
    """Write the project's own types as plain ones, so that an old migration does not change with them."""
    if kind == "type" and isinstance(what, Moment):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and what is Id:
        return 'sa.BigInteger().with_variant(sa.Integer(), "sqlite")'
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    render_item=_render,
)
with context.begin_transaction():
    context.run_migrations()
