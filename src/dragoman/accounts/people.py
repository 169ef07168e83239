"""Who has an account: the first admin, people who register or are invited, their roles, and the links by which they set passwords."""

from __future__ import annotations

import secrets
import threading
import unicodedata

from msgspec import Struct
from msgspec.structs import replace

from dragoman.accounts.passwords import Passwords, weakness
from dragoman.accounts.secrecy import after, hashed, token
from dragoman.errors import DragomanError, NotFoundError, TakenError
from dragoman.model.account import AuditEntry, Link, Purpose, Role, User
from dragoman.ports import Clock
from dragoman.ports_accounts import AccountStore

FIRST = "admin"
HOURS: dict[Purpose, int] = {"first": 7 * 24, "confirm": 48, "reset": 2, "invite": 14 * 24}
"""How long links work."""

NAME = (2, 40)
"""Fewest and most characters of a name."""


class WeakPasswordError(DragomanError):
    """A password will not do; `reason` as `passwords.weakness` gives it."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"the password will not do: {reason}")
        self.reason = reason


class Made(Struct, frozen=True):
    """An account or invitation with the secret of its link (None where it needs none)."""

    user: User | None
    link: str | None


def name_fault(name: str) -> bool:
    """Whether something cannot be a user's name: too short or long, an "@", characters that cannot be seen."""
    whole = unicodedata.normalize("NFKC", name).strip()
    seen = all((character.isprintable() and unicodedata.category(character)[0] not in "CMZ") or character == " " for character in whole[:1])
    inner = all(character.isprintable() and unicodedata.category(character)[0] != "C" for character in whole)
    return not (NAME[0] <= len(whole) <= NAME[1] and seen and inner and "@" not in whole)


class People:
    """Makes and changes accounts. Every change is written into the audit log under who did it."""

    def __init__(self, book: AccountStore, clock: Clock, passwords: Passwords) -> None:
        self._book, self._clock, self._passwords = book, clock, passwords
        self._changing = threading.Lock()

    def find(self, name: str) -> User:
        """By name or address. Raises `NotFoundError`."""
        user = self._book.called(name)
        if user is None:
            raise NotFoundError(f"there is no user {name!r}; `dragoman user list` shows them")
        return user

    def first(self) -> Made | None:
        """On a desk without users: makes the admin. Where the only user has no password yet: another link for that one. Else None."""
        users = self._book.users()
        if not users:
            admin = self._user(FIRST, "", "admin")
            self._book.add_user(admin, only_first=True)
            self._note("", "user made", admin.id, "first admin")
            users = (admin,)
        if len(users) == 1 and users[0].password is None and not self._book.identities_of(users[0].id):
            return Made(users[0], self.link(users[0], "first"))
        return None

    def add(self, name: str, email: str = "", role: Role = "reader", by: str = "", password: str | None = None, origin: str = "") -> Made:
        """An account made by an admin, whose word on the address is taken; without a password, with a link to set one. Raises
        `TakenError`, `WeakPasswordError`, `DragomanError` for a name that cannot be one."""
        user = self._user(name, email, role, confirmed=bool(email), password=password)
        self._book.add_user(user)
        self._note(by, "user made", user.id, role, origin)
        return Made(user, None if password else self.link(user, "first", by, origin))

    def invite(self, email: str = "", role: Role = "reader", by: str = "", origin: str = "") -> Made:
        """An invitation to register, for whoever has its link."""
        secret = self._link("invite", "", email, role)
        self._note(by, "invited", email, role, origin)
        return Made(None, secret)

    def withdraw(self, token: str, by: str = "", origin: str = "") -> None:
        """Takes an invitation back; `token` is the hash that is kept of it. Raises `NotFoundError`."""
        link = self._book.link(token)
        if link is None or link.purpose != "invite" or link.used:
            raise NotFoundError("the invitation was used, or is over")
        self._book.drop_link(token)
        self._note(by, "invitation withdrawn", link.email, link.role, origin)

    def link(self, user: User, purpose: Purpose, by: str = "", origin: str = "") -> str:
        """The secret of a link for a user: "first" and "reset" set a password."""
        secret = self._link(purpose, user.id, user.email, user.role)
        self._note(by, f"link {purpose}", user.id, address=origin)
        return secret

    def opened(self, secret: str, *purposes: Purpose) -> Link | None:
        """What a link is for, as long as it works."""
        link = self._book.link(hashed(secret))
        return link if link and not link.used and link.expires > self._clock.now() and link.purpose in purposes else None

    def register(self, name: str, password: str, invitation: str = "", email: str = "") -> Made:
        """An account that somebody makes for themselves. An address that an invitation was sent to counts as shown; any other one is kept
        in a link "confirm" only, and becomes theirs when that is opened: so nothing tells whether it is another user's.
        Raises `TakenError` (the name), `WeakPasswordError`, `NotFoundError` (the invitation), `DragomanError` (no name)."""
        invited = self.opened(invitation, "invite") if invitation else None
        if invitation and invited is None:
            raise NotFoundError("the invitation was used, or is over")
        sent = invited.email if invited else ""
        self._check(password, name, sent or email)
        user = self._user(name, sent, invited.role if invited else "reader", confirmed=bool(sent), password=password)
        if sent and self._book.called(sent):
            user = replace(user, email="", confirmed=False)
        self._book.add_user(user)
        if invited and not self._book.spend_link(hashed(invitation), self._clock.now()):
            self._book.change_user(replace(user, disabled=self._clock.now()))
            raise NotFoundError("the invitation was used, or is over")
        self._note(user.id, "registered", user.id, "by invitation" if invited else "")
        wanted = email if email and email != sent else ""
        return Made(user, self._link("confirm", user.id, wanted, user.role) if wanted else None)

    def set_password(self, secret: str, password: str, address: str = "") -> User:
        """Sets a password by a link "first" or "reset", which is used up, and ends all sessions. Raises `NotFoundError` (the link),
        `WeakPasswordError`."""
        link = self.opened(secret, "first", "reset")
        if link is None:
            raise NotFoundError("the link was used, or is over")
        user = self._book.user(link.user)
        self._check(password, user.name, user.email)
        encoded = self._passwords.hash(password)
        if user.disabled or not self._book.spend_link(hashed(secret), self._clock.now()):
            raise NotFoundError("the link was used, or is over")
        return self._replaced(user, encoded, address)

    def change_password(self, user: User, old: str, new: str, address: str = "") -> bool:
        """False where the old one is not the password. Ends all sessions. Raises `WeakPasswordError`."""
        if not self._passwords.check(user.password, old):
            return False
        self._check(new, user.name, user.email)
        self._replaced(user, self._passwords.hash(new), address)
        return True

    def change_role(self, user: User, role: Role, by: str = "", origin: str = "") -> User:
        """Raises `TakenError` where nobody would be left to keep the accounts."""
        with self._changing:  # two admins who take each other's role at once
            if role != "admin":
                self._keep_one_admin(user)
            return self._changed(replace(user, role=role), by, "role", f"{user.role} to {role}", origin)

    def disable(self, user: User, by: str = "", origin: str = "") -> User:
        """Shuts an account: its sessions end. Raises `TakenError` where nobody would be left to keep the accounts."""
        with self._changing:
            self._keep_one_admin(user)
            changed = self._changed(replace(user, disabled=self._clock.now()), by, "disabled", origin=origin)
        self._book.close_sessions(user.id)
        return changed

    def enable(self, user: User, by: str = "", origin: str = "") -> User:
        """Opens an account again."""
        return self._changed(replace(user, disabled=None), by, "enabled", origin=origin)

    def end_sessions(self, user: User, by: str = "", origin: str = "") -> int:
        """Logs a user out everywhere; says of how many browsers."""
        count = self._book.close_sessions(user.id)
        self._note(by, "sessions ended", user.id, str(count), origin)
        return count

    def change_ways(self, user: User, language: str, zone: str) -> User:
        """In what language and time zone the desk is shown to them."""
        changed = replace(user, language=language, zone=zone)
        self._book.change_user(changed)
        return changed

    def _user(self, name: str, email: str, role: Role, *, confirmed: bool = False, password: str | None = None) -> User:
        if name_fault(name):
            raise DragomanError(f"{name!r} cannot be a user's name: {NAME[0]} to {NAME[1]} characters that can be seen, and no @")
        if email and ("@" not in email.strip("@") or any(character.isspace() or not character.isprintable() for character in email)):
            raise DragomanError(f"{email!r} is no e-mail address")
        if password is not None:
            self._check(password, name, email)
        encoded = self._passwords.hash(password) if password is not None else None
        whole = unicodedata.normalize("NFKC", name).strip()
        identity = f"u{secrets.token_hex(8)}"
        return User(identity, whole, email, role, encoded, confirmed=confirmed, created=self._clock.now())

    def _link(self, purpose: Purpose, user: str, email: str, role: Role) -> str:
        now, secret = self._clock.now(), token()
        self._book.add_link(Link(hashed(secret), purpose, user, email, now, after(now, hours=HOURS[purpose]), role))
        return secret

    def _check(self, password: str, *about: str) -> None:
        fault = weakness(password, *about, *(one.partition("@")[0] for one in about))
        if fault:
            raise WeakPasswordError(fault)

    def _replaced(self, user: User, encoded: str, address: str) -> User:
        changed = replace(user, password=encoded)
        self._book.change_user(changed)
        self._book.close_sessions(user.id)
        self._note(user.id, "password", user.id, address=address)
        return changed

    def _changed(self, user: User, by: str, what: str, detail: str = "", origin: str = "") -> User:
        self._book.change_user(user)
        self._note(by, what, user.id, detail, origin)
        return user

    def _keep_one_admin(self, user: User) -> None:
        """An admin who never came in (no password, no account elsewhere) cannot keep the accounts."""
        others = [one for one in self._book.users() if one.role == "admin" and not one.disabled and one.id != user.id]
        if user.role == "admin" and not user.disabled and not any(one.password or self._book.identities_of(one.id) for one in others):
            raise TakenError(f"{user.name} is the only admin; make another one first")

    def _note(self, who: str, what: str, on: str = "", detail: str = "", address: str = "") -> None:
        self._book.audit(AuditEntry(self._clock.now(), who, what, on, detail, address))
