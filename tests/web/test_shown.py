from __future__ import annotations

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dragoman.model.annotations import Event, Figure, Speaker
from dragoman.model.spans import Cue, Evidence, Why
from dragoman.model.story import Gap, NamedEntity
from dragoman.web import shown

EN, ZH = Locale("en"), Locale("zh")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example/x",
        "/local",
        "https:///nohost",
        "https://",
        "https://good.example@evil.example/",
        'https://x.example/"onmouseover=1',
        "https://x.example/<script>",
        "https://[::1",
        "http://x.example/\x00",
        "capture:0011",
        "",
        None,
    ],
)
def test_only_plain_web_addresses_become_links(url):
    assert shown.web_address(url) is None


def test_web_addresses_stay_as_they_are():
    for url in ("https://x.example/a?b=c&d=%20#e", "http://x.example:8080/新闻", "HTTPS://X.example/"):
        assert shown.web_address(url) == url


@given(st.text(max_size=80))
def test_no_address_that_passes_is_anything_but_http(url):
    kept = shown.web_address(url)
    assert kept is None or kept.lower().startswith(("http://", "https://"))


def test_evidence_links_name_article_span_and_cue():
    assert shown.evidence_link(Evidence("a1", 3, 9, "x", Cue(4, 6))) == "/article/a1?mark=3-9&cue=4-6#mark"
    assert shown.article_link("a/../b") == "/article/a%2F..%2Fb"


def test_foreign_text_says_its_language_and_direction():
    assert shown.foreign("ar") == 'lang="ar" dir="rtl"'
    assert shown.foreign("zh-Hant") == 'lang="zh-Hant" dir="ltr"'
    assert shown.foreign("xx") == 'lang="" dir="auto"'
    assert shown.foreign('"><b>') == 'lang="" dir="auto"'
    assert shown.foreign(None) == 'lang="" dir="auto"'


def test_names_of_languages_countries_and_parties_are_the_readers():
    assert shown.language_name("ru", ZH) == "俄语"
    assert shown.language_name("xx", ZH) == ""
    assert shown.language_name("qqq", EN) == "qqq"
    assert shown.country_name("FI", ZH) == "芬兰"
    assert shown.country_name(None, ZH) == ""
    assert shown.party_name("FI", EN) == "Finland"
    assert shown.party_name("org:made-up-body", EN) == "made up body"
    assert shown.party_name(None, EN) == ""


def test_places_that_we_know_are_named_in_the_readers_language():
    event = Event("e", "consult", "x", None, None, "unknown", "held", "Vienna", (), (), None, (), place_entity="place:vienna")
    assert shown.place_name(event, ZH) == "维也纳"
    assert shown.place_name(replace(event, place="Cod Bay", place_entity="place:cod-bay"), ZH) == "Cod Bay"
    assert shown.place_name(replace(event, place=None, place_entity=None), ZH) == ""


def test_entities_are_named_for_the_reader():
    local = NamedEntity("person:ada-finch", "person", "Ada Finch", {"zh": ("芬奇",)})
    assert shown.entity_name(NamedEntity("RU", "place", "Russia", {}), ZH) == "俄罗斯"
    assert (shown.entity_name(local, ZH), shown.entity_name(local, EN)) == ("芬奇", "Ada Finch")


def test_speakers_that_we_know_are_named_in_the_readers_language():
    assert shown.speaker_name(Speaker("RU", "Moscow", None, 0, 6), ZH) == "俄罗斯"
    assert shown.speaker_name(Speaker("person:ada-finch", "Ada Finch", None, 0, 9), ZH) == "Ada Finch"
    assert shown.speaker_name(Speaker(None, "officials", None, 0, 9), ZH) == "officials"


def test_the_same_figure_in_the_same_words_stands_once():
    def figure(article: str, value: float) -> Figure:
        return Figure("troops", value, None, None, None, False, None, None, Evidence(article, 0, 3, "100"))

    one, two, other = figure("a", 100), figure("b", 100), figure("c", 90)
    assert shown.figures_alike([one, other, two]) == [[one, two], [other]]


def test_a_label_is_in_the_language_of_the_article_whose_words_it_is(fakes):
    articles = {article.id: article for article in fakes.ARTICLES}
    proofs = (fakes.find(fakes.A_EN, "Envoys of Norland"), fakes.find(fakes.A_ZH, "代表将于3月14日会谈"))
    event = Event("e", "consult", "将于3月14日会谈", None, None, "unknown", "held", None, (), (), None, proofs)
    assert shown.label_language(event, articles) == "zh"
    assert shown.label_language(replace(event, label="Something else"), articles) is None
    assert shown.label_language(event, {}) is None


def test_gaps_of_a_known_kind_are_the_catalogs_words_and_the_storys():
    assert shown.gap_words(Gap("no answer to the demand of X: cut it", 0, 3, "answer", "X")) == ("no answer to the demand", "cut it")
    assert shown.gap_words(Gap("something new", 0, 3, "new")) == ("", "something new")


def test_snippets_are_cut_at_their_marks():
    assert shown.snippet("the [cod] quota [x") == [("the ", False), ("cod", True), (" quota [x", False)]
    assert shown.snippet("") == []


def test_long_text_is_cut_visibly():
    assert shown.short("abcdef", 4) == "abc…"
    assert shown.short("abcd", 4) == "abcd"


def test_reasons_are_told_in_the_reader_s_words(fakes):
    article = fakes.A_EN
    for feature, detail, told in (
        ("vector nearest", f"0.71 × 3.20: to {article.id}", "0.71 × 3.20 · “Norland and Westmark to meet over cod”"),
        ("vector nearest", "0.71 × 3.20: to affffffffffffffff", "0.71 × 3.20 · affffffffffffffff"),
        ("names", "0.50 × 4.00: NO, person:mara-quell", "0.50 × 4.00 · 挪威, mara quell"),
        ("apart", "2.20 × -1.10: 8.0 days between", "2.20 × -1.10 · 8天"),
        ("other language", "1.00 × 2.40: no member in zh", "1.00 × 2.40"),
        ("words", "0.02 × 5.00: cod, quota", "0.02 × 5.00 · cod, quota"),
        ("bias", "what any article starts from", ""),
        ("judgement", "judgement 3", "judgement 3"),
    ):
        assert shown.reason(Why(feature, 1.0, detail), {article.id: article}, ZH) == told
