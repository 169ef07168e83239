"""The second factor: one-time passwords by time (RFC 6238, as authenticator apps know them) and recovery codes for the day the phone is
lost. A time step opens the door once (5.2 there): whoever looked over the shoulder comes too late."""

from __future__ import annotations

import secrets

import pyotp
import segno

PERIOD = 30
"""Seconds of a step: what every authenticator app takes without being told."""

AROUND = 1
"""Steps before and after now that still count: clocks of phones are wrong by seconds."""

CODES = 10
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # without what is misread on paper: i l o 0 1
_GROUPS, _GROUP = 4, 4  # 16 of 31 letters: 79 bits, so that a plain hash of one cannot be tried out


def new_secret() -> str:
    """160 bits by chance, in base32 (RFC 4226, 4)."""
    return pyotp.random_base32(32)


def address(secret: str, name: str, issuer: str = "Dragoman") -> str:
    """What an authenticator app is given (`otpauth://`), as text."""
    return pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=issuer)


def picture(text: str) -> str:
    """A text as a QR code: an `<svg>` element to stand in a page, dark on white with its quiet zone, whatever the theme."""
    return segno.make(text, error="m", micro=False).svg_inline(scale=5, border=4, dark="#000", light="#fff", svgclass="qr", omitsize=False)


def step(secret: str, code: str, now: float, last: int = 0) -> int | None:
    """The time step that a code is of; None where it is of none around `now` (seconds since 1970), or of one not after `last`. All steps
    are compared, and each in constant time."""
    typed = "".join(code.split())
    if not (typed.isascii() and typed.isdigit() and len(typed) == 6):
        return None
    maker, current = pyotp.TOTP(secret), int(now) // PERIOD
    found = None
    for candidate in range(current - AROUND, current + AROUND + 1):
        if secrets.compare_digest(maker.generate_otp(candidate), typed) and candidate > last:
            found = candidate
    return found


def recovery_codes(count: int = CODES) -> tuple[str, ...]:
    """Fresh recovery codes, to be shown once: four groups of four letters."""
    return tuple("-".join("".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS)) for _ in range(count))


def plain(code: str) -> str:
    """A recovery code as it is hashed: what people type of it, without blanks, dashes and case."""
    return "".join(letter for letter in code.lower() if letter.isalnum())
