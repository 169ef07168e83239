import pytest

from dragoman.cluster.copies.prints import printed
from dragoman.cluster.copies.verify import clashes, features, overlap, probability, quotes

TEXT = (
    "The port of Larkfield was closed on Tuesday after a storm tore two cranes from their rails. Nobody was hurt, the harbour master said. "
    "Ships wait outside the bay until divers have looked at the quay. Insurers put the damage at several million, and the ferry to the "
    "islands will not sail before the end of the week. Fishermen said they had warned of the weak rails since the spring of last year."
)
OTHER = (
    "A storm has damaged the harbour at Larkfield. According to the coast guard the two big cranes lie on the pier; there were no injuries. "
    "Freighters anchor off the coast. The island ferries are cancelled, the company writes, and passengers get their money back. A "
    "spokeswoman of the town called it the worst night in forty years."
)


def value(a, b):
    return probability(overlap(printed(a, "en"), printed(b, "en")))


@pytest.mark.parametrize("copy", [TEXT, TEXT[:200], TEXT[130:] + " " + OTHER, TEXT.replace("said", "says").replace(" two ", " three ")])
def test_whole_cut_framed_and_edited_texts_are_copies(copy):
    assert value(TEXT, copy) >= 0.5
    assert value(copy, TEXT) == value(TEXT, copy)


def test_an_account_in_other_words_is_none():
    assert value(TEXT, OTHER) < 0.1


def test_texts_of_one_template_with_other_numbers_are_none():
    report = (
        "Rain of {} mm and wind of {} km/h are expected in the north on day {} of the month, with {} degrees at noon in the valleys there."
    )
    like = overlap(printed(report.format(12, 40, 3, 18)), printed(report.format(5, 71, 28, 25)))
    assert clashes(like)
    assert probability(like) < 0.2


def test_two_texts_that_only_bring_one_quotation_are_none():
    said = ' "We have waited for this day for thirty years, and we shall not let it pass because of a single clause," she said. '
    like = overlap(printed(TEXT + said, "en"), printed(OTHER + said, "en"))
    small, large = (OTHER, TEXT) if like.turned else (TEXT, OTHER)
    assert probability(like) < 0.5
    assert quotes(printed(small + said, "en"), printed(large + said, "en"), like)


def test_texts_too_short_to_tell_are_only_the_same_when_they_are():
    assert value("Ministers met in Vienna", "Ministers met in Vienna") == 1.0
    assert value("Ministers met in Vienna on Monday", "Ministers met in Vienna") == 0.0
    assert value("", "") == 0.0


def test_features_are_shares():
    assert all(0 <= feature <= 1 for feature in features(overlap(printed(TEXT), printed(OTHER))).values())
