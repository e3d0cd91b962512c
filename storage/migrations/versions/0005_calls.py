"""Calls for projects, who follows them, what libraries declare, and consortia"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _add_calls()
    _add_followers()
    _add_intents()
    _add_consortia()
    _add_deadlines()
    _add_feeds()
    _add_partners()


def _add_calls() -> None:
    """The calls themselves."""
    op.create_table(
        "calls",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["created_by"], ["people.id"], name=op.f("fk_calls_created_by"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calls")),
    )
    with op.batch_alter_table("calls", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_calls_state_ends_at"), ["state", "ends_at"], unique=False)
    op.create_table(
        "call_topics",
        sa.Column("call_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("topic", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_call_topics_call_id")),
        sa.PrimaryKeyConstraint("call_id", "topic", name=op.f("pk_call_topics")),
    )
    with op.batch_alter_table("call_topics", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_call_topics_topic"), ["topic"], unique=False)
    op.create_table(
        "call_versions",
        sa.Column("call_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("changed_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_call_versions_call_id")),
        sa.ForeignKeyConstraint(
            ["changed_by"], ["people.id"], name=op.f("fk_call_versions_changed_by"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("call_id", "version", name=op.f("pk_call_versions")),
    )


def _add_followers() -> None:
    """Who follows calls and was told of them."""
    op.create_table(
        "call_follows",
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("topic", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_call_follows_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", "topic", name=op.f("pk_call_follows")),
    )
    with op.batch_alter_table("call_follows", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_call_follows_topic"), ["topic"], unique=False)
    op.create_table(
        "call_preferences",
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("pace", sa.String(length=10), nullable=False),
        sa.Column("amount_from", sa.BigInteger(), nullable=True),
        sa.Column("own_kind_only", sa.Boolean(), nullable=False),
        sa.Column("leads", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("leads_applying", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_call_preferences_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_call_preferences")),
    )
    op.create_table(
        "call_readers",
        sa.Column("call_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("told_version", sa.Integer(), nullable=True),
        sa.Column("waits", sa.Boolean(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("muted", sa.Boolean(), nullable=False),
        sa.Column("watches", sa.Boolean(), nullable=False),
        sa.Column("asked_version", sa.Integer(), nullable=True),
        sa.Column("seen_version", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_call_readers_call_id")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_call_readers_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("call_id", "person_id", name=op.f("pk_call_readers")),
    )
    with op.batch_alter_table("call_readers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_call_readers_person_id"), ["person_id"], unique=False)
        batch_op.create_index(
            "ix_call_readers_waits",
            ["person_id"],
            unique=False,
            sqlite_where=sa.text("waits = 1"),
            postgresql_where=sa.text("waits"),
        )
    op.create_table(
        "call_news",
        sa.Column("batch_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("call_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("what", sa.String(length=20), nullable=False),
        sa.Column("since", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("depends", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["batch_id"], ["batches.id"], name=op.f("fk_call_news_batch_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_call_news_call_id")),
        sa.PrimaryKeyConstraint("batch_id", name=op.f("pk_call_news")),
    )
    with op.batch_alter_table("call_news", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_call_news_call_id"), ["call_id"], unique=False)


def _add_intents() -> None:
    """What libraries declare."""
    op.create_table(
        "call_intents",
        sa.Column("call_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("library_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("intent", sa.String(length=20), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_call_intents_call_id")),
        sa.ForeignKeyConstraint(["library_id"], ["libraries.id"], name=op.f("fk_call_intents_library_id")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_call_intents_person_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("call_id", "library_id", name=op.f("pk_call_intents")),
    )
    with op.batch_alter_table("call_intents", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_call_intents_library_id"), ["library_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_call_intents_person_id"), ["person_id"], unique=False)
    op.create_table(
        "call_proposals",
        sa.Column("call_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("library_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("intent", sa.String(length=20), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_call_proposals_call_id")),
        sa.ForeignKeyConstraint(["library_id"], ["libraries.id"], name=op.f("fk_call_proposals_library_id")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_call_proposals_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("call_id", "person_id", name=op.f("pk_call_proposals")),
    )
    with op.batch_alter_table("call_proposals", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_call_proposals_person_id"), ["person_id"], unique=False)


def _add_consortia() -> None:
    """Libraries that apply together."""
    op.create_table(
        "consortia",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("call_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("lead_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("founded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_consortia_call_id")),
        sa.ForeignKeyConstraint(["lead_id"], ["libraries.id"], name=op.f("fk_consortia_lead_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consortia")),
    )
    with op.batch_alter_table("consortia", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_consortia_call_id"), ["call_id"], unique=False)
    op.create_table(
        "consortium_members",
        sa.Column("consortium_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("library_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["consortium_id"], ["consortia.id"], name=op.f("fk_consortium_members_consortium_id")),
        sa.ForeignKeyConstraint(["library_id"], ["libraries.id"], name=op.f("fk_consortium_members_library_id")),
        sa.PrimaryKeyConstraint("consortium_id", "library_id", name=op.f("pk_consortium_members")),
    )
    with op.batch_alter_table("consortium_members", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_consortium_members_library_id"), ["library_id"], unique=False)
    op.create_table(
        "consortium_invites",
        sa.Column("consortium_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("library_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["consortium_id"], ["consortia.id"], name=op.f("fk_consortium_invites_consortium_id")),
        sa.ForeignKeyConstraint(["library_id"], ["libraries.id"], name=op.f("fk_consortium_invites_library_id")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_consortium_invites_person_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("consortium_id", "library_id", name=op.f("pk_consortium_invites")),
    )
    with op.batch_alter_table("consortium_invites", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_consortium_invites_person_id"), ["person_id"], unique=False)


def _add_deadlines() -> None:
    """Deadlines, and which library has met them."""
    op.create_table(
        "call_deadlines",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("call_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("library_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("consortium_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("label", sa.String(length=120), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("hour", sa.Time(), nullable=True),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("provisional", sa.Boolean(), nullable=False),
        sa.Column("words", sa.String(length=300), nullable=True),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_call_deadlines_call_id")),
        sa.ForeignKeyConstraint(["consortium_id"], ["consortia.id"], name=op.f("fk_call_deadlines_consortium_id")),
        sa.ForeignKeyConstraint(["library_id"], ["libraries.id"], name=op.f("fk_call_deadlines_library_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_deadlines")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("call_deadlines", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_call_deadlines_call_id"), ["call_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_call_deadlines_ends_at"), ["ends_at"], unique=False)
    op.create_table(
        "call_done",
        sa.Column("deadline_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("library_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["deadline_id"], ["call_deadlines.id"], name=op.f("fk_call_done_deadline_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["library_id"], ["libraries.id"], name=op.f("fk_call_done_library_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_call_done_person_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("deadline_id", "library_id", name=op.f("pk_call_done")),
    )
    with op.batch_alter_table("call_done", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_call_done_person_id"), ["person_id"], unique=False)


def _add_feeds() -> None:
    """Where calls are read from."""
    op.create_table(
        "call_feeds",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("url", sa.String(length=500), nullable=False),
        sa.Column("columns", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("etag", sa.String(length=500), nullable=True),
        sa.Column("modified", sa.String(length=100), nullable=True),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("topics", sa.JSON(), nullable=False),
        sa.Column("looks", sa.Integer(), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("looked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("trouble", sa.String(length=20), nullable=True),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.Column("added_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["added_by"], ["people.id"], name=op.f("fk_call_feeds_added_by"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_feeds")),
        sa.UniqueConstraint("url", name=op.f("uq_call_feeds_url")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("call_feeds", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_call_feeds_next_at"), ["next_at"], unique=False)
    op.create_table(
        "call_entries",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("feed_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("guid", sa.String(length=500), nullable=True),
        sa.Column("seen", sa.JSON(), nullable=False),
        sa.Column("accepted", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_call_entries_call_id")),
        sa.ForeignKeyConstraint(
            ["feed_id"], ["call_feeds.id"], name=op.f("fk_call_entries_feed_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_entries")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("call_entries", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_call_entries_call_id"), ["call_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_call_entries_feed_id_state"), ["feed_id", "state"], unique=False)
        batch_op.create_index(batch_op.f("ix_call_entries_state"), ["state"], unique=False)


def _add_partners() -> None:
    """Libraries that look for each other."""
    op.create_table(
        "call_offers",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("call_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("library_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("side", sa.String(length=10), nullable=False),
        sa.Column("part", sa.String(length=10), nullable=False),
        sa.Column("brings", sa.String(length=500), nullable=False),
        sa.Column("line", sa.String(length=120), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_call_offers_call_id")),
        sa.ForeignKeyConstraint(["library_id"], ["libraries.id"], name=op.f("fk_call_offers_library_id")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_call_offers_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_offers")),
        sa.UniqueConstraint("call_id", "library_id", name=op.f("uq_call_offers_call_id_library_id")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("call_offers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_call_offers_person_id"), ["person_id"], unique=False)
    op.create_table(
        "call_answers",
        sa.Column("offer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("library_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("line", sa.String(length=120), nullable=True),
        sa.Column("standing", sa.String(length=10), nullable=False),
        sa.Column("settled_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["offer_id"], ["call_offers.id"], name=op.f("fk_call_answers_offer_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["library_id"], ["libraries.id"], name=op.f("fk_call_answers_library_id")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_call_answers_person_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["settled_by"], ["people.id"], name=op.f("fk_call_answers_settled_by"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("offer_id", "library_id", name=op.f("pk_call_answers")),
    )
    with op.batch_alter_table("call_answers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_call_answers_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_call_answers_settled_by"), ["settled_by"], unique=False)


def downgrade() -> None:
    for name in (
        "call_entries",
        "call_feeds",
        "call_answers",
        "call_offers",
        "consortium_invites",
        "call_done",
        "consortium_members",
        "call_deadlines",
        "consortia",
        "call_versions",
        "call_topics",
        "call_readers",
        "call_proposals",
        "call_news",
        "call_intents",
        "calls",
        "call_preferences",
        "call_follows",
    ):
        op.drop_table(name)
