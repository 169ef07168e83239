"""Sessions, links that work once, and keys of programs, in the desk's SQLite file."""

from __future__ import annotations

from typing import Any

from msgspec.structs import asdict
from sqlalchemy import delete, insert, select, update

from dragoman.model.account import ApiToken, Link, Purpose, Session, User
from dragoman.store.accountbook import USER
from dragoman.store.accounttables import LINKS, SESSIONS, TOKENS, USERS
from dragoman.store.shelf import Shelved

_SESSION = [SESSIONS.c[name] for name in Session.__struct_fields__]
_LINK = [LINKS.c[name] for name in Link.__struct_fields__]
_TOKEN = [TOKENS.c[name] for name in ApiToken.__struct_fields__]


class Keyed(Shelved):
    """What a SQLite store does as a `SessionBook`, a `LinkBook` and a `TokenBook`."""

    def open_session(self, session: Session) -> None:
        with self._writing() as connection:
            connection.execute(delete(SESSIONS).where(SESSIONS.c.expires < session.created))
            connection.execute(insert(SESSIONS), asdict(session))

    def session(self, token: str) -> tuple[Session, User] | None:
        chosen = select(*_SESSION, *USER).join(USERS, USERS.c.id == SESSIONS.c.user).where(SESSIONS.c.token == token)
        with self._reading() as connection:
            row = connection.execute(chosen).first()
            return (Session(*row[: len(_SESSION)]), User(*row[len(_SESSION) :])) if row else None

    def sessions(self, user: str) -> tuple[Session, ...]:
        chosen = select(*_SESSION).where(SESSIONS.c.user == user).order_by(SESSIONS.c.seen.desc(), SESSIONS.c.token)
        with self._reading() as connection:
            return tuple(Session(*row) for row in connection.execute(chosen))

    def touch_session(self, token: str, seen: str, expires: str) -> None:
        with self._writing() as connection:
            connection.execute(update(SESSIONS).where(SESSIONS.c.token == token).values(seen=seen, expires=expires))

    def close_session(self, token: str) -> None:
        with self._writing() as connection:
            connection.execute(delete(SESSIONS).where(SESSIONS.c.token == token))

    def close_sessions(self, user: str, but: str = "") -> int:
        with self._writing() as connection:
            return connection.execute(delete(SESSIONS).where(SESSIONS.c.user == user, SESSIONS.c.token != but)).rowcount

    def add_link(self, link: Link) -> None:
        same = (LINKS.c.purpose == link.purpose) & (LINKS.c.user == link.user) & (LINKS.c.email == link.email)
        with self._writing() as connection:
            connection.execute(delete(LINKS).where(LINKS.c.expires < link.created))
            if link.user or link.email:  # invitations for whoever has them stand side by side
                connection.execute(delete(LINKS).where(same, LINKS.c.used.is_(None)))
            connection.execute(insert(LINKS), asdict(link))

    def link(self, token: str) -> Link | None:
        with self._reading() as connection:
            row = connection.execute(select(*_LINK).where(LINKS.c.token == token)).first()
            return Link(*row) if row else None

    def links(self, purpose: Purpose) -> tuple[Link, ...]:
        chosen = select(*_LINK).where(LINKS.c.purpose == purpose, LINKS.c.used.is_(None))
        with self._reading() as connection:
            return tuple(Link(*row) for row in connection.execute(chosen.order_by(LINKS.c.created.desc(), LINKS.c.token)))

    def spend_link(self, token: str, at: str) -> bool:
        mine = (LINKS.c.token == token) & LINKS.c.used.is_(None) & (LINKS.c.expires > at)
        with self._writing() as connection:
            return connection.execute(update(LINKS).where(mine).values(used=at)).rowcount == 1

    def drop_link(self, token: str) -> None:
        with self._writing() as connection:
            connection.execute(delete(LINKS).where(LINKS.c.token == token))

    def add_token(self, token: ApiToken) -> None:
        with self._writing() as connection:
            connection.execute(insert(TOKENS), asdict(token) | {"scopes": " ".join(token.scopes)})

    def token(self, token: str) -> tuple[ApiToken, User] | None:
        chosen = select(*_TOKEN, *USER).join(USERS, USERS.c.id == TOKENS.c.user).where(TOKENS.c.token == token)
        with self._reading() as connection:
            row = connection.execute(chosen).first()
            return (_token(row[: len(_TOKEN)]), User(*row[len(_TOKEN) :])) if row else None

    def tokens(self, user: str | None = None) -> tuple[ApiToken, ...]:
        chosen = select(*_TOKEN).order_by(TOKENS.c.created, TOKENS.c.id)
        with self._reading() as connection:
            found = connection.execute(chosen.where(TOKENS.c.user == user) if user is not None else chosen)
            return tuple(_token(row) for row in found)

    def touch_token(self, token: str, seen: str) -> None:
        with self._writing() as connection:
            connection.execute(update(TOKENS).where(TOKENS.c.token == token).values(seen=seen))

    def revoke_token(self, name: str, at: str) -> bool:
        mine = (TOKENS.c.id == name) & TOKENS.c.revoked.is_(None)
        with self._writing() as connection:
            return connection.execute(update(TOKENS).where(mine).values(revoked=at)).rowcount == 1


def _token(row: Any) -> ApiToken:
    values = dict(zip(ApiToken.__struct_fields__, row, strict=True))
    return ApiToken(**values | {"scopes": tuple(values["scopes"].split())})
