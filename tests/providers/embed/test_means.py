import numpy as np
import pytest

from dragoman.providers.embed import means
from dragoman.providers.embed.e5 import E5

SIDE = np.array([3.0, 4.0, 0.0])


def rows(middle, count):
    return np.array([middle + np.array([0, 0, (-1) ** place]) for place in range(count)])


def test_a_vector_loses_the_mean_of_its_language_and_keeps_unit_length():
    fitted = means.Means(np.zeros(3), {"zh": SIDE})
    assert fitted.centred(SIDE + np.array([0, 0, 2]), "zh").tolist() == [0, 0, 1]
    assert fitted.centred(SIDE + np.array([0, 0, 2]), "zh-Hant").tolist() == [0, 0, 1]


def test_an_unknown_language_loses_the_mean_of_all():
    assert means.Means(SIDE, {}).centred(SIDE + np.array([0, -5, 0]), "tlh").tolist() == [0, -1, 0]


def test_a_vector_like_the_mean_is_no_error():
    assert means.Means(SIDE, {}).centred(SIDE, "en").tolist() == [0, 0, 0]


def test_languages_count_alike_for_the_mean_of_all_and_small_ones_not():
    fitted = means.fitted({"en": rows(SIDE, 400), "zh": rows(-SIDE, 40), "mi": rows(9 * SIDE, 2)})
    assert fitted.every.tolist() == [0, 0, 0]
    assert fitted.languages["en"] == pytest.approx(SIDE * 400 / 420)
    assert fitted.languages["mi"] == pytest.approx(9 * SIDE * 2 / 22)


def test_means_pass_through_their_file():
    fitted = means.fitted({"en": rows(SIDE, 40), "pt-BR": rows(-SIDE, 40)})
    again = means.unpacked(means.packed(fitted))
    assert list(again.languages) == ["en", "pt"]
    assert again.languages["pt"] == pytest.approx(fitted.languages["pt"], abs=1e-2)
    assert again.every == pytest.approx(fitted.every, abs=1e-2)


def test_the_frozen_means_have_the_size_of_their_vectors():
    frozen = means.frozen("e5")
    assert {"ar", "de", "en", "es", "fr", "ja", "ru", "uk", "zh"} <= set(frozen.languages)
    assert all(row.shape == (E5.size,) for row in (frozen.every, *frozen.languages.values()))
