import pytest

from dragoman.model.article import Article, LanguageEvidence, SourceRef
from dragoman.model.query import Query
from dragoman.model.reading import Reading
from dragoman.search.index import Index
from dragoman.store.memory import Memory

TEXTS = {
    "en": ("en", "Ministers meet in Vienna", "The foreign ministers met in Vienna to discuss the grain corridor. Zürich was named too."),
    "en2": ("en", "Harvest", "Wheat prices rose after the corridor closed. Grain is scarce."),
    "zh": ("zh", "外长在维也纳会晤", "各国外长在维也纳举行会谈，副国务卿纽兰没有出席。北约东扩的问题也被提起。"),
    "tw": ("zh", "部長會談", "各國部長在日內瓦舉行會談。"),
    "ru": ("ru", "Министры встретились в Вене", "На переговорах в Вене министры обсудили зерновой коридор. Ещё раз."),
    "fr": ("fr", "Réunion à Vienne", "Les ministres se sont réunis à Vienne."),
    "ja": ("ja", "外相会談", "外相はウィーンで会談した。"),
}


@pytest.fixture(scope="module")
def desk():
    store = Memory(words=Index())
    for name, (language, title, text) in TEXTS.items():
        article = Article(
            name, f"https://a.example/{name}", SourceRef("a.example", "A"), title, text, language, LanguageEvidence("declared", 1)
        )
        store.save(name, "d", Reading(article=article), ())
    return store


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("vienna", {"en"}),
        ("VIENNA grain", {"en"}),
        ("grain corridor", {"en", "en2"}),
        ('"grain corridor"', {"en"}),
        ("corridor -vienna", {"en2"}),
        ("wheat OR zurich", {"en", "en2"}),
        ("corridor wheat OR zurich", {"en", "en2"}),
        ("minist*", {"en", "fr"}),
        ("meeting", {"en"}),
        ("zurich", {"en"}),
        ("北约", {"zh"}),
        ("纽兰", {"zh"}),
        ("會談", {"zh", "tw", "ja"}),
        ("日内瓦会谈", {"tw"}),
        ('"日内瓦会谈"', set()),
        ("北约东扩问题", {"zh"}),
        ("卿", {"zh"}),
        ("переговоры", {"ru"}),
        ("еще", {"ru"}),
        ("reunis", {"fr"}),
        ("ウィーン", {"ja"}),
        ("language:fr", {"fr"}),
        ("language:zh 会谈", {"zh", "tw"}),
        ("-corridor -会谈 language:en", set()),
    ],
)
def test_a_question_finds_the_right_articles(desk, question, expected):
    assert {hit.article for hit in desk.search(Query(text=question)).items} == expected


@pytest.mark.parametrize(
    ("question", "marked"),
    [
        ("grain", "[grain]"),
        ("会谈", "[会谈]"),
        ("纽兰", "[纽兰]"),
        ("переговоры", "[переговорах]"),
        ("zuri*", "[Zürich]"),
        ("meet", "[met]"),
    ],
)
def test_snippets_mark_what_was_found(desk, question, marked):
    assert any(marked in hit.snippet for hit in desk.search(Query(text=question)).items)


def test_a_snippet_is_the_part_of_a_long_text_where_the_words_stand():
    text = "filler words here " * 200 + "the grain corridor opened " + "more filler " * 200
    article = Article("a", "u", SourceRef("s", "S"), "", text, "en", LanguageEvidence("declared", 1))
    snippet = Index().snippet(article, Index().ask(Query(text="grain corridor")))
    assert "[grain] [corridor] opened" in snippet
    assert snippet.startswith("… ")
    assert snippet.endswith(" …")
    assert len(snippet) < 230


def test_what_questions_need_can_be_loaded_before_the_first_one(desk):
    assert Index().ready(("en", "ru", "zh", "neutral")) is None
    desk.ready()
    assert [hit.article for hit in desk.search(Query(text="meeting")).items] == ["en"]
