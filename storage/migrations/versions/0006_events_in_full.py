"""Events in full: waiting lists, offers, questions, series, tickets"""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _add_series_and_versions()
    _add_columns()
    _fill()
    _hold_columns()
    _add_substitutions()
    _add_calendar_feeds()


def _add_columns() -> None:
    with op.batch_alter_table("batches", schema=None) as batch_op:
        batch_op.add_column(sa.Column("subject", sa.String(length=60), nullable=True))
        batch_op.create_index(batch_op.f("ix_batches_subject"), ["subject"], unique=False)

    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.add_column(sa.Column("opens_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("free_until", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("per_library", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("speakers", sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column("speakers_count", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("questions", sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column("leads", sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column("hours", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("version", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("attendance_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("series_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True))

    with op.batch_alter_table("registrations", schema=None) as batch_op:
        batch_op.add_column(sa.Column("guest", sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column("speaks", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("counts", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("state", sa.String(length=12), nullable=True))
        batch_op.add_column(sa.Column("offer_ends_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("answers", sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column("ticket", sa.String(length=24), nullable=True))
        batch_op.add_column(sa.Column("told_version", sa.Integer(), nullable=True))
        batch_op.add_column(
            sa.Column("registered_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.add_column(sa.Column("replaces", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True))
        batch_op.add_column(sa.Column("checked_in_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("walked_in", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("attended", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("reason", sa.String(length=300), nullable=True))


def _hold_columns() -> None:
    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.alter_column("speakers", existing_type=sa.JSON(), nullable=False)
        batch_op.alter_column("speakers_count", existing_type=sa.Boolean(), nullable=False)
        batch_op.alter_column("questions", existing_type=sa.JSON(), nullable=False)
        batch_op.alter_column("leads", existing_type=sa.JSON(), nullable=False)
        batch_op.alter_column("version", existing_type=sa.Integer(), nullable=False)
        batch_op.create_index(batch_op.f("ix_events_series_id"), ["series_id"], unique=False)
        batch_op.create_foreign_key(batch_op.f("fk_events_series_id"), "event_series", ["series_id"], ["id"])

    with op.batch_alter_table("registrations", schema=None) as batch_op:
        batch_op.alter_column("speaks", existing_type=sa.Boolean(), nullable=False)
        batch_op.alter_column("counts", existing_type=sa.Boolean(), nullable=False)
        batch_op.alter_column("walked_in", existing_type=sa.Boolean(), nullable=False)
        batch_op.alter_column("state", existing_type=sa.String(length=12), nullable=False)
        batch_op.alter_column("answers", existing_type=sa.JSON(), nullable=False)
        batch_op.alter_column("ticket", existing_type=sa.String(length=24), nullable=False)
        batch_op.alter_column("told_version", existing_type=sa.Integer(), nullable=False)
        batch_op.create_index(
            "ix_registrations_list",
            ["event_id", "state", "id", "counts", "offer_ends_at", "library_id"],
            unique=False,
        )
        batch_op.create_unique_constraint(batch_op.f("uq_registrations_ticket"), ["ticket"])
        batch_op.create_foreign_key(batch_op.f("fk_registrations_replaces"), "registrations", ["replaces"], ["id"])
        batch_op.create_foreign_key(
            batch_op.f("fk_registrations_registered_by"), "people", ["registered_by"], ["id"], ondelete="SET NULL"
        )


def _add_series_and_versions() -> None:
    op.create_table(
        "event_series",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_series")),
    )
    op.create_table(
        "event_versions",
        sa.Column("event_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=True),
        sa.Column("link", sa.String(length=500), nullable=True),
        sa.Column("changed_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["changed_by"], ["people.id"], name=op.f("fk_event_versions_changed_by"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("fk_event_versions_event_id")),
        sa.PrimaryKeyConstraint("event_id", "version", name=op.f("pk_event_versions")),
    )


def _add_substitutions() -> None:
    op.create_table(
        "substitutions",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("registration_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("asked_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer", sa.String(length=12), nullable=True),
        sa.ForeignKeyConstraint(
            ["asked_by"], ["people.id"], name=op.f("fk_substitutions_asked_by"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_substitutions_person_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["registration_id"], ["registrations.id"], name=op.f("fk_substitutions_registration_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_substitutions")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("substitutions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_substitutions_person_id"), ["person_id"], unique=False)
        batch_op.create_index(
            "uq_substitutions_open", ["registration_id"], unique=True,
            sqlite_where=sa.text("ended_at IS NULL"), postgresql_where=sa.text("ended_at IS NULL"),
        )  # fmt: skip


def _add_calendar_feeds() -> None:
    op.create_table(
        "calendar_feeds",
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("secret_hash", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("etag", sa.String(length=64), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_calendar_feeds_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_calendar_feeds")),
        sa.UniqueConstraint("secret_hash", name=op.f("uq_calendar_feeds_secret_hash")),
    )


def _fill() -> None:
    """Say of what is there what was so before: everybody in has a seat, nobody was asked anything."""
    books = op.get_bind()
    events = sa.table(
        "events",
        *(sa.column(name) for name in ("id", "version", "place", "link", "created_by")),
        *(sa.column(name, sa.JSON()) for name in ("speakers", "questions", "leads")),
        sa.column("speakers_count", sa.Boolean()),
        *(sa.column(name, sa.DateTime(timezone=True)) for name in ("starts_at", "ends_at", "published_at")),
    )
    versions = sa.table(
        "event_versions",
        *(sa.column(name) for name in ("event_id", "version", "place", "link", "changed_by")),
        *(sa.column(name, sa.DateTime(timezone=True)) for name in ("starts_at", "ends_at", "at")),
    )
    registrations = sa.table(
        "registrations",
        *(sa.column(name) for name in ("id", "state", "ticket", "told_version")),
        *(sa.column(name, sa.Boolean()) for name in ("speaks", "counts", "walked_in")),
        sa.column("answers", sa.JSON()),
        sa.column("cancelled_at", sa.DateTime(timezone=True)),
    )
    books.execute(
        sa.update(events).values(
            speakers=[], speakers_count=False, questions=[], leads=["week", "day", "hours"], version=1
        )
    )
    one = events.c
    kept = sa.select(one.id, one.version, one.starts_at, one.ends_at, one.place, one.link, one.created_by,
                     one.published_at)  # fmt: skip
    books.execute(
        sa.insert(versions).from_select(
            ["event_id", "version", "starts_at", "ends_at", "place", "link", "changed_by", "at"], kept
        )
    )
    state = sa.case((registrations.c.cancelled_at.is_(None), "seated"), else_="cancelled")
    books.execute(
        sa.update(registrations).values(
            state=state, speaks=False, counts=True, walked_in=False, answers={}, told_version=1
        )
    )
    for number in books.execute(sa.select(registrations.c.id)).scalars().all():
        ticket = secrets.token_urlsafe(12)
        books.execute(sa.update(registrations).where(registrations.c.id == number).values(ticket=ticket))


def downgrade() -> None:
    op.drop_table("calendar_feeds")
    op.drop_table("substitutions")
    with op.batch_alter_table("registrations", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_registrations_registered_by"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_registrations_replaces"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("uq_registrations_ticket"), type_="unique")
        batch_op.drop_index("ix_registrations_list")
        batch_op.drop_column("reason")
        batch_op.drop_column("attended")
        batch_op.drop_column("walked_in")
        batch_op.drop_column("checked_in_at")
        batch_op.drop_column("replaces")
        batch_op.drop_column("registered_by")
        batch_op.drop_column("told_version")
        batch_op.drop_column("ticket")
        batch_op.drop_column("answers")
        batch_op.drop_column("offer_ends_at")
        batch_op.drop_column("state")
        batch_op.drop_column("counts")
        batch_op.drop_column("speaks")
        batch_op.drop_column("guest")

    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_events_series_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_events_series_id"))
        batch_op.drop_column("attendance_at")
        batch_op.drop_column("series_id")
        batch_op.drop_column("version")
        batch_op.drop_column("hours")
        batch_op.drop_column("leads")
        batch_op.drop_column("questions")
        batch_op.drop_column("speakers_count")
        batch_op.drop_column("speakers")
        batch_op.drop_column("per_library")
        batch_op.drop_column("free_until")
        batch_op.drop_column("opens_at")

    with op.batch_alter_table("batches", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_batches_subject"))
        batch_op.drop_column("subject")

    op.drop_table("event_versions")
    op.drop_table("event_series")
