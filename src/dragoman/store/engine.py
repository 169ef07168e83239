"""Opening the file of a desk: that it is one, that nobody else's file is touched, and how SQLite is to behave."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import StaticPool

from dragoman.errors import StoreError
from dragoman.store import TOOLS

FILE = "desk.sqlite"
HEAD = "0009"
"""The newest migration."""

HELD = 12
"""Connections that stay open, each with a cache of 2 MB; there are more while more threads read at once."""

MARK = 0x44524147
"""`PRAGMA application_id` of a desk ("DRAG"), kept at byte 68 of the file (https://www.sqlite.org/fileformat.html)."""

_MAGIC = b"SQLite format 3\x00"


def opened(folder: str | None, timeout: float) -> Engine:
    """The engine of the desk in `folder` (made where there is none), or of one in memory. Raises `StoreError`."""
    if folder is None:
        engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    else:
        file = Path(folder) / FILE
        _examine(file)
        engine = create_engine(
            f"sqlite:///{file}", connect_args={"timeout": timeout, "check_same_thread": False}, pool_size=HELD, max_overflow=3 * HELD
        )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    try:
        with telling(str(folder or "memory")), engine.connect() as connection:
            current = _revision(connection)
        if current != HEAD:
            with telling(str(folder or "memory")), engine.connect().execution_options(write=True) as connection, connection.begin():
                TOOLS.load("migrate")(connection)
    except StoreError:
        engine.dispose()
        raise
    return engine


@contextmanager
def telling(where: str) -> Iterator[None]:
    """Database errors as `StoreError` with a sentence for people."""
    try:
        yield
    except SQLAlchemyError as error:
        raise StoreError(_sentence(where, str(getattr(error, "orig", None) or error))) from error
    except msgspec.DecodeError as error:
        raise StoreError(f"the desk in {where} holds a row that cannot be read ({error}); `dragoman doctor` names it") from error


def _sentence(where: str, error: str) -> str:
    if "locked" in error or "busy" in error:
        return f"the desk in {where} is locked by another program ({error}); try again when it has finished"
    if "malformed" in error or "not a database" in error or "corrupt" in error:
        return f"the desk in {where} is damaged ({error}); nothing was changed, restore it from a backup"
    return f"the desk in {where} cannot be used: {error}"


def _examine(file: Path) -> None:
    """Looks at the file's own bytes before SQLite may touch it."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        head = _head(file) if file.exists() else b""
    except OSError as error:
        raise StoreError(f"the desk in {file.parent} cannot be opened: {error}") from error
    if not head:
        return
    if not head.startswith(_MAGIC) or len(head) < 100:
        raise StoreError(f"{file} is not a desk: it is no SQLite file; it was left as it is")
    if int.from_bytes(head[68:72], "big") != MARK:
        raise StoreError(f"{file} is not a desk: it belongs to another program; it was left as it is")


def _head(file: Path) -> bytes:
    with file.open("rb") as opened_file:
        return opened_file.read(100)


def _prepare(connection: Any, record: object) -> None:
    """WAL lets others read while one writes; NORMAL is safe against kills (a power cut may cost the last transaction, never the file)."""
    connection.isolation_level = None
    cursor = connection.cursor()
    if cursor.execute("PRAGMA application_id").fetchone()[0] != MARK:
        cursor.execute(f"PRAGMA application_id = {MARK}")
    for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    """Writers take their lock at once, so that two of them queue instead of failing half way."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("write") else "BEGIN")


def _revision(connection: Connection) -> str | None:
    if not connection.execute(text("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'")).first():
        return None
    row = connection.execute(text("SELECT version_num FROM alembic_version")).first()
    return str(row[0]) if row else None
