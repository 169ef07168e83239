import pytest

from dragoman.cluster.series import anchors, clash, numbers, roundup, template


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


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Morning briefing: talks, strikes and a storm", "en"),
        ("5 things to know today", "en"),
        ("Главное за день: переговоры и шторм", "ru"),
        ("今日要闻", "zh"),
        ("Das Wichtigste in Kürze", "de"),
    ],
)
def test_a_headline_over_several_stories_is_a_roundup(title, language):
    assert roundup(title, language)


@pytest.mark.parametrize(("title", "language"), [("Minister gives a briefing on talks", "en"), ("Главное управление МЧС", "ru")])
def test_a_headline_about_one_is_none(title, language):
    assert not roundup(title, language)


def test_headlines_of_a_series_differ_in_numbers_alone():
    assert template("Oil at $71, 12 June") == template("Oil at $68, 3 July".replace("July", "June"))
    assert numbers("Oil at $71, 12 June") == ("71", "12")
    assert template("Oil falls") == ""
