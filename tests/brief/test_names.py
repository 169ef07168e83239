from __future__ import annotations

from dragoman.brief.names import names
from dragoman.model.annotations import Mention
from dragoman.model.article import Article, LanguageEvidence, SourceRef
from dragoman.model.reading import Reading


def reading(identity: str, language: str, *mentions: Mention) -> Reading:
    article = Article(identity, "capture:" + identity, SourceRef("x", "X"), "", "", language, LanguageEvidence("script", 1.0))
    return Reading(article=article, mentions=mentions)


def mention(text: str, kind: str, entity: str | None = None, **more: str | None) -> Mention:
    return Mention(0, len(text), text, kind, entity=entity, **more)  # type: ignore[arg-type]


def test_one_person_in_two_scripts_is_one_entity() -> None:
    found = names(
        [
            reading("a1", "zh", mention("普京", "person", "person:vladimir-putin", party="RU")),
            reading("a2", "en", mention("Vladimir Putin", "person", "person:vladimir-putin", party="RU")),
        ]
    )
    assert len(found) == 1
    assert "普京" in found[0].names["zh"]
    assert "Vladimir Putin" in found[0].names["en"]
    assert found[0].articles == ("a1", "a2")
    assert found[0].party == "RU"
    assert any(role.title == "President of Russia" for role in found[0].roles)


def test_the_most_often_named_stands_first_and_ties_go_by_id() -> None:
    found = names(
        [
            reading(
                "a1",
                "en",
                mention("B", "person", "person:b"),
                mention("A", "person", "person:a"),
                mention("NATO", "organisation", "NATO"),
                mention("NATO", "organisation", "NATO"),
            )
        ]
    )
    assert [entity.id for entity in found] == ["NATO", "person:a", "person:b"]
    assert [entity.mentions for entity in found] == [2, 1, 1]


def test_somebody_unknown_keeps_the_roles_and_names_of_the_text() -> None:
    found = names(
        [
            reading(
                "a1",
                "en",
                mention("Ann Example", "person", "person:ann example", name="Ann Example", role="envoy", party="SE"),
                mention("Example", "person", "person:ann example", name="Ann Example"),
            )
        ]
    )
    assert found[0].name == "Ann Example"
    assert found[0].roles[0].title == "envoy"
    assert found[0].names == {"en": ("Ann Example", "Example")}
    assert found[0].merged[0].name == "Example"
    assert "a1" in found[0].merged[0].evidence


def test_the_order_of_the_readings_does_not_matter() -> None:
    one = reading("a1", "zh", mention("北约", "organisation", "NATO"))
    other = reading("a2", "en", mention("Kyiv", "place"), mention("NATO", "organisation", "NATO"))
    assert names([one, other]) == names([other, one])


def test_without_readings_nobody_is_named() -> None:
    assert names([]) == ()
