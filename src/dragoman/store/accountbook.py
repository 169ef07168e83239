"""Users, their recovery codes and their accounts elsewhere, in the desk's SQLite file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec.structs import asdict
from sqlalchemy import Connection, delete, func, insert, or_, select, update

from dragoman.errors import NotFoundError, TakenError
from dragoman.model.account import ForeignIdentity, User, folded
from dragoman.store.accounttables import CODES, IDENTITIES, USERS
from dragoman.store.shelf import Shelved

USER = [USERS.c[name] for name in User.__struct_fields__]
_IDENTITY = [IDENTITIES.c[name] for name in ForeignIdentity.__struct_fields__]


class Accounted(Shelved):
    """What a SQLite store does as an `Accountbook` and an `IdentityBook`."""

    def users(self) -> tuple[User, ...]:
        with self._reading() as connection:
            return tuple(User(*row) for row in connection.execute(select(*USER).order_by(USERS.c.name_key)))

    def user(self, user: str) -> User:
        with self._reading() as connection:
            row = connection.execute(select(*USER).where(USERS.c.id == user)).first()
        if row is None:
            raise NotFoundError(f"there is no user {user!r} on this desk")
        return User(*row)

    def called(self, name: str) -> User | None:
        column = USERS.c.email_key if "@" in name else USERS.c.name_key
        with self._reading() as connection:
            row = connection.execute(select(*USER).where(column == folded(name))).first()
            return User(*row) if row else None

    def add_user(self, user: User, *, only_first: bool = False) -> None:
        with self._writing() as connection:
            if only_first and connection.scalar(select(func.count()).select_from(USERS)):
                raise TakenError("the desk has users already")
            _free(connection, user)
            connection.execute(insert(USERS), _row(user))

    def change_user(self, user: User) -> None:
        row = {name: value for name, value in _row(user).items() if name not in ("id", "step")}
        with self._writing() as connection:
            _free(connection, user)
            if not connection.execute(update(USERS).where(USERS.c.id == user.id), row).rowcount:
                raise NotFoundError(f"there is no user {user.id!r} on this desk")

    def step(self, user: str, step: int) -> bool:
        mine = (USERS.c.id == user) & (USERS.c.step < step)
        with self._writing() as connection:
            return connection.execute(update(USERS).where(mine).values(step=step)).rowcount == 1

    def set_codes(self, user: str, codes: Sequence[str]) -> None:
        with self._writing() as connection:
            connection.execute(delete(CODES).where(CODES.c.user == user))
            if codes:
                connection.execute(insert(CODES), [{"user": user, "code": code} for code in codes])

    def spend_code(self, user: str, code: str) -> bool:
        with self._writing() as connection:
            return connection.execute(delete(CODES).where(CODES.c.user == user, CODES.c.code == code)).rowcount == 1

    def codes_left(self, user: str) -> int:
        with self._reading() as connection:
            return connection.scalar(select(func.count()).where(CODES.c.user == user)) or 0

    def identity(self, issuer: str, subject: str) -> ForeignIdentity | None:
        mine = (IDENTITIES.c.issuer == issuer) & (IDENTITIES.c.subject == subject)
        with self._reading() as connection:
            row = connection.execute(select(*_IDENTITY).where(mine)).first()
            return ForeignIdentity(*row) if row else None

    def identities_of(self, user: str) -> tuple[ForeignIdentity, ...]:
        chosen = select(*_IDENTITY).where(IDENTITIES.c.user == user).order_by(IDENTITIES.c.issuer, IDENTITIES.c.subject)
        with self._reading() as connection:
            return tuple(ForeignIdentity(*row) for row in connection.execute(chosen))

    def add_identity(self, identity: ForeignIdentity) -> None:
        mine = (IDENTITIES.c.issuer == identity.issuer) & (IDENTITIES.c.subject == identity.subject)
        with self._writing() as connection:
            if connection.scalar(select(IDENTITIES.c.user).where(mine)) is not None:
                raise TakenError("that account of the provider belongs to a user already")
            connection.execute(insert(IDENTITIES), asdict(identity))

    def drop_identity(self, issuer: str, subject: str) -> None:
        with self._writing() as connection:
            connection.execute(delete(IDENTITIES).where(IDENTITIES.c.issuer == issuer, IDENTITIES.c.subject == subject))


def _row(user: User) -> dict[str, Any]:
    return asdict(user) | {"name_key": folded(user.name), "email_key": folded(user.email) or None}


def _free(connection: Connection, user: User) -> None:
    """Raises `TakenError` where another user has the name or the address."""
    row = _row(user)
    keys = [USERS.c.name_key == row["name_key"], *([USERS.c.email_key == row["email_key"]] if row["email_key"] else [])]
    if connection.scalar(select(USERS.c.id).where(or_(*keys), USERS.c.id != user.id).limit(1)) is not None:
        raise TakenError(f"the name {user.name!r} or the address {user.email!r} is another user's")
