"""Whether anything in the desk's file changed."""

from __future__ import annotations

from threading import Lock

from sqlalchemy import Engine, PoolProxiedConnection


class Stamp:
    """Asks SQLite on a connection of its own, outside any transaction: `PRAGMA data_version` is another number whenever another connection,
    of this process or another one, changed the file (https://www.sqlite.org/pragma.html#pragma_data_version). A desk in memory has one
    connection only, whose own changes are counted. A few microseconds."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._held: PoolProxiedConnection | None = None
        self._lock = Lock()

    def version(self) -> tuple[int, int]:
        """Another one whenever anything changed."""
        with self._lock:
            if self._held is None:
                self._held = self._engine.raw_connection()
            connection = self._held.driver_connection
            assert connection is not None
            return connection.execute("PRAGMA data_version").fetchone()[0], connection.total_changes

    def close(self) -> None:
        """Lets go of the connection."""
        with self._lock:
            if self._held is not None:
                self._held.close()
                self._held = None
