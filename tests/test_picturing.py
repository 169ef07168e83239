from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import pytest

from dragoman import assembly, config, picturing
from dragoman.errors import FetchError, NotFoundError
from dragoman.picturing import Picturing

URL = "https://s.example/cod.jpg?size=2"
JPEG = b"\xff\xd8\xff rest"


class Desk(Picturing):
    def __init__(self, folder: Path, **given: Any) -> None:
        self.config = config.load(given={"desk": str(folder), "images": True, **given})


class Fetcher:
    def __init__(self, body: bytes | None) -> None:
        self.body, self.asked = body, list[tuple[str, int]]()

    def get(self, url: str, limit: int) -> bytes:
        self.asked.append((url, limit))
        if self.body is None:
            raise FetchError("private address", url)
        return self.body


@pytest.fixture
def fetched(monkeypatch):
    def put(body: bytes | None) -> Fetcher:
        fetcher = Fetcher(body)
        monkeypatch.setattr(assembly, "pictures", lambda settings: fetcher)
        return fetcher

    return put


def parts(link: str | None) -> tuple[str, str]:
    assert link
    _, _, signature, name = link.split("/")
    return signature, name


def test_a_picture_is_fetched_once_by_its_signed_address(tmp_path, fetched):
    desk, fetcher = Desk(tmp_path), fetched(JPEG)
    link = desk.picture_link(URL)
    for _ in range(2):
        picture = desk.picture(*parts(link))
        assert (picture.body, picture.media_type) == (JPEG, "image/jpeg")
    assert fetcher.asked == [(URL, 5_000_000)]
    desk._forget_pictures([URL])
    desk.picture(*parts(link))
    assert len(fetcher.asked) == 2


def test_addresses_that_are_not_ours_are_not_fetched(tmp_path, fetched):
    desk, fetcher = Desk(tmp_path), fetched(JPEG)
    signature, name = parts(desk.picture_link(URL))
    other = b"https://s.example/other".hex()
    for wrong in ((signature, other), ("0" * 32, name), ("", name), ("ä", name), (signature, "zz"), (signature, "ff")):
        with pytest.raises(NotFoundError):
            desk.picture(*wrong)
    assert fetcher.asked == []
    assert desk.picture_link("javascript:alert(1)") is None
    assert desk.picture_link(None) is None
    assert Desk(tmp_path, images=False).picture_link(URL) is None
    with pytest.raises(NotFoundError):
        Desk(tmp_path, images=False).picture(signature, name)


@pytest.mark.parametrize("body", [b"<svg onload=canary(1)>", b"<html>", b"", b"GIF8", None])
def test_only_raster_pictures_are_shown(tmp_path, fetched, body):
    desk = Desk(tmp_path)
    fetched(body)
    with pytest.raises(NotFoundError):
        desk.picture(*parts(desk.picture_link(URL)))
    assert not list(tmp_path.rglob("*.picture"))


def test_formats_are_told_by_their_bytes():
    for body, kind in (
        (b"\x89PNG\r\n\x1a\nx", "image/png"),
        (b"GIF89a", "image/gif"),
        (b"RIFF0000WEBPVP8", "image/webp"),
        (b"\0\0\0\x1cftypavif", "image/avif"),
        (b"<svg", None),
    ):
        assert picturing.media_type(body) == kind


def test_the_secret_is_its_owner_s_alone_and_lasts(tmp_path):
    first = picturing.secret(tmp_path)
    assert len(first) == 32
    assert picturing.secret(tmp_path) == first
    assert stat.S_IMODE((tmp_path / "secret.key").stat().st_mode) == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["secret.key"]


def test_kept_pictures_are_bounded(tmp_path, fetched):
    desk = Desk(tmp_path, image_cache=3 * len(JPEG))
    fetched(JPEG)
    for number in range(8):
        desk.picture(*parts(desk.picture_link(f"https://s.example/{number}.jpg")))
    assert len(list(tmp_path.rglob("*.picture"))) == 3


def test_private_addresses_are_refused_by_the_fetcher_itself(tmp_path):
    desk = Desk(tmp_path)
    for url in ("http://127.0.0.1:9/x.png", "http://[::1]/x.png", "http://169.254.169.254/latest"):
        with pytest.raises(NotFoundError, match="private address"):
            desk.picture(*parts(desk.picture_link(url)))
