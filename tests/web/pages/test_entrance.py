from __future__ import annotations

import pytest
from litestar.exceptions import PermissionDeniedException

from dragoman.web import tongues
from dragoman.web.asked import Asked
from dragoman.web.pages import entrance
from dragoman.web.sessions import Reader


def asked(reader: Reader) -> Asked:
    return Asked("/audit", tongues.get("en"), {}, reader=reader)


def test_nobody_is_led_to_the_log_in_and_back():
    assert entrance.user(asked(Reader("open"))) is None
    assert entrance.lead(asked(Reader("open"))).path == "/login?next=%2Faudit"


def test_a_role_that_is_not_enough_is_told():
    with pytest.raises(PermissionDeniedException):
        entrance.need(asked(Reader("open", "editor", "u-1", "eve")), "admin")
    entrance.need(asked(Reader("open", "admin", "u-1", "eve")), "admin")
