"""The digits of a riddle as picture and sound, over HTTP."""

from __future__ import annotations

import pytest

from web.entry import Portal


@pytest.fixture
def portal(desk):
    return Portal(desk)


@pytest.mark.parametrize(("how", "kind", "head"), [("picture", "image/png", b"\x89PNG"), ("sound", "audio/wav", b"RIFF")])
def test_they_are_told(portal, how, kind, head) -> None:
    answer = portal.get(f"/riddle/{portal.accounts.riddles.new(portal.clock.now())}/{how}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == kind
    assert answer.content.startswith(head)


def test_what_is_no_riddle_or_no_way_is_not_there(portal) -> None:
    riddle = portal.accounts.riddles.new(portal.clock.now())
    portal.clock.wait(minutes=11)
    for path in (f"/riddle/{riddle}/picture", "/riddle/none/picture", f"/riddle/{riddle}/words", f"/riddle/{riddle}/x"):
        assert portal.get(path).status_code == 404
