"""The gate: logging in, the sessions that come of it, and logging out."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from dragoman.accounts import backoff
from dragoman.accounts.passwords import Passwords
from dragoman.accounts.secrecy import after, hashed, seconds, token
from dragoman.model.account import Attempts, AuditEntry, Session, User, folded
from dragoman.ports import Clock
from dragoman.ports_accounts import AccountStore

OLDEST = 90
"""Days after which a session ends however often it is used."""

REST = 300
"""Seconds within which a session that is seen again is not written down again."""

SECOND = 15
"""Minutes that a session between password and one-time password lasts."""


class Came(Struct, frozen=True):
    """What came of a try to log in. `token` goes into the cookie where it is "in" or, with a one-time password to come, "second";
    `wait` are seconds to the next try; "riddle": the riddle is to be answered (first)."""

    what: Literal["in", "second", "refused", "wait", "riddle"]
    token: str = ""
    wait: int = 0
    user: str = ""


class Gate:
    """`captcha` is never, failures or always; `days` is how long a session that is not used lasts."""

    def __init__(self, book: AccountStore, clock: Clock, passwords: Passwords, captcha: str = "failures", days: int = 14) -> None:
        self._book, self._clock, self._passwords = book, clock, passwords
        self._captcha, self._days = captcha, days
        self._counting = threading.Lock()

    def puzzled(self, address: str, name: str = "") -> bool:
        """Whether who comes from there (under that name) has to answer a riddle."""
        if self._captcha != "failures":
            return self._captcha == "always"
        return backoff.puzzled(self._noted(self._account(name, self._known(name)), address), self._clock.now())

    def log_in(self, name: str, password: str, address: str = "", agent: str = "", solved: bool = False) -> Came:
        """Tries a name or a confirmed address with a password; `solved` tells whether a riddle was answered. Each try is counted before
        it is looked at, and taken back when it succeeds, so that many at once gain nothing. Unknown names cost the same work."""
        user, now = self._known(name), self._clock.now()
        account = self._account(name, user)
        with self._counting:
            noted = self._noted(account, address)
            if wait := backoff.wait(noted, now):
                return Came("wait", wait=wait)
            asked = self._captcha == "always" or (self._captcha == "failures" and backoff.puzzled(noted, now))
            if asked and not solved:
                return Came("riddle")
            counted = backoff.failed(noted, now)
            self._book.note_attempts(counted, backoff.stale(now))
        if not self._passwords.check(user.password if user else None, password) or user is None:
            self.missed(user, address)
            self._tell_of_waits(counted, user, address, now)
            return Came("refused")
        self._book.clear_attempts([one.key for one in counted if not one.key.startswith("from:")])
        self._take_back(noted)
        if user.password and self._passwords.stale(user.password):
            self._book.change_user(replace(user, password=self._passwords.hash(password)))
        if user.secret:
            return Came("second", self.admit(user, address, agent, second=False), user=user.id)
        return Came("in", self.admit(user, address, agent), user=user.id)

    def admit(self, user: User, address: str = "", agent: str = "", second: bool = True) -> str:
        """Opens a session for a user who has shown to be that one; what it gives goes into the cookie."""
        now, secret = self._clock.now(), token()
        expires = after(now, days=self._days) if second else after(now, minutes=SECOND)
        self._book.open_session(Session(hashed(secret), user.id, now, now, expires, address, agent[:200], second))
        if second:
            self.note(user.id, "login", address=address)
        return secret

    def complete(self, secret: str, address: str = "", agent: str = "") -> str | None:
        """After the one-time password: another session in place of the half one; what it gives goes into the cookie."""
        found = self.session(secret)
        if found is None:
            return None
        self._book.close_session(found[0].token)
        return self.admit(found[1], address, agent)

    def session(self, secret: str) -> tuple[Session, User] | None:
        """The session of a cookie and its user, half sessions too; None where it is none, or over, or its user is shut out."""
        found = self._book.session(hashed(secret)) if secret else None
        if found is None:
            return None
        session, user = found
        now = self._clock.now()
        if session.expires <= now or user.disabled:
            self._book.close_session(session.token)
            return None
        if session.second and seconds(session.seen, now) >= REST:
            until = min(after(now, days=self._days), after(session.created, days=OLDEST))
            self._book.touch_session(session.token, now, until)
        return session, user

    def log_out(self, secret: str, address: str = "") -> None:
        """Closes the session of a cookie."""
        found = self._book.session(hashed(secret)) if secret else None
        if found is not None:
            self._book.close_session(found[0].token)
            self.note(found[1].id, "logout", address=address)

    def missed(self, user: User | None, address: str = "") -> None:
        """Writes into the audit log that a log-in failed: one entry an hour for each account from each network, with a count. What was
        typed is never kept: people type passwords into the wrong field."""
        now = self._clock.now()
        entry = AuditEntry(now, "", "login failed", user.id if user else "", "", backoff.network(address))
        self._book.audit_again(entry, f"{now[:13]}:00:00{now[19:]}")

    def note(self, who: str, what: str, on: str = "", detail: str = "", address: str = "") -> None:
        """Writes into the audit log."""
        self._book.audit(AuditEntry(self._clock.now(), who, what, on, detail[:400], address))

    def _known(self, name: str) -> User | None:
        """Who may log in under a name. An address counts only where it was shown to be theirs."""
        user = self._book.called(name) if name else None
        if user is None or user.disabled or ("@" in name and not user.confirmed):
            return None
        return user

    def _account(self, name: str, user: User | None) -> str:
        return user.id if user else folded(name)

    def _noted(self, account: str, address: str) -> list[Attempts]:
        return [self._book.attempts(key) for key in backoff.keys(account, address)]

    def _take_back(self, noted: Sequence[Attempts]) -> None:
        """A try that succeeded does not count against its address."""
        with self._counting:
            for one in noted:
                now = self._book.attempts(one.key)
                if one.key.startswith("from:") and now.failures > 1:
                    self._book.note_attempts([replace(now, failures=now.failures - 1, until=one.until)], "")
                elif one.key.startswith("from:"):
                    self._book.clear_attempts([one.key])

    def _tell_of_waits(self, counted: Sequence[Attempts], user: User | None, address: str, now: str) -> None:
        """The log tells of waits that begin, not of every try."""
        if backoff.wait(counted, now):
            longest = max(counted, key=lambda one: one.until)
            self.note("", "wait", user.id if user else "", f"{longest.key.partition(':')[0]} {longest.failures}", address)
