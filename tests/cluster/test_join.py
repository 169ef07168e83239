from datetime import date

import pytest
from msgspec.structs import replace

from dragoman.cluster.card import card
from dragoman.cluster.features import FEATURES, apart
from dragoman.cluster.join import RUNNING, Group, Seen, chance, judge
from dragoman.cluster.weights import weights

TALKS = "Negotiators of both sides met behind closed doors to discuss missiles, exercises and the limits of the alliance."
CONCERT = "The orchestra played two waltzes and an overture in front of a full house before the summer break."


def day(text):
    return date.fromisoformat(text).toordinal()


def group(*readings):
    made = Group("s1")
    for reading in readings:
        made.add(card(reading))
    return made


def test_the_probability_is_the_logistic_of_the_reasons_shown(made):
    a, b = made("a1", "Talks in Geneva", TALKS, day="2022-01-10"), made("a2", "Geneva talks", TALKS, day="2022-01-12", entities=("NATO",))
    verdict = judge(card(b), group(a), Seen())
    score = sum(why.score for why in verdict.why)
    assert verdict.probability == pytest.approx(1 / (1 + 2.718281828**-score), abs=1e-3)
    assert {why.feature for why in verdict.why} <= {*FEATURES, "bias"}
    assert all(why.detail for why in verdict.why)
    assert chance(card(b), group(a), Seen()) == verdict.probability


def test_one_happening_joins_and_another_stays_out(made):
    story = group(made("a1", "Missile talks open", TALKS, day="2022-01-10", entities=("NATO", "RU")))
    near = judge(card(made("a2", "Talks on missiles", TALKS[10:], day="2022-01-10", entities=("NATO", "RU"))), story, Seen())
    far = judge(card(made("a3", "Summer concert", CONCERT, day="2022-01-10", entities=("AT",))), story, Seen())
    assert near.probability > 0.9 > 0.3 > far.probability


def test_languages_without_common_words_join_by_names_and_days(made):
    facts = {"entities": ("NATO", "RU", "US"), "places": ("geneva",), "event_days": ("2022-01-10", "2022-01-12")}
    story = group(made("a1", "Missile talks open", TALKS, day="2022-01-10", **facts))
    without_vector = lambda reading: replace(card(reading), vector=())  # noqa: E731
    near = without_vector(made("a2", "双方举行会谈", "双方在日内瓦举行会谈。", "zh", day="2022-01-10", **facts))
    far = without_vector(made("a3", "双方举行会谈", "双方举行会谈。", "zh", day="2022-01-10", entities=("JP",)))
    assert chance(near, story, Seen()) > weights().join > chance(far, story, Seen())


def test_what_is_common_on_the_desk_says_less(made):
    seen = Seen()
    for number in range(200):
        seen.add(card(made(f"x{number}", entities=("RU",) if number else ("RU", "NATO"))))
    assert seen.rarity("n:NATO") > 0.8 > 0.2 > seen.rarity("n:RU")


def test_an_article_on_a_day_that_the_story_announced_is_not_held_apart(made):
    story = group(made("a1", "Talks announced", TALKS, day="2022-01-02", event_days=("2022-01-12",)))
    features = lambda text: {why.feature for why in judge(card(made("a2", "T", TALKS, day=text)), story, Seen()).why}  # noqa: E731
    assert "apart" not in features("2022-01-12")
    assert "days" in features("2022-01-12")
    assert "apart" in features("2022-01-11")


@pytest.mark.parametrize(
    ("a", "b", "days"),
    [
        (("2022-01-01", "2022-01-12"), ("2022-01-12", "2022-01-12"), 0),
        (("2022-01-01", "2022-01-01"), ("2022-01-08", "2022-01-09"), 7),
        (("2022-01-09", "2022-01-09"), ("2022-01-01", "2022-01-02"), 7),
        (("2022-01-09", None), ("2022-01-01", "2022-01-02"), 7),
        ((None, "2022-01-09"), ("2022-01-01", "2022-01-02"), 0),
        ((None, None), ("2022-01-01", "2022-01-02"), None),
    ],
)
def test_distance_is_that_which_is_certain(a, b, days):
    bounds = [day(bound) if bound else None for bound in (*a, *b)]
    assert apart(*bounds) == days


def test_a_story_that_ended_long_ago_takes_nothing_in(made):
    story = group(made("a1", "Missile talks", TALKS, day="2022-01-01"))
    verdict = judge(card(made("a2", "Missile talks", TALKS, day="2022-03-01")), story, Seen())
    assert verdict.probability == 0.0
    assert str(RUNNING) not in (verdict.veto or "")
    assert "after the story ended" in verdict.veto


def test_another_number_of_a_series_is_kept_out(made):
    story = group(made("a1", "Election count, day 2: what we know", TALKS, day="2022-01-01"))
    same = judge(card(made("a2", "Election count, day 2: what we know", TALKS, day="2022-01-01")), story, Seen())
    other = judge(card(made("a3", "Election count, day 21: what we know", TALKS, day="2022-01-20")), story, Seen())
    assert same.veto is None
    assert other.veto == "another day of a series"


RATES = "The bank set the rate of the dollar at {} for the day, that of the euro at {} and that of the yuan at {}."


def test_another_bulletin_of_one_template_is_kept_out_and_an_update_is_not(made):
    def rates(name, day, *figures, source="bank.example"):
        return made(name, f"Rates for {day}", RATES.format(*figures), day=day, days=(day,), source=source)

    story = group(rates("a1", "2023-06-14", "83.64", "90.18", "11.65"))
    following = rates("a2", "2023-06-15", "84.32", "91.17", "11.77")
    assert judge(card(following), story, Seen()).veto == "another bulletin of one template"
    assert chance(card(following), story, Seen()) == 0.0
    assert judge(card(rates("a3", "2023-06-14", "83.64", "90.18", "11.65")), story, Seen()).veto is None
    assert judge(card(rates("a4", "2023-06-15", "84.32", "91.17", "11.77", source="b.example")), story, Seen()).veto is None
    story.add(card(following))
    assert judge(card(rates("a5", "2023-06-15", "84.32", "91.17", "11.77")), story, Seen()).veto is None
