"""Digits as a picture, by the library captcha."""

from __future__ import annotations

from functools import lru_cache

from captcha.image import ImageCaptcha

SIZE = (220, 80)


@lru_cache(maxsize=64)
def picture(riddle: str, digits: str) -> bytes:
    """A PNG of `SIZE`; the same one for the same riddle, as long as it is remembered."""
    return ImageCaptcha(*SIZE).generate(digits, format="png").getvalue()
