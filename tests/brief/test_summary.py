from __future__ import annotations

import re

from dragoman.brief.summary import summary
from dragoman.model.annotations import Mention, Sentence
from dragoman.model.article import Article, LanguageEvidence, Published, SourceRef
from dragoman.model.reading import Reading
from dragoman.model.story import Copy

NAMES = {"Ethiopia": "ET", "Eritrea": "ER", "Kenya": "KE", "埃塞俄比亚": "ET", "厄立特里亚": "ER", "肯尼亚": "KE"}
ENGLISH = (
    "Ethiopia and Eritrea held talks in Kenya about the border for the first time in years. "
    "The weather in the capital was rather warm for the season, and traffic was slow. "
    "Will Ethiopia and Eritrea now sign a treaty that ends the long dispute over the border? "
    "“Ethiopia and Eritrea have never been this near to a peace that holds,” a diplomat told reporters. "
    "Kenya said that it would host another round of talks between the two sides next month."
)
CHINESE = "埃塞俄比亚与厄立特里亚在肯尼亚就边界问题举行了多年来的首次会谈。肯尼亚表示下个月将再次主办双方之间的会谈，并邀请邻国观察。"


def reading(name: str, text: str, language: str, day: str) -> Reading:
    article = Article(
        id=name,
        url=name,
        source=SourceRef(name, name),
        title="",
        text=text,
        language=language,
        language_evidence=LanguageEvidence("script", 1.0),
        published=Published(day, "day"),
    )
    ends = [match.end() for match in re.finditer(r"[。？]|[.?](?=\s|$)", text)]
    sentences = tuple(Sentence(start, end) for start, end in zip([0, *ends], ends, strict=False))
    mentions = [Mention(hit.start(), hit.end(), word, "place", entity) for word, entity in NAMES.items() for hit in re.finditer(word, text)]
    return Reading(article, sentences=sentences, mentions=tuple(mentions))


def test_lines_are_verbatim_and_in_order_of_time() -> None:
    held = (reading("b", ENGLISH, "en", "2023-05-04"), reading("a", CHINESE, "zh", "2023-05-03"))
    lines = summary(held, ())
    texts = {"b": ENGLISH, "a": CHINESE}
    assert lines
    assert all(texts[line.article][line.start : line.end] == line.text for line in lines)
    assert [line.article for line in lines] == sorted(line.article for line in lines)


def test_every_independent_text_speaks_first_and_copies_never() -> None:
    held = (
        reading("a", CHINESE, "zh", "2023-05-03"),
        reading("b", ENGLISH, "en", "2023-05-04"),
        reading("c", ENGLISH, "en", "2023-05-05"),
    )
    assert {line.article for line in summary(held, (Copy("c", "b", "exact", 1.0, None),))} == {"a", "b"}


def test_questions_and_bare_quotations_are_left_out() -> None:
    lines = summary((reading("b", ENGLISH, "en", "2023-05-04"),), ())
    assert not any(line.text.endswith("?") or line.text.startswith("“") for line in lines)


def test_a_story_without_sentences_has_no_summary() -> None:
    assert summary((), ()) == ()
    assert summary((reading("a", "", "en", "2023-05-03"),), ()) == ()


def test_at_most_six_lines_and_no_order_of_arrival() -> None:
    held = [reading(f"r{number}", ENGLISH, "en", f"2023-05-{number + 10}") for number in range(9)]
    lines = summary(held, ())
    assert len(lines) == 6
    assert lines == summary(held[::-1], ())
