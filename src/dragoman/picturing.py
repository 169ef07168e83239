"""Pictures of articles, fetched by the desk in the reader's place: no original site learns who reads, and only addresses that the desk
itself put on a page are fetched (they are signed). The desk's use cases around pictures."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from dragoman import assembly
from dragoman.config import Config
from dragoman.errors import FetchError, NotFoundError

SECRET = "secret.key"
FOLDER = "pictures"
MARKS = (
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"GIF87a", "image/gif"),
    (0, b"GIF89a", "image/gif"),
    (8, b"WEBP", "image/webp"),
    (4, b"ftypavif", "image/avif"),
)
"""Where a raster format has which bytes (https://mimesniff.spec.whatwg.org, 6.1). SVG is a document that can run things: never shown."""


class Picture(Struct, frozen=True):
    """Bytes of a raster picture and what they are, told by the bytes alone."""

    body: bytes
    media_type: str


class Picturing:
    """What a desk does with pictures, where the setting `images` is on."""

    config: Config

    def picture_link(self, url: str | None) -> str | None:
        """The address under which the portal shows a picture; None where pictures are not shown."""
        if not url or not self.config["images"] or not url.startswith(("http://", "https://")) or len(url) > 2000:
            return None
        return f"/image/{self._picture_signature(url)}/{url.encode().hex()}"

    def picture(self, signature: str, name: str) -> Picture:
        """The picture of such an address. Raises `NotFoundError` where the address is not ours, or there is no picture to be had."""
        try:
            url = bytes.fromhex(name).decode()
        except ValueError as error:
            raise NotFoundError(name) from error
        if not self.config["images"] or not hmac.compare_digest(signature.encode(), self._picture_signature(url).encode()):
            raise NotFoundError(name)
        file = self._picture_file(url)
        body = file.read_bytes() if file.is_file() else self._fetched_picture(url, file)
        kind = media_type(body)
        if kind is None:
            raise NotFoundError(f"{url} is no raster picture")
        return Picture(body, kind)

    def _fetched_picture(self, url: str, file: Path) -> bytes:
        try:
            body: bytes = assembly.pictures(self.config).get(url, self.config["max_image"])
        except FetchError as error:
            raise NotFoundError(str(error)) from error
        if media_type(body) is None:
            return body
        file.parent.mkdir(mode=0o700, exist_ok=True)
        part = file.with_suffix(f".{secrets.token_hex(4)}")
        part.write_bytes(body)
        part.replace(file)
        _bound(file.parent, self.config["image_cache"])
        return body

    def _forget_pictures(self, urls: Sequence[str]) -> None:
        for url in urls:
            self._picture_file(url).unlink(missing_ok=True)

    def _picture_file(self, url: str) -> Path:
        return Path(self.config["desk"]) / FOLDER / f"{hashlib.sha256(url.encode()).hexdigest()}.picture"

    def _picture_signature(self, url: str) -> str:
        return hmac.new(secret(Path(self.config["desk"])), url.encode(), hashlib.sha256).hexdigest()[:32]


def media_type(body: bytes) -> str | None:
    """What raster format the bytes are, None for anything else."""
    return next((kind for at, mark, kind in MARKS if body[at : at + len(mark)] == mark), None)


def secret(folder: Path) -> bytes:
    """The desk's own secret, made by chance when first needed; only its owner can read the file."""
    file = folder / SECRET
    if not file.is_file():
        part = folder / f"{SECRET}.{secrets.token_hex(4)}"
        made = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(made, "wb") as opened:
            opened.write(secrets.token_bytes(32))
        try:
            os.link(part, file)  # whoever is first wins
        except FileExistsError:
            pass
        finally:
            part.unlink()
    return file.read_bytes()


def _bound(folder: Path, most: int) -> None:
    """Forgets the oldest pictures beyond `most` bytes."""
    held = sorted(((file.stat().st_mtime, file.stat().st_size, file) for file in folder.glob("*.picture")), reverse=True)
    total = 0
    for _, size, file in held:
        total += size
        if total > most:
            file.unlink(missing_ok=True)
