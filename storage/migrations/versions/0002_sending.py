"""Messages that go together, several senders, a budget that they share"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "budget",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("free_at", sa.Float(), nullable=False),
        sa.Column("paused_until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_budget")),
    )
    op.execute("INSERT INTO budget (id, free_at, paused_until) VALUES (1, 0, '1970-01-01 00:00:00.000000')")
    op.create_table(
        "senders",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_senders")),
    )
    op.create_table(
        "batches",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("lane", sa.SmallInteger(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("args", sa.JSON(), nullable=False),
        sa.Column("progress", sa.String(length=10), nullable=False),
        sa.Column("trouble", sa.Text(), nullable=True),
        sa.Column("watch", sa.JSON(), nullable=False),
        sa.Column("created_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["created_by"], ["people.id"], name=op.f("fk_batches_created_by"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_batches")),
    )
    with op.batch_alter_table("batches", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_batches_progress"), ["progress"], unique=False)

    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.add_column(sa.Column("batch_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True))
        batch_op.add_column(sa.Column("sender", sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column("message_ids", sa.JSON(), nullable=True))
        batch_op.alter_column("not_before", existing_type=sa.DATETIME(), nullable=True)
        batch_op.drop_index(batch_op.f("ix_outbox_state_not_before"))
        batch_op.create_index(batch_op.f("ix_outbox_batch_id_not_before"), ["batch_id", "not_before"], unique=False)
        batch_op.create_index(batch_op.f("ix_outbox_batch_id_state"), ["batch_id", "state"], unique=False)
        batch_op.create_foreign_key(batch_op.f("fk_outbox_batch_id"), "batches", ["batch_id"], ["id"])

    op.execute("UPDATE outbox SET not_before = NULL WHERE state NOT IN ('pending', 'retry')")
    if op.get_context().dialect.name == "postgresql":
        op.execute("UPDATE outbox SET message_ids = json_build_array(message_id) WHERE message_id IS NOT NULL")
    else:
        op.execute("UPDATE outbox SET message_ids = json_array(message_id) WHERE message_id IS NOT NULL")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_column("message_id")


def downgrade() -> None:
    op.execute("DELETE FROM outbox WHERE batch_id IS NOT NULL")
    op.execute("UPDATE outbox SET not_before = created_at WHERE not_before IS NULL")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.add_column(sa.Column("message_id", sa.BIGINT(), nullable=True))
        batch_op.drop_constraint(batch_op.f("fk_outbox_batch_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_outbox_batch_id_state"))
        batch_op.drop_index(batch_op.f("ix_outbox_batch_id_not_before"))
        batch_op.create_index(batch_op.f("ix_outbox_state_not_before"), ["state", "not_before"], unique=False)
        batch_op.alter_column("not_before", existing_type=sa.DATETIME(), nullable=False)
        batch_op.drop_column("message_ids")
        batch_op.drop_column("sender")
        batch_op.drop_column("batch_id")

    with op.batch_alter_table("batches", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_batches_progress"))

    op.drop_table("batches")
    op.drop_table("senders")
    op.drop_table("budget")
