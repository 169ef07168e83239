import math

import numpy as np
import pytest

TEXTS = [
    "Talks in Geneva end without agreement\nMinisters of the two countries parted on Friday and will meet again in September.",
    "日内瓦会谈没有达成协议\n两国部长周五离开日内瓦，将于9月再次会面。",
    "Переговоры в Женеве завершились без соглашения\nМинистры двух стран разъехались в пятницу.",
    "انتهت المحادثات في جنيف دون اتفاق",
    "ジュネーブでの協議は合意なく終わった",
    "제네바 회담이 합의 없이 끝났다",
    "The orchestra played a waltz",
]


def test_vectors_are_those_of_the_wheels_engine_within_a_cosine_of_99_hundredths(e5, engine):
    ours, theirs = np.array(e5.embed(TEXTS)), np.array([engine.query(text) for text in TEXTS])
    assert (ours * theirs).sum(axis=1).min() >= 0.99


def test_they_have_unit_length(e5):
    assert all(len(row) == e5.size and math.isclose(math.hypot(*row), 1, abs_tol=1e-4) for row in e5.embed(TEXTS))


def test_a_vector_does_not_depend_on_its_neighbours(e5):
    assert e5.embed(TEXTS)[1] == e5.embed([TEXTS[1]])[0] == type(e5)().embed([TEXTS[0], TEXTS[1]])[1]


def test_what_is_beyond_the_lead_changes_nothing(e5):
    lead = "word " * 200
    assert e5.embed([lead + "peace"]) == e5.embed([lead + "war"])


def test_nothing_to_read_has_no_vector(e5):
    assert e5.embed(["", " …!"]) == [(), ()]


def test_the_same_news_is_nearer_than_other_news_across_languages(e5):
    english, chinese, russian, *_, other = np.array(e5.embed(TEXTS))
    assert english @ chinese > english @ other
    assert chinese @ russian > russian @ other


def test_with_its_language_a_text_is_less_near_to_everything(e5):
    languages = ["en", "zh", "ru", "ar", "ja", "ko", "en"]
    raw, centred = np.array(e5.embed(TEXTS)), np.array(e5.embed(TEXTS, languages))
    assert raw[0] @ raw[-1] > 0.7
    assert centred[0] @ centred[-1] < 0.3
    assert centred[0] @ centred[1] > 0.5
    assert np.allclose(np.linalg.norm(centred, axis=1), 1, atol=1e-4)


def test_each_text_needs_its_language(e5):
    with pytest.raises(ValueError):
        e5.embed(TEXTS, ["en"])
