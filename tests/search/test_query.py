import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dragoman.model.query import Query
from dragoman.search.index import Index
from dragoman.search.query import ask
from dragoman.store.memory import Memory


def filters(text):
    query = ask(Query(text=text)).query
    return {name: getattr(query, name) for name in ("language", "source", "since", "until") if getattr(query, name)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("language:zh source:a.example grain", {"language": "zh", "source": "a.example"}),
        ("since:2022 until:2022", {"since": "2022-01-01", "until": "2022-12-31"}),
        ("since:2022-02 until:2022-02-03", {"since": "2022-02-01", "until": "2022-02-03"}),
        ("since:2022-13 until:soon", {}),
        ("LANGUAGE:ZH", {"language": "zh"}),
        ("language：zh", {"language": "zh"}),
    ],
)
def test_filters_inside_the_text_are_read(text, expected):
    assert filters(text) == expected


def test_a_filter_beside_the_text_wins():
    assert ask(Query(text="language:zh", language="en")).query.language == "en"


def test_an_unknown_field_is_searched_as_words():
    asked = ask(Query(text="note:grain"))
    assert asked.match == '("note grain")'


def test_nothing_to_search_gives_no_condition():
    for text in ("", "   ", "!!!", '""', "OR", "-", "*"):
        asked = ask(Query(text=text))
        assert (asked.match, asked.unless) == (None, None), text


@pytest.fixture(scope="module")
def desk():
    return Memory(words=Index())


@settings(deadline=None)
@given(st.text(max_size=80))
@example('"')
@example("NEAR(a b) AND OR NOT *")
@example("a OR -b OR OR c* ^d {e} : f")
@example("title:x body:y \x00 'z' ; DROP TABLE words")
@example("-a OR b")
@example("a OR b c")
def test_no_input_is_an_error(desk, text):
    query = Query(text=text, limit=5)
    assert desk.search(query).items == ()
    assert desk.stories(query).items == ()
    assert list(desk.readings(query)) == []


@settings(deadline=None)
@given(st.lists(st.sampled_from(["a", "北约", '"', "OR", "-", "*", ":", "(", ")", "since:", "language:", "会", " ", "'"]), max_size=12))
def test_no_combination_of_signs_is_an_error(desk, parts):
    assert desk.search(Query(text="".join(parts))).items == ()


def test_base_forms_are_looked_for_only_in_languages_of_the_desk():
    assert "meet" in ask(Query(text="met"), ("en",)).terms
    assert "meet" not in ask(Query(text="met"), ("zh", "fr")).terms
