"""What passes between the desk and an OpenID provider: who left for it, and whom it vouches for."""

from __future__ import annotations

from msgspec import Struct

from dragoman.errors import DragomanError


class OidcError(DragomanError):
    """The provider did not vouch for anybody: what it sent is broken, forged, late, or a refusal."""


class Knock(Struct, frozen=True):
    """What a browser must bring back from the provider; it is kept signed with the browser. `at` is when it left (seconds since 1970)."""

    state: str
    nonce: str
    verifier: str
    leads: str = "/"
    at: int = 0


class Visitor(Struct, frozen=True):
    """Whom the provider vouches for. `email` is empty unless the provider says that it was verified."""

    issuer: str
    subject: str
    email: str = ""
    name: str = ""
