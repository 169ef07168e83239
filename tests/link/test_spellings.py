from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman import languages
from dragoman.link.spellings import arrays, speller

LEARNED = ("ar", "he", "ja", "ko", "ru", "zh")
OTHERS = ["anderson", "kowalski", "moreau", "fischer", "rossi", "tanaka", "petrov", "nguyen", "silva", "haddad", "schwartz", "becker"]


@pytest.mark.parametrize(
    ("name", "language", "same"),
    [
        ("科瓦尔斯基", "zh", "kowalski"),
        ("施瓦茨", "zh", "schwartz"),
        ("菲舍爾", "zh", "fischer"),
        ("貝克爾", "zh", "becker"),
        ("Шварц", "ru", "schwartz"),
        ("شوارتز", "ar", "schwartz"),
        ("シュワルツ", "ja", "schwartz"),
        ("슈바르츠", "ko", "schwartz"),
        ("שוורץ", "he", "schwartz"),
        ("앤더슨", "ko", "anderson"),
        ("פישר", "he", "fischer"),
    ],
)
def test_a_name_is_spelled_as_its_bearers_spell_it(name: str, language: str, same: str) -> None:
    model = speller(language)
    assert model is not None
    found = model.logits(name, OTHERS)
    assert OTHERS[int(found.argmax())] == same
    assert found.max() > 0


def test_all_spellings_together_are_small() -> None:
    sizes = [arrays(code) for code in LEARNED]
    assert all(sizes)
    files = [len((languages._root() / code / "spellings.npz").read_bytes()) for code in LEARNED]
    assert sum(files) < 1_500_000


def test_a_language_without_pairs_has_none() -> None:
    assert speller("fr") is None


def test_a_longer_list_changes_no_score() -> None:
    model = speller("zh")
    assert model is not None
    few, many = model.logits("施瓦茨", OTHERS[:3]), model.logits("施瓦茨", [*OTHERS, "a" * 40])
    assert np.allclose(few, many[:3], atol=1e-4)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=20), st.lists(st.text(max_size=20), min_size=1, max_size=3), st.sampled_from(LEARNED))
def test_any_text_can_be_scored(name: str, others: list[str], language: str) -> None:
    model = speller(language)
    assert model is not None
    assert np.isfinite(model.logits(name, others)).all()
