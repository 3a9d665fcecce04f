"""Runs the steps on the connection that `ClassDatabase` hands over; Alembic executes this file."""

from __future__ import annotations

from alembic import context

from game.records.class_tables import METADATA


def upgraded() -> None:
    """Run the steps that are missing, in the transaction of the connection."""
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=METADATA,
        render_as_batch=True,  # SQLite changes a table by making it anew
    )
    context.run_migrations()


if __name__ == "env_py":  # the name that Alembic gives it; importing it otherwise does nothing
    upgraded()
