"""What failed, what was used up, what the desk signs with and what was done, in the desk's SQLite file."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import asdict
from sqlalchemy import delete, func, insert, select, update

from dragoman.model.account import Attempts, AuditEntry
from dragoman.store.accounttables import ATTEMPTS, AUDIT, SECRETS, SPENT
from dragoman.store.shelf import Shelved

_ATTEMPTS = [ATTEMPTS.c[name] for name in Attempts.__struct_fields__]
_ENTRY = [AUDIT.c[name] for name in AuditEntry.__struct_fields__]


class Watched(Shelved):
    """What a SQLite store does as a `Watchbook`."""

    def attempts(self, key: str) -> Attempts:
        with self._reading() as connection:
            row = connection.execute(select(*_ATTEMPTS).where(ATTEMPTS.c.key == key)).first()
            return Attempts(*row) if row else Attempts(key)

    def note_attempts(self, noted: Sequence[Attempts], stale: str) -> None:
        with self._writing() as connection:
            connection.execute(delete(ATTEMPTS).where(ATTEMPTS.c.last < stale))
            for one in noted:
                connection.execute(insert(ATTEMPTS).prefix_with("OR REPLACE"), asdict(one))

    def clear_attempts(self, keys: Sequence[str]) -> None:
        with self._writing() as connection:
            connection.execute(delete(ATTEMPTS).where(ATTEMPTS.c.key.in_(keys)))

    def spend(self, key: str, expires: str, now: str) -> bool:
        with self._writing() as connection:
            connection.execute(delete(SPENT).where(SPENT.c.expires < now))
            return connection.execute(insert(SPENT).prefix_with("OR IGNORE"), {"key": key, "expires": expires}).rowcount == 1

    def secret(self, name: str, offered: str) -> str:
        kept = select(SECRETS.c.value).where(SECRETS.c.name == name)
        with self._reading() as connection:
            known = connection.scalar(kept)
        if known is not None:
            return str(known)
        with self._writing() as connection:
            connection.execute(insert(SECRETS).prefix_with("OR IGNORE"), {"name": name, "value": offered})
            return str(connection.scalar(kept))

    def audit(self, entry: AuditEntry) -> None:
        with self._writing() as connection:
            connection.execute(insert(AUDIT), {name: value for name, value in asdict(entry).items() if name != "n"})

    def audit_again(self, entry: AuditEntry, since: str) -> None:
        seen = select(AUDIT.c.n, AUDIT.c.at, AUDIT.c.who, AUDIT.c.on, AUDIT.c.address, AUDIT.c.detail)
        same = (entry.who, entry.on, entry.address)
        with self._writing() as connection:
            for row in connection.execute(seen.where(AUDIT.c.what == entry.what).order_by(AUDIT.c.n.desc())):
                if row.at < since:  # entries are in order of time: nothing further back can be of this period
                    break
                if (row.who, row.on, row.address) == same:
                    connection.execute(update(AUDIT).where(AUDIT.c.n == row.n).values(detail=str(int(row.detail) + 1)))
                    return
            connection.execute(insert(AUDIT), {name: value for name, value in asdict(entry).items() if name != "n"} | {"detail": "1"})

    def last(self, what: str) -> dict[str, str]:
        chosen = select(AUDIT.c.who, func.max(AUDIT.c.at)).where(AUDIT.c.what == what).group_by(AUDIT.c.who)
        with self._reading() as connection:
            return {row[0]: row[1] for row in connection.execute(chosen)}

    def audited(
        self, limit: int, before: int | None = None, who: str | None = None, what: str | None = None, on: str | None = None
    ) -> tuple[AuditEntry, ...]:
        chosen = select(*_ENTRY).order_by(AUDIT.c.n.desc()).limit(limit)
        for column, value in ((AUDIT.c.who, who), (AUDIT.c.what, what), (AUDIT.c.on, on)):
            if value is not None:
                chosen = chosen.where(column == value)
        if before is not None:
            chosen = chosen.where(AUDIT.c.n < before)
        with self._reading() as connection:
            return tuple(AuditEntry(*row) for row in connection.execute(chosen))
