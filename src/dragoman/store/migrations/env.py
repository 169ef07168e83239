"""What Alembic runs: the steps, on the connection that `dragoman.store.migrate` hands over."""

from __future__ import annotations

from alembic import context

from dragoman.store.tables import META

connection = context.config.attributes.get("connection")
if connection is not None:
    context.configure(connection=connection, target_metadata=META, transaction_per_migration=False)
    context.run_migrations()
