"""Word of calls is kept as word of events is: with the batches, by what they are about"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

batches = sa.table("batches", sa.column("id"), sa.column("kind"), sa.column("args", sa.JSON()), sa.column("subject"))
call_news = sa.table(
    "call_news",
    *(sa.column(name) for name in ("batch_id", "call_id", "what", "since", "version")),
    sa.column("depends", sa.Boolean()),
)


def upgrade() -> None:
    books = op.get_bind()
    for row in books.execute(sa.select(call_news)).all():
        args = {"call": row.call_id, "since": row.since, "until": row.version, "what": row.what, "depends": row.depends}
        here = sa.update(batches).where(batches.c.id == row.batch_id)
        books.execute(here.values(args=args, subject=f"call:{row.call_id}"))
    op.drop_table("call_news")


def downgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "call_news",
        sa.Column("batch_id", number, nullable=False),
        sa.Column("call_id", number, nullable=False),
        sa.Column("what", sa.String(length=20), nullable=False),
        sa.Column("since", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("depends", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["batch_id"], ["batches.id"], name=op.f("fk_call_news_batch_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_call_news_call_id")),
        sa.PrimaryKeyConstraint("batch_id", name=op.f("pk_call_news")),
    )
    op.create_index(op.f("ix_call_news_call_id"), "call_news", ["call_id"], unique=False)
    books = op.get_bind()
    for row in books.execute(sa.select(batches).where(batches.c.kind == "call_news")).all():
        args = row.args
        books.execute(
            sa.insert(call_news).values(
                batch_id=row.id, call_id=args["call"], what=args["what"], since=args["since"], version=args["until"],
                depends=args["depends"],
            )
        )  # fmt: skip
        books.execute(sa.update(batches).where(batches.c.id == row.id).values(args={}, subject=None))
