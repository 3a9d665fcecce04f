"""The tables of the first version with classes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

LONG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Change the tables."""
    op.create_table(
        "class_session",
        sa.Column("id", sa.String(length=48), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("board_hash", sa.String(length=64), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.Column("run_sheet", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("freeze_seq", LONG, nullable=True),
        sa.Column("created_at", LONG, nullable=False),
        sa.Column("over_at", LONG, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_class_session")),
        sa.UniqueConstraint("board_hash", name=op.f("uq_class_session_board_hash")),
    )
    op.create_index(
        "one_class_per_code",
        "class_session",
        ["code"],
        unique=True,
        sqlite_where=sa.text("state != 'over'"),
        postgresql_where=sa.text("state != 'over'"),
    )

    op.create_table(
        "installation",
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_installation")),
    )
    op.create_table(
        "package",
        sa.Column("sha", sa.String(length=64), nullable=False),
        sa.Column("scenario", sa.String(length=80), nullable=False),
        sa.Column("fingerprint", sa.String(length=80), nullable=False),
        sa.Column("titles", sa.JSON(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha", name=op.f("pk_package")),
    )
    op.create_table(
        "audit",
        sa.Column("seq", LONG, autoincrement=True, nullable=False),
        sa.Column("session_id", sa.String(length=48), nullable=True),
        sa.Column("at", LONG, nullable=False),
        sa.Column("who", sa.String(length=60), nullable=False),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["session_id"], ["class_session.id"], name=op.f("fk_audit_session_id")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_audit")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "round",
        sa.Column("id", sa.String(length=48), nullable=False),
        sa.Column("session_id", sa.String(length=48), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("package_sha", sa.String(length=64), nullable=False),
        sa.Column("mode", sa.String(length=12), nullable=False),
        sa.Column("seed", LONG, nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.Column("goals", sa.JSON(), nullable=False),
        sa.Column("opened_at", LONG, nullable=True),
        sa.Column("closes_at", LONG, nullable=True),
        sa.Column("paused_at", LONG, nullable=True),
        sa.ForeignKeyConstraint(["package_sha"], ["package.sha"], name=op.f("fk_round_package_sha")),
        sa.ForeignKeyConstraint(["session_id"], ["class_session.id"], name=op.f("fk_round_session_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_round")),
        sa.UniqueConstraint("session_id", "number", name=op.f("uq_round_session_id_number")),
    )
    op.create_table(
        "seat",
        sa.Column("id", sa.String(length=48), nullable=False),
        sa.Column("session_id", sa.String(length=48), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("nickname", sa.String(length=60), nullable=False),
        sa.Column("name_key", sa.String(length=120), nullable=False),
        sa.Column("team", sa.String(length=60), nullable=True),
        sa.Column("members", sa.JSON(), nullable=False),
        sa.Column("roster_key", sa.String(length=120), nullable=True),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("joined_at", LONG, nullable=False),
        sa.Column("seen_at", LONG, nullable=False),
        sa.ForeignKeyConstraint(["session_id"], ["class_session.id"], name=op.f("fk_seat_session_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seat")),
        sa.UniqueConstraint("session_id", "name_key", name=op.f("uq_seat_session_id_name_key")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_seat_token_hash")),
    )
    op.create_table(
        "attempt",
        sa.Column("id", sa.String(length=48), nullable=False),
        sa.Column("session_id", sa.String(length=48), nullable=False),
        sa.Column("round_id", sa.String(length=48), nullable=False),
        sa.Column("seat_id", sa.String(length=48), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("transcript", sa.Text(), nullable=False),
        sa.Column("sha", sa.String(length=64), nullable=False),
        sa.Column("received_at", LONG, nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=True),
        sa.Column("flags", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_attempt_round_id")),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_attempt_seat_id")),
        sa.ForeignKeyConstraint(["session_id"], ["class_session.id"], name=op.f("fk_attempt_session_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attempt")),
        sa.UniqueConstraint("round_id", "seat_id", "number", name=op.f("uq_attempt_round_id_seat_id_number")),
        sa.UniqueConstraint("session_id", "key", name=op.f("uq_attempt_session_id_key")),
    )
    op.create_index("attempts_by_state", "attempt", ["state"], unique=False)

    op.create_table(
        "beginning",
        sa.Column("id", sa.String(length=48), nullable=False),
        sa.Column("round_id", sa.String(length=48), nullable=False),
        sa.Column("seat_id", sa.String(length=48), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("seed", LONG, nullable=False),
        sa.Column("at", LONG, nullable=False),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_beginning_round_id")),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_beginning_seat_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_beginning")),
        sa.UniqueConstraint(
            "round_id", "seat_id", "number", name=op.f("uq_beginning_round_id_seat_id_number")
        ),
    )
    op.create_table(
        "talk",
        sa.Column("round_id", sa.String(length=48), nullable=False),
        sa.Column("moves", sa.JSON(), nullable=False),
        sa.Column("phase", sa.String(length=16), nullable=False),
        sa.Column("turns", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_talk_round_id")),
        sa.PrimaryKeyConstraint("round_id", name=op.f("pk_talk")),
    )
    op.create_table(
        "vote",
        sa.Column("round_id", sa.String(length=48), nullable=False),
        sa.Column("seat_id", sa.String(length=48), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("line", sa.String(length=80), nullable=False),
        sa.Column("at", LONG, nullable=False),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_vote_round_id")),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_vote_seat_id")),
        sa.PrimaryKeyConstraint("round_id", "seat_id", "turn", name=op.f("pk_vote")),
    )
    op.create_table(
        "mark",
        sa.Column("seq", LONG, autoincrement=True, nullable=False),
        sa.Column("attempt_id", sa.String(length=48), nullable=False),
        sa.Column("session_id", sa.String(length=48), nullable=False),
        sa.Column("round_id", sa.String(length=48), nullable=False),
        sa.Column("seat_id", sa.String(length=48), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("passed", sa.Boolean(), nullable=False),
        sa.Column("stage", sa.Integer(), nullable=False),
        sa.Column("insight", sa.Integer(), nullable=False),
        sa.Column("nps", sa.Integer(), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("at", LONG, nullable=False),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempt.id"], name=op.f("fk_mark_attempt_id")),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_mark_round_id")),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_mark_seat_id")),
        sa.ForeignKeyConstraint(["session_id"], ["class_session.id"], name=op.f("fk_mark_session_id")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_mark")),
        sa.UniqueConstraint("attempt_id", name=op.f("uq_mark_attempt_id")),
        sqlite_autoincrement=True,
    )
    op.create_index("marks_of_a_class", "mark", ["session_id", "seq"], unique=False)
    op.create_index("marks_of_a_round", "mark", ["round_id", "seq"], unique=False)

    op.create_table(
        "statement",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("session_id", sa.String(length=48), nullable=False),
        sa.Column("attempt_id", sa.String(length=48), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_at", LONG, nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempt.id"], name=op.f("fk_statement_attempt_id")),
        sa.ForeignKeyConstraint(["session_id"], ["class_session.id"], name=op.f("fk_statement_session_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement")),
    )
    op.create_index("statements_by_state", "statement", ["state", "next_at"], unique=False)
