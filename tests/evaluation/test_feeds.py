import json

import pytest

from dragoman.errors import DragomanError
from dragoman.evaluation.feeds import Feeds

RSS = "<rss version='2.0'><channel><title>T</title><item><title>One</title></item></channel></rss>"


def test_the_share_of_expectations_met_is_told(tmp_path, light):
    (tmp_path / "a.xml").write_text(RSS)
    (tmp_path / "b.xml").write_text(RSS)
    (tmp_path / "c.xml").write_bytes(b"\xff\x00")
    expected = {
        "a.xml": {"description": "", "expect": "not bozo and feed['title'] == 'T' and entries[0].title == 'One'"},
        "b.xml": {"description": "", "expect": "feed['title'] == 'U'"},
        "c.xml": {"description": "", "expect": "__import__('os')"},
        "a.xml ": {"description": "", "expect": ["result['bozo']"]},
    }
    (tmp_path / "expected.json").write_text(json.dumps(expected))
    score = Feeds().score(str(tmp_path), light)
    assert score.metrics == {"agreement": pytest.approx(1 / 3), "crashes": 0.0, "unread": 1.0}


@pytest.mark.parametrize("content", [None, "no json", '{"a.opml": {"expect": ["result"]}}'])
def test_another_folder_is_refused(tmp_path, light, content):
    if content is not None:
        (tmp_path / "expected.json").write_text(content)
    with pytest.raises(DragomanError, match=r"expected\.json"):
        Feeds().score(str(tmp_path), light)
