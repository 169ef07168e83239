"""Lines that stand on page after page are furniture, lines that tell something are not; what is taken out can be put back exactly."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from dragoman.extract.lines.learned import CORRECTED, LEARNED, SiteRules, clean, key, learn, observe, ripe, rules
from dragoman.model.article import Article, LanguageEvidence, Origin, PageWords, Published, Removed, SourceRef
from dragoman.model.furniture import Correction, FurnitureLine, Learned, LineCount
from dragoman.model.ids import article_id

PROSE = [
    "The ferry between the two towns stopped running in the night, the harbour office said on Monday.",
    "“We have waited for this for years,” said the head of the office, who asked for patience.",
    "Work on the landing stage will go on until the end of April, and a bus will run in place of the ferry.",
]
SLOGAN = "Harbourside voices every weekday"


def article(*paragraphs: str, removed: tuple[Removed, ...] = (), site: str = "a.example", template: str = "t", **more) -> Article:
    text = "\n\n".join(paragraphs)
    facts = ("https://a.example/1", SourceRef(site, site), "Ferry stops", text, "en", LanguageEvidence("test", 1.0))
    return Article(article_id(facts[0], facts[2], text), *facts, removed=removed, template=template, **more)


def learned(*texts: str, kind: str = "learned", template: str = "", site: str = "a.example") -> dict[str, SiteRules]:
    return rules(Learned(tuple(FurnitureLine(site, template, key(text), text, kind, f"{LEARNED}on 9 of 10 pages") for text in texts)))


NOTHING = Learned()


def said(text: str, verdict, before: Learned = NOTHING, undone: str | None = None) -> Learned:
    return Learned(before.lines, (*before.corrections, Correction("a.example", key(text), text, verdict, "2022-03-01", undone)))


def count(low: str = SLOGAN, **more) -> LineCount:
    numbers = {"pages": 10, "of": 20, "days": 5, "seen": 10, "quoted": 0, "ruled": 0, "words": 5.0}
    places = {"start": 3.0, "end": 3.0, "start_spread": 3.0, "end_spread": 3.0}
    row = {"key": key(low), "template": "", "low": low, "high": low, "first": "", "last": "", "kind": ""} | numbers | places | more
    return LineCount(**row)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Read 12 more stories", "READ 7 MORE STORIES »"),
        ("ＡＢＣ news", "abc News"),
        ("— Sign up —", "sign up"),
        ("阅读 １２ 次", "阅读 3 次"),
    ],
)
def test_lines_that_differ_in_case_width_numbers_and_marks_are_one(one: str, other: str) -> None:
    assert key(one) == key(other) != ""


@pytest.mark.parametrize("text", ["", "* * *", "12:30", "——", "…"])
def test_lines_without_letters_are_never_furniture(text: str) -> None:
    assert key(text) == ""


def test_a_line_on_many_pages_is_furniture_and_one_on_few_is_not() -> None:
    assert ripe(count())
    assert not ripe(count(pages=2))
    assert not ripe(count(pages=10, of=500))


def test_days_count_where_they_are_known() -> None:
    assert not ripe(count(pages=5, of=10, days=1))
    assert ripe(count(pages=6, of=10, days=0))


def test_a_line_in_its_own_place_needs_less_than_one_that_turns_up_anywhere() -> None:
    few = {"pages": 3, "of": 30, "days": 2, "seen": 3}
    assert ripe(count(**few, end=0.0, end_spread=0.0))
    assert not ripe(count(**few))
    assert ripe(count(**few, ruled=1, kind="ad"))


@pytest.mark.parametrize(
    "real",
    [
        count("This is a developing story.", pages=9, of=120),
        count("“Nobody is above the law,” he said.", quoted=9),
        count("MOSCOW, Jan 5", high="MOSCOW, Jan 9", pages=8, of=20),
        count("Gold 1,802.1 +0.4", high="Gold 1,911.0 -1.2", pages=15, of=20),
        count("Moderator:", pages=6, of=60),
        count("x" * 400, words=80.0, pages=9, of=20),
        count("Share", ruled=10, kind="navigation"),
    ],
    ids=["notice", "speech", "dateline", "market", "speaker", "paragraph", "rules do it"],
)
def test_recurring_lines_that_tell_something_stay(real: LineCount) -> None:
    assert not ripe(real)


def test_what_holds_for_the_site_is_not_repeated_for_its_layouts_and_unknown_sources_share_only_their_layout() -> None:
    both = [count(), count(template="t")]
    assert [line.template for line in learn("a.example", both)] == [""]
    assert [line.template for line in learn("unknown", both)] == ["t"]
    assert learn("a.example", both)[0].reason == "learned: on 10 of 20 pages of a.example, 5 days"


def test_learned_lines_leave_the_text_with_their_reason_and_their_place() -> None:
    dirty = article(PROSE[0], SLOGAN, PROSE[1], removed=(Removed("ad", "Advertisement", "phrase", len(PROSE[0]) + 2),))
    cleaned = clean(dirty, learned(SLOGAN))
    assert cleaned.text == "\n\n".join(PROSE[:2])
    assert cleaned.id == article_id(dirty.url, dirty.title, cleaned.text)
    at = len(PROSE[0]) + 2
    assert [(line.kind, line.text, line.at) for line in cleaned.removed] == [("ad", "Advertisement", at), ("learned", SLOGAN, at)]
    assert (cleaned.title, cleaned.published, cleaned.source) == (dirty.title, dirty.published, dirty.source)


def test_a_label_that_rules_gave_elsewhere_is_taken_over() -> None:
    assert clean(article(*PROSE, SLOGAN), learned(SLOGAN, kind="related")).removed[0].kind == "related"


def test_lines_of_another_site_or_layout_stay() -> None:
    dirty = article(*PROSE, SLOGAN)
    assert clean(dirty, learned(SLOGAN, site="b.example")) is dirty
    assert clean(dirty, learned(SLOGAN, template="other")) is dirty
    assert SLOGAN not in clean(dirty, learned(SLOGAN, template="t")).text


def test_what_is_no_longer_learned_comes_back() -> None:
    dirty = article(PROSE[0], SLOGAN, PROSE[1])
    assert clean(clean(dirty, learned(SLOGAN)), {}) == dirty


def test_next_to_nothing_is_never_left() -> None:
    dirty = article(SLOGAN, PROSE[0])
    assert clean(dirty, learned(SLOGAN, PROSE[0])) == dirty


def test_speech_is_not_furniture() -> None:
    dirty = article(*PROSE)
    assert clean(dirty, learned(PROSE[1])) == dirty


def test_a_person_who_keeps_a_line_overrules_statistics_and_phrases() -> None:
    found = article(*PROSE, removed=(Removed("ad", SLOGAN, "a phrase", len(PROSE[0]) + 2), Removed("navigation", SLOGAN, "menu", 10_000)))
    kept = clean(found, rules(said(SLOGAN, "keep")))
    assert kept.text == "\n\n".join((PROSE[0], SLOGAN, *PROSE[1:]))
    assert [line.reason for line in kept.removed] == ["menu"]
    assert clean(kept, rules(said(SLOGAN, "keep"))) == kept


def test_a_person_who_removes_a_line_overrules_the_text() -> None:
    removed = clean(article(*PROSE, SLOGAN), rules(said(SLOGAN, "remove")))
    assert (removed.removed[0].text, removed.removed[0].reason) == (SLOGAN, CORRECTED)
    assert clean(removed, rules(said(SLOGAN, "remove", undone="2022-03-02"))) == article(*PROSE, SLOGAN)


def test_the_last_correction_that_was_not_undone_counts() -> None:
    both = said(SLOGAN, "remove", said(SLOGAN, "keep"))
    assert rules(both)["a.example"].verdicts == {key(SLOGAN): "remove"}
    assert rules(said(SLOGAN, "remove", said(SLOGAN, "keep"), undone="x"))["a.example"].verdicts == {key(SLOGAN): "keep"}


def test_the_words_of_an_origin_are_found_again() -> None:
    credit = Removed("credit", "Source: Harbour Wire", "phrase", 0)
    origin = Origin("Harbour Wire", (), PageWords(8, 20, "Harbour Wire", "removed/0"))
    cleaned = clean(article(SLOGAN, *PROSE, removed=(credit,), origin=replace(origin)), learned(SLOGAN))
    number = int(cleaned.origin.evidence.where.removeprefix("removed/"))
    assert cleaned.removed[number].text[8:20] == "Harbour Wire"
    inside = Origin("Harbour Wire", (), PageWords(len(SLOGAN) + 2 + 4, len(SLOGAN) + 2 + 9, "ferry", "text"))
    moved = clean(article(SLOGAN, *PROSE, origin=inside), learned(SLOGAN))
    evidence = moved.origin.evidence
    assert moved.text[evidence.start : evidence.end] == evidence.text == "ferry"


def test_learned_lines_still_count_as_text() -> None:
    dirty = article(PROSE[0], SLOGAN, PROSE[1], published=Published("2022-03-01T10:00", "minute"))
    seen, again = observe(dirty), observe(clean(dirty, learned(SLOGAN)))
    assert seen.lines == again.lines
    assert seen.day == "2022-03-01"
    assert [(line.kind, line.start, line.end) for line in seen.lines] == [("", 0, 2), ("", 1, 1), ("quoted", 2, 0)]


def test_lines_far_from_the_text_are_not_counted() -> None:
    menu = tuple(Removed("navigation", f"Section {chr(97 + n)}", "menu", 0) for n in range(26))
    assert len(observe(article(*PROSE, removed=menu)).lines) == 3 + 12


LINES = st.sampled_from([*PROSE, SLOGAN, "Advertisement", "More on ferries", "* * *", "Page 2"])
NAMED = st.sampled_from([*PROSE, SLOGAN, "Advertisement", "More on ferries", "Page 2"])
WORDS = st.lists(LINES, min_size=1, max_size=8)
slow = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)


@st.composite
def articles(draw) -> Article:
    paragraphs = draw(WORDS)
    made = article(*paragraphs)
    starts = [0]
    for paragraph in paragraphs:
        starts.append(starts[-1] + len(paragraph) + 2)
    places = draw(st.lists(st.sampled_from([*starts[:-1], len(made.text)]), max_size=5))
    texts = draw(st.lists(LINES, min_size=len(places), max_size=len(places)))
    return replace(made, removed=tuple(Removed("ad", text, "rule", at) for text, at in zip(texts, sorted(places), strict=True)))


def lines_of(found: Article) -> Counter[str]:
    return Counter(found.text.split("\n\n")) + Counter(line.text for line in found.removed)


@st.composite
def knowledge(draw) -> Learned:
    lines = learned(*draw(st.lists(NAMED, unique=True, max_size=4))).get("a.example")
    found = Learned(tuple(lines.lines.values()) if lines else ())
    for text, verdict in draw(st.lists(st.tuples(NAMED, st.sampled_from(["keep", "remove"])), max_size=3)):
        found = said(text, verdict, found)
    return found


@slow
@given(articles(), knowledge())
def test_no_line_is_lost_or_made_and_cleaning_twice_changes_nothing(found: Article, known: Learned) -> None:
    cleaned = clean(found, rules(known))
    assert lines_of(cleaned) == lines_of(found)
    assert clean(cleaned, rules(known)) == cleaned
    assert cleaned.id == article_id(cleaned.url, cleaned.title, cleaned.text)
    starts = {0, len(cleaned.text)} | {at + 2 for at in range(len(cleaned.text)) if cleaned.text.startswith("\n\n", at)}
    assert all(line.at in starts for line in cleaned.removed)
    assert [line.at for line in cleaned.removed] == sorted(line.at for line in cleaned.removed)


@slow
@given(articles(), st.lists(NAMED, unique=True, max_size=4))
def test_what_was_removed_comes_back_exactly(found: Article, texts: list[str]) -> None:
    assert clean(clean(found, learned(*texts)), {}) == found
    for text in texts:
        removed = clean(found, rules(said(text, "remove")))
        assert clean(removed, rules(said(text, "remove", undone="later"))) == found
