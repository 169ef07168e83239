"""Digits as a voice in noise, by the library captcha. It speaks English."""

from __future__ import annotations

import threading
from functools import lru_cache

from captcha.audio import AudioCaptcha

AT_ONCE = threading.Lock()
"""Mixing takes most of a second of the processor: one at a time."""


@lru_cache(maxsize=32)
def sound(riddle: str, digits: str) -> bytes:
    """A WAV; the same one for the same riddle, as long as it is remembered."""
    with AT_ONCE:
        return bytes(AudioCaptcha().generate(digits))
