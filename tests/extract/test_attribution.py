from __future__ import annotations

import pytest

from dragoman.extract import attribution


@pytest.mark.parametrize(
    ("line", "names", "outlet"),
    [
        ("By Jane Example and John R. Sample", ("Jane Example", "John R. Sample"), None),
        ("By JANE EXAMPLE, Example News", ("JANE EXAMPLE",), "Example News"),
        ("示例晚报·示例新闻记者 王小明", ("王小明",), "示例晚报·示例新闻"),
        ("本报记者 王小明 李小红", ("王小明", "李小红"), None),
        ("文/王小明", ("王小明",), None),
        ("作者：王小明", ("王小明",), None),
        ("Автор: Иван Примеров", ("Иван Примеров",), None),
        ("Par Jeanne Exemple et Jean Modèle", ("Jeanne Exemple", "Jean Modèle"), None),
        ("Von Hans Beispiel", ("Hans Beispiel",), None),
        ("Por Juan Ejemplo", ("Juan Ejemplo",), None),
    ],
)
def test_bylines_give_names_and_outlet(line: str, names: tuple[str, ...], outlet: str | None) -> None:
    found = attribution.byline(line)
    assert found is not None
    assert (found.names, found.outlet) == (names, outlet)


@pytest.mark.parametrize("line", ["By the end of the year 2020 it was over.", "记者从会上了解到，大桥将于明年通车。", "Words of no author"])
def test_prose_is_no_byline(line: str) -> None:
    assert attribution.byline(line) is None


def test_contributor_lines_give_every_reporter() -> None:
    line = "Example reported from Springfield, Ohio. Jane Q. Sample in Riverside and Max Muster contributed to this report."
    names = [name for credit in attribution.contributors(line) for name in credit.names]
    assert names[0] == "Example"
    assert "Jane Q. Sample" in names
    assert (
        attribution.contributors("She reported from the front for years. It was a long war and she saw most of it herself, as did others.")
        == []
    )


@pytest.mark.parametrize(
    ("line", "place", "outlet"),
    [
        ("BRUSSELS — The committee met.", "BRUSSELS", None),
        ("PARIS (AP) — The committee met.", "PARIS", "AP"),
        ("МОСКВА, 6 мая. /ТАСС/. Комитет собрался.", "МОСКВА", "ТАСС"),
        ("МОСКВА, 6 мая — РИА Новости. Комитет собрался.", "МОСКВА", "РИА Новости"),
        ("新华社北京5月6日电（记者王小明）委员会今天开会。", "北京", "新华社"),
        ("中新网5月6日电 委员会今天开会。", None, "中新网"),
        ("(Reuters) - The committee met.", None, "Reuters"),
        ("【東京共同】委員会は六日に開かれた。", "東京", "共同"),
    ],
)
def test_datelines_give_place_and_agency(line: str, place: str | None, outlet: str | None) -> None:
    found = attribution.dateline(line)
    assert found is not None
    assert (found.place, found.outlet) == (place, outlet)
    assert line[found.end :].lstrip()[:2] in ("Th", "Ко", "委员", "委員")


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("来源：示例日报", "示例日报"),
        ("2020-05-06 10:20 来源: 示例网 作者: 王小明", "示例网"),
        ("本文转自《示例周刊》", "示例周刊"),
        ("Источник: Пример Ньюс", "Пример Ньюс"),
        ("Джерело: Приклад", "Приклад"),
        ("Source: Example Times", "Example Times"),
        ("Quelle: Beispielzeitung", "Beispielzeitung"),
        ("Fuente: El Ejemplo", "El Ejemplo"),
        ("المصدر: صحيفة المثال", "صحيفة المثال"),
        ("出典：例示新聞", "例示新聞"),
        ("Originally published in The Example", "The Example"),
    ],
)
def test_credit_lines_give_the_outlet_with_its_words(line: str, outlet: str) -> None:
    found = attribution.origin(["navigation", line])
    assert found is not None
    assert found.outlet == outlet
    assert found.evidence.where == "removed/1"
    assert line[found.evidence.start : found.evidence.end] == found.evidence.text


def test_no_claim_gives_no_origin() -> None:
    assert attribution.origin(["Home", "Advertisement"]) is None
