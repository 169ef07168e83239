"""What every response carries: nothing runs but our own files, nobody frames us, no original site learns who reads here."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Final

REPORTS: Final = "/csp-report"
"""Where browsers tell what the policy stopped."""

POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "media-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
        f"report-uri {REPORTS}",
    )
)
"""CSP level 3 with Trusted Types: no inline script or style, and our own scripts cannot write markup either."""

INERT: Final = "default-src 'none'; sandbox; frame-ancestors 'none'"
"""For bytes of others (pictures): even opened by themselves they can do nothing."""

SAFETY: Final[Mapping[str, str]] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Origin-Agent-Cluster": "?1",
    "X-Permitted-Cross-Domain-Policies": "none",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=(), interest-cohort=()",
    "X-Robots-Tag": "noindex, nofollow",
}

HTTPS_ONLY: Final = ("Strict-Transport-Security", "max-age=31536000")
"""RFC 6797; only where the portal is reached by https, which it cannot know behind a proxy."""

PAGE: Final[Mapping[str, str]] = {
    "Cache-Control": "private, no-cache",
    "Vary": "Accept-Language, Cookie",
}


def etag(body: bytes) -> str:
    """A weak validator of a page: the same page gives the same one (RFC 9110, 8.8.3)."""
    return f'W/"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'


def fresh(if_none_match: str | None, tag: str) -> bool:
    """Whether the reader already has this page (RFC 9110, 13.1.2: weak comparison)."""
    if not if_none_match:
        return False
    known = {part.strip().removeprefix("W/") for part in if_none_match.split(",")}
    return "*" in known or tag.removeprefix("W/") in known


def loopback_only(host: str | None) -> bool:
    """Whether a Host header names this machine itself: a page of another site that had its name pointed at 127.0.0.1 does not."""
    name = (host or "").strip().lower()
    bare = name[: name.index("]") + 1] if name.startswith("[") and "]" in name else name.split(":")[0]
    return bare in ("localhost", "[::1]") or (bare.startswith("127.") and bare.replace(".", "").isdigit())
