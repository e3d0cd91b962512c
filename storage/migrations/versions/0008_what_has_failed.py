"""What falls due and fails is put off"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

FAILING = sa.text("planned_at IS NOT NULL")


def upgrade() -> None:
    op.add_column("due", sa.Column("failures", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("due", sa.Column("planned_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index("ix_due_failing", "due", ["planned_at"], sqlite_where=FAILING, postgresql_where=FAILING)


def downgrade() -> None:
    op.drop_index("ix_due_failing", table_name="due")
    op.drop_column("due", "planned_at")
    op.drop_column("due", "failures")
