from __future__ import annotations

from pathlib import Path

from dragoman.model.article import Article, LanguageEvidence, SourceRef
from dragoman.model.ids import article_id, story_id
from dragoman.model.reading import Reading
from dragoman.model.story import Comparison, Copy, Member, Story
from dragoman.store import graves
from dragoman.store.sqlite import Sqlite


def reading(number: int, title: str) -> Reading:
    url, text = f"https://s.example/{number}", f"Text {number}."
    return Reading(article=Article(article_id(url, title, text), url, SourceRef("s", "S"), title, text, "en", LanguageEvidence("t", 1.0)))


ONE, TWO, THREE = reading(1, "First"), reading(2, "Second"), reading(3, "Third")


def held(tmp_path: Path) -> tuple[Sqlite, Story]:
    store = Sqlite(str(tmp_path / "desk"))
    ids = [one.article.id for one in (ONE, TWO, THREE)]
    story = Story(
        story_id(ids[0]), tuple(Member(name, 1.0) for name in ids), "First", {"en": "First", "fr": "Troisième"}, ("en",), None, None
    )
    for number, one in enumerate((ONE, TWO, THREE)):
        store.save(f"/{number}", "d", one, [story] if number == 2 else [])
    return store, story


def test_a_story_without_an_article_has_neither_its_title_nor_its_copies(tmp_path: Path) -> None:
    store, story = held(tmp_path)
    one, two, three = (member.article for member in story.members)
    copies = (Copy(two, one, "exact", 0.9, "S"), Copy(three, two, "exact", 0.9, "S"))
    verdicts = [Comparison(*sorted((a, b)), "same", 0.9, 1.0, 1.0) for a, b in ((one, two), (two, three))]
    store.recopy(story.id, "v1 seal", copies, verdicts)
    with store._writing() as connection:
        assert graves.rid_of_members(connection, [story.id], [one], {"First"}) == []
        graves.rid_of_copies(connection, [story.id], [one])
    left = store.story(story.id)
    assert (left.title, left.titles) == ("Troisième", {"fr": "Troisième"})
    assert [member.article for member in left.members] == [two, three]
    assert store.copies(story.id) == (copies[1],)
    assert store.verdicts(story.id) == (verdicts[1],)
    assert store.copy_seals() == {story.id: "v1 "}
    store.close()


def test_a_story_without_any_article_ends_with_those_that_led_to_it(tmp_path: Path) -> None:
    store, story = held(tmp_path)
    store.file([story], [("sold", story.id)])
    with store._writing() as connection:
        ended = graves.rid_of_members(connection, [story.id], [member.article for member in story.members], set())
    assert ended == [story.id, "sold"]
    store.close()


def test_things_of_a_kind():
    assert graves.of_kind("story", [("story", "s1"), ("article", "a1"), ("story", "s2")]) == ("s1", "s2")
