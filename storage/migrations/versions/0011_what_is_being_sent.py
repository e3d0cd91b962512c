"""What is being sent is found at once"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

SENDING = sa.text("state = 'sending'")


def upgrade() -> None:
    op.create_index("ix_outbox_sending", "outbox", ["sender"], sqlite_where=SENDING, postgresql_where=SENDING)


def downgrade() -> None:
    op.drop_index("ix_outbox_sending", table_name="outbox")
