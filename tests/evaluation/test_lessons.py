from dragoman.cluster.card import Card
from dragoman.cluster.features import AGAINST, FEATURES
from dragoman.evaluation.lessons import learn, lessons, pair_lessons


def stream():
    """Three events of three articles, each in words of its own, all with one body and one place."""
    cards = []
    for number in range(9):
        event = "abc"[number % 3]
        words = {f"{event}{at}": 3.0 for at in range(6)} | {f"own{number}": 3.0}
        cards.append(
            Card(
                f"x{number}",
                f"u{number}",
                "o",
                "en",
                event,
                738000,
                738000,
                (),
                words,
                {event: 1.0, "NATO": 0.5},
                {"geneva": 0.5},
                {},
                (),
                {},
            )
        )
    return cards, {card.article: card.title for card in cards}


def test_each_article_stands_beside_its_own_event_and_others():
    rows, labels = lessons(*stream())
    assert rows.shape == (len(labels), len(FEATURES))
    assert 6 == labels.sum() < len(labels)  # nine articles, of which three begin an event


def test_what_is_learned_tells_them_apart_and_keeps_its_signs():
    found = learn([(lessons(*stream()), 1.0)], 0.5)
    assert max(found.weights["rare words"], found.weights["names"]) > 0
    assert all(weight <= 0 for name, weight in found.weights.items() if name in AGAINST)
    assert (found.join, found.pair) == (0.5, 0.3)


def test_a_feature_can_be_left_out():
    assert learn([(lessons(*stream()), 1.0)], 0.5, without=frozenset({"names"})).weights["names"] == 0


def test_a_pair_is_looked_at_from_both_sides():
    cards, _ = stream()
    rows, labels = pair_lessons([(cards[0], cards[3], True), (cards[0], cards[1], False)])
    assert rows.shape == (4, len(FEATURES))
    assert labels.tolist() == [1, 1, 0, 0]
