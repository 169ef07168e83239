from __future__ import annotations

from dragoman import config
from dragoman.web.care import Care, care


def test_the_settings_say_how_careful_the_portal_is():
    settings = config.load(given={"https": True, "rate": 5, "form_rate": -1, "max_form": 10})
    assert care(settings, alone=False) == Care(True, 5, 0, False, 1024, True)


def test_nothing_is_counted_unless_the_settings_say_so():
    assert Care().rate == Care().form_rate == 0
    assert care(config.load(), alone=True).rate == 600
