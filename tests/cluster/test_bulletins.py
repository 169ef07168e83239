import pytest

from dragoman.cluster.bulletins import another, updated
from dragoman.cluster.card import card

QUAKE = "A magnitude {} earthquake struck {} km {} at {} UTC, at a depth of {} km, the seismological survey said. No warning of waves was issued."
RATES = "Центробанк установил официальный курс доллара на {} июня: {} рубля. Евро стоит {} рубля, юань {} рубля."
CHINESE = "地震台网正式测定：{}日{}时{}分在{}发生{}级地震，震源深度{}千米，目前没有人员伤亡的报告，有关部门已派人前往现场。"
DRAW = "Die Lottozahlen der Ziehung lauten {}. Die Gewinnquoten werden am Montag bekanntgegeben, alle Angaben ohne Gewähr."


@pytest.fixture
def bulletin(made):
    def make(name, text, title="", language="en", source="wire.example", **facts):
        return card(made(name, title, text, language, source=source, **facts))

    return make


def pairs(bulletin):
    """(one bulletin, the next of its template, the first once more)"""
    yield (
        bulletin("a1", QUAKE.format("5.2", 40, "south of the island", "10:20", 33), "M 5.2 - 40 km S of Farland", places=("farland",)),
        bulletin("a2", QUAKE.format("4.8", 12, "north of the town", "17:45", 8), "M 4.8 - 12 km N of Nearby", places=("nearby",)),
        bulletin("a3", QUAKE.format("5.3", 40, "south of the island", "10:20", 33), "M 5.3 - 40 km S of Farland", places=("farland",)),
    )
    yield (
        bulletin("b1", RATES.format(14, "83,64", "90,18", "11,65"), "Курс доллара на 14 июня", "ru", days=("2023-06-14",)),
        bulletin("b2", RATES.format(15, "84,32", "91,17", "11,77"), "Курс доллара на 15 июня", "ru", days=("2023-06-15",)),
        bulletin("b3", RATES.format(14, "83,64", "90,18", "11,65"), "Курс доллара на 14 июня", "ru", days=("2023-06-14",)),
    )
    yield (
        bulletin("c1", CHINESE.format(12, 10, 20, "甲县", "4.2", 10), "甲县发生4.2级地震", "zh", places=("jia",)),
        bulletin("c2", CHINESE.format(13, 3, 47, "乙县", "3.1", 16), "乙县发生3.1级地震", "zh", places=("yi",)),
        bulletin("c3", CHINESE.format(12, 10, 20, "甲县", "4.3", 10), "甲县发生4.3级地震", "zh", places=("jia",)),
    )
    yield (
        bulletin("d1", DRAW.format("4, 11, 23, 30, 41 und 47"), "Lottozahlen", "de"),
        bulletin("d2", DRAW.format("2, 9, 17, 28, 33 und 45"), "Lottozahlen", "de"),
        bulletin("d3", DRAW.format("4, 11, 23, 30, 41 und 47"), "Lottozahlen (korrigiert)", "de"),
    )


def test_bulletins_of_one_template_differ_in_numbers_and_places_or_days(bulletin):
    for one, following, again in pairs(bulletin):
        assert another(one, following), one.title
        assert another(following, one)
        assert not updated(one, following)
        assert not another(one, again), one.title
        assert updated(one, again)


def test_another_outlet_is_no_series(bulletin):
    one = bulletin("a1", RATES.format(14, "83,64", "90,18", "11,65"), language="ru", days=("2023-06-14",))
    other = bulletin("a2", RATES.format(15, "84,32", "91,17", "11,77"), language="ru", days=("2023-06-15",), source="b.example")
    assert not another(one, other)
    assert not updated(one, other)


TOLL = "At least {} people were killed and {} injured when a magnitude 6.4 earthquake hit the coast, officials said. {} houses fell."


def test_a_toll_that_rises_is_one_happening(bulletin):
    facts = {"places": ("coast",), "days": ("2023-06-11",)}
    one = bulletin("a1", TOLL.format(45, 120, 300), "Death toll rises to 45", day="2023-06-12", **facts)
    other = bulletin("a2", TOLL.format(61, 180, 450), "Death toll rises to 61", day="2023-06-13", **facts)
    assert not another(one, other)
    assert updated(one, other)


COUNT = "With {}% of the ballots counted the president has {}%, his rival {}% and the third candidate {}%; the turnout stands at {}%."


def test_a_count_of_votes_that_goes_on_is_one_happening(bulletin):
    first, second = (45.2, 51.3, 47.9, 0.8, 61.5), (80.1, 50.4, 48.7, 0.9, 63.2)
    for days in (("2023-06-11",), ()):
        one = bulletin("a1", COUNT.format(*first), "Votes: 45 % counted", day="2023-06-11", days=days)
        assert not another(one, bulletin("a2", COUNT.format(*second), "Votes: 80 % counted", day="2023-06-11", days=days))


def test_a_live_page_that_grows_is_one_happening(bulletin):
    start = "10:05 The delegations have arrived. 10:40 The first session has begun, with 14 members on each side of the table."
    one, grown = (
        bulletin("a1", start, "Talks live"),
        bulletin("a2", f"12:15 The session is over. 11:20 A spokesman speaks. {start}", "Talks live"),
    )
    assert not another(one, grown)
    assert updated(one, grown)


def test_headlines_alone_tell_where_they_speak_of_other_days(bulletin):
    one = bulletin("a1", "", "Weather for 12 June", days=("2023-06-12",))
    assert another(one, bulletin("a2", "", "Weather for 13 June", days=("2023-06-13",)))
    assert not another(bulletin("a3", "", "Death toll rises to 45"), bulletin("a4", "", "Death toll rises to 61"))


def test_two_accounts_that_share_few_words_are_no_series(bulletin):
    one = bulletin("a1", "Negotiators met on 12 May, 14 members on each side, 3 hours.", places=("geneva",))
    other = bulletin("a2", "The orchestra played 2 waltzes on 8 June before 900 guests, 25 encores.", places=("vienna",))
    assert not another(one, other)
    assert not updated(one, other)
