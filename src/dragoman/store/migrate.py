"""Brings the tables of a desk up to date, step by step, in the caller's transaction."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script.revision import RevisionError
from alembic.util import CommandError
from sqlalchemy import Connection

from dragoman.errors import StoreError

FOLDER = Path(__file__).parent / "migrations"


def upgrade(connection: Connection) -> None:
    """Runs the steps that this desk has not seen. Raises `StoreError` where it was made by a newer version than this one."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except (CommandError, RevisionError) as error:
        raise StoreError(f"this desk was made by a newer version of Dragoman ({error}); update Dragoman to open it") from error
