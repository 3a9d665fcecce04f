"""The tables of classes: append-only where something was earned, so that a board is always a recount.

The same on SQLite and PostgreSQL. Times (`at` and names that end in `_at`) are milliseconds since 1970, UTC;
they are shown to people and never decide an order. What decides is `mark.seq`, which grows with every commit.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
METADATA = MetaData(naming_convention=NAMES)

Long = BigInteger().with_variant(Integer, "sqlite")
"""64 bits on both; SQLite counts up only columns that are called plain INTEGER."""

ID = String(48)
HASH = String(64)

installation = Table(
    "installation",
    METADATA,
    Column("key", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)

class_session = Table(
    "class_session",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("title", String(120), nullable=False),
    Column("code", String(8), nullable=False),
    Column("board_hash", HASH, nullable=False, unique=True),
    Column("language", String(8), nullable=False),
    Column("state", String(12), nullable=False),  # lobby, open, paused, over
    Column("settings", JSON, nullable=False),
    Column("run_sheet", JSON, nullable=False),
    Column("version", Integer, nullable=False),  # grows with every change that a seat may have to hear of
    Column("freeze_seq", Long),  # the public board shows marks up to here; None when not frozen
    Column("created_at", Long, nullable=False),
    Column("over_at", Long),
    Index(
        "one_class_per_code",
        "code",
        unique=True,
        sqlite_where=Column("state") != "over",
        postgresql_where=Column("state") != "over",
    ),
)

package = Table(
    "package",
    METADATA,
    Column("sha", HASH, primary_key=True),
    Column("scenario", String(80), nullable=False),
    Column("fingerprint", String(80), nullable=False),
    Column("titles", JSON, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

round_ = Table(
    "round",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("session_id", ID, ForeignKey("class_session.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("package_sha", HASH, ForeignKey("package.sha"), nullable=False),
    Column("mode", String(12), nullable=False),  # race, set, exam, vote, tables
    Column("seed", Long, nullable=False),
    Column("state", String(12), nullable=False),  # waiting, open, paused, closed
    Column("settings", JSON, nullable=False),
    Column("goals", JSON, nullable=False),
    Column("opened_at", Long),
    Column("closes_at", Long),
    Column("paused_at", Long),
    UniqueConstraint("session_id", "number"),
)

seat = Table(
    "seat",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("session_id", ID, ForeignKey("class_session.id"), nullable=False),
    Column("token_hash", HASH, nullable=False, unique=True),
    Column("nickname", String(60), nullable=False),
    Column("name_key", String(120), nullable=False),  # the name as it is compared: folded, look-alikes joined
    Column("team", String(60)),
    Column("members", JSON, nullable=False),
    Column("roster_key", String(120)),
    Column("state", String(12), nullable=False),  # waiting, seated, kicked, banned, erased
    Column("joined_at", Long, nullable=False),
    Column("seen_at", Long, nullable=False),
    UniqueConstraint("session_id", "name_key"),
)

beginning = Table(
    "beginning",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("round_id", ID, ForeignKey("round.id"), nullable=False),
    Column("seat_id", ID, ForeignKey("seat.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("seed", Long, nullable=False),
    Column("at", Long, nullable=False),
    UniqueConstraint("round_id", "seat_id", "number"),
)

attempt = Table(
    "attempt",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("session_id", ID, ForeignKey("class_session.id"), nullable=False),
    Column("round_id", ID, ForeignKey("round.id"), nullable=False),
    Column("seat_id", ID, ForeignKey("seat.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("key", String(80), nullable=False),  # of the sender: sent twice, it is one attempt
    Column("transcript", Text, nullable=False),
    Column("sha", HASH, nullable=False),
    Column("received_at", Long, nullable=False),
    Column("state", String(12), nullable=False),  # received, scored, refused, withdrawn
    Column("reason", String(40)),
    Column("flags", JSON, nullable=False),
    UniqueConstraint("session_id", "key"),
    UniqueConstraint("round_id", "seat_id", "number"),
    Index("attempts_by_state", "state"),
)

mark = Table(
    "mark",
    METADATA,
    Column("seq", Long, primary_key=True, autoincrement=True),
    Column("attempt_id", ID, ForeignKey("attempt.id"), nullable=False, unique=True),
    Column("session_id", ID, ForeignKey("class_session.id"), nullable=False),
    Column("round_id", ID, ForeignKey("round.id"), nullable=False),
    Column("seat_id", ID, ForeignKey("seat.id"), nullable=False),
    Column("score", Integer, nullable=False),  # 0..1000
    Column("passed", Boolean, nullable=False),
    Column("stage", Integer, nullable=False),  # 0..4, the furthest reached
    Column("insight", Integer, nullable=False),  # 0..100
    Column("nps", Integer, nullable=False),  # 0..10
    Column("details", JSON, nullable=False),  # everything else that marking found
    Column("at", Long, nullable=False),
    Index("marks_of_a_round", "round_id", "seq"),
    Index("marks_of_a_class", "session_id", "seq"),
    sqlite_autoincrement=True,
)

look_back = Table(
    "look_back",
    METADATA,
    Column("attempt_id", ID, ForeignKey("attempt.id"), primary_key=True),
    Column("stamp", String(120), nullable=False),  # by which rules it was found
    Column("body", JSON, nullable=False),  # where the conversation turned, as plain data
)

vote = Table(
    "vote",
    METADATA,
    Column("round_id", ID, ForeignKey("round.id"), primary_key=True),
    Column("seat_id", ID, ForeignKey("seat.id"), primary_key=True),
    Column("turn", Integer, primary_key=True),
    Column("line", String(80), nullable=False),
    Column("at", Long, nullable=False),
)

talk = Table(
    "talk",
    METADATA,
    Column("round_id", ID, ForeignKey("round.id"), primary_key=True),
    Column("moves", JSON, nullable=False),
    Column("phase", String(16), nullable=False),
    Column("turns", JSON, nullable=False),  # of every turn: lines on offer, votes, values
)

statement = Table(
    "statement",
    METADATA,
    Column("id", String(36), primary_key=True),
    Column("session_id", ID, ForeignKey("class_session.id"), nullable=False),
    Column("attempt_id", ID, ForeignKey("attempt.id")),
    Column("body", LargeBinary, nullable=False),
    Column("state", String(12), nullable=False),  # waiting, sent, dead
    Column("tries", Integer, nullable=False),
    Column("next_at", Long, nullable=False),
    Column("error", Text),
    Index("statements_by_state", "state", "next_at"),
)

audit = Table(
    "audit",
    METADATA,
    Column("seq", Long, primary_key=True, autoincrement=True),
    Column("session_id", ID, ForeignKey("class_session.id")),
    Column("at", Long, nullable=False),
    Column("who", String(60), nullable=False),
    Column("what", String(40), nullable=False),
    Column("detail", JSON, nullable=False),
    sqlite_autoincrement=True,
)
