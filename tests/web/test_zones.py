from __future__ import annotations

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from dragoman.web import tongues, zones


def test_a_zone_is_found_by_its_iana_name_only():
    assert str(zones.find("Europe/Moscow")) == "Europe/Moscow"
    assert zones.find("") is None
    assert zones.find("Europe/Nowhere") is None
    assert zones.find("../../etc/passwd") is None


@given(st.text(max_size=40))
def test_no_name_breaks_the_search(name):
    found = zones.find(name)
    assert found is None or str(found) == name


def test_zones_are_named_after_cities_in_the_readers_language():
    assert zones.city("Europe/Moscow", Locale("ru")) == "Москва"
    assert zones.city("Asia/Shanghai", Locale.parse("zh_Hans")) == "上海"
    assert zones.city("America/Argentina/Buenos_Aires", Locale("en")) == "Buenos Aires"


@pytest.mark.parametrize("code", tongues.codes())
def test_every_choice_is_a_zone_and_has_a_name(code):
    listed = zones.choices(tongues.get(code).locale)
    assert listed[0] == ("UTC", "UTC")
    assert len(listed) == len({name for name, _ in listed}) > 300
    assert all(zones.find(name) is not None and label for name, label in listed)
