from __future__ import annotations

from dragoman.web import tongues
from dragoman.web.topics import IPTC, known, name


def test_names_come_from_the_tables_else_from_the_label_else_from_the_id():
    say = tongues.get("en").catalog.gettext
    assert name("medtop:16000000", "x", say) == "conflict, war and peace"
    assert name("security-guarantees", "", say) == "security guarantees"
    assert name("medtop:20000000", "fishing industry", say) == "fishing industry"
    assert name("medtop:20000000", "", say) == "20000000"
    assert name("fishing_quota", "", say) == "fishing quota"


def test_the_first_level_of_the_media_topics_is_whole():
    assert len(IPTC) == 17
    assert known("medtop:11000000")
    assert known("sanctions")
    assert not known("nonsense")
