import pytest

from dragoman.cluster.series import anchors, clash


@pytest.mark.parametrize(
    ("language", "title", "expected"),
    [
        ("en", "Election live: day 21 of the count", {"day": "21"}),
        ("en", "EU agrees 19th package of sanctions", {"package": "19"}),
        ("en", "Monday 21 things to know today", {}),
        ("zh", "第二十一天：最新消息", {"day": "21"}),
        ("zh", "第21天：最新消息", {"day": "21"}),
        ("ru", "Матчи 5-го тура", {"round": "5"}),
        ("xx", "nothing", {}),
    ],
)
def test_the_place_in_a_series_is_read_from_the_headline(language, title, expected):
    assert anchors(title, language) == expected


def test_only_one_series_at_different_places_clashes():
    assert clash({"day": "2"}, {"day": "21"}) == "day"
    assert clash({"day": "2"}, {"day": "2"}) is None
    assert clash({"day": "2"}, {"round": "3"}) is None
