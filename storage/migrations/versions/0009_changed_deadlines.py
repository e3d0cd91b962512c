"""How often, and when last, a deadline of a library or a consortium was changed"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("call_deadlines", sa.Column("changes", sa.Integer(), server_default="0", nullable=False))
    op.add_column("call_deadlines", sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("call_deadlines", "changed_at")
    op.drop_column("call_deadlines", "changes")
