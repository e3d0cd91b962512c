"""What check-in and the time after an event need: materials, certificates, opinions"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "doors",
        sa.Column("person_id", number, autoincrement=False, nullable=False),
        sa.Column("event_id", number, nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("fk_doors_event_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_doors_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_doors")),
    )
    op.create_table(
        "materials",
        sa.Column("id", number, nullable=False),
        sa.Column("event_id", number, nullable=False),
        sa.Column("readers", sa.String(length=10), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("file_id", sa.String(length=200), nullable=False),
        sa.Column("added_by", number, nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["added_by"], ["people.id"], name=op.f("fk_materials_added_by"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("fk_materials_event_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_materials")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_materials_event_id"), "materials", ["event_id"], unique=False)
    op.create_table(
        "certificates",
        sa.Column("id", number, nullable=False),
        sa.Column("registration_id", number, nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=True),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["registration_id"], ["registrations.id"], name=op.f("fk_certificates_registration_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificates")),
        sa.UniqueConstraint("code", name=op.f("uq_certificates_code")),
        sa.UniqueConstraint("registration_id", name=op.f("uq_certificates_registration_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "ratings",
        sa.Column("event_id", number, nullable=False),
        sa.Column("stars", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("fk_ratings_event_id")),
        sa.PrimaryKeyConstraint("event_id", "stars", name=op.f("pk_ratings")),
    )
    op.create_table(
        "opinions",
        sa.Column("event_id", number, nullable=False),
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("fk_opinions_event_id")),
        sa.PrimaryKeyConstraint("event_id", "key", name=op.f("pk_opinions")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "raters",
        sa.Column("event_id", number, nullable=False),
        sa.Column("registration_id", number, nullable=False),
        sa.Column("wrote", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("fk_raters_event_id")),
        sa.ForeignKeyConstraint(["registration_id"], ["registrations.id"], name=op.f("fk_raters_registration_id")),
        sa.PrimaryKeyConstraint("event_id", "registration_id", name=op.f("pk_raters")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    for name in ("raters", "opinions", "ratings", "certificates", "materials", "doors"):
        op.drop_table(name)
