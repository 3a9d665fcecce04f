"""What looking back at attempts found."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Change the tables."""
    op.create_table(
        "look_back",
        sa.Column("attempt_id", sa.String(length=48), nullable=False),
        sa.Column("stamp", sa.String(length=120), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempt.id"], name=op.f("fk_look_back_attempt_id")),
        sa.PrimaryKeyConstraint("attempt_id", name=op.f("pk_look_back")),
    )
