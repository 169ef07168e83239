from __future__ import annotations

import pytest

from dragoman.extract.facts.metadata import Original
from dragoman.extract.who import origins
from dragoman.model.article import Origin, PageWords, Person, Removed


def removed(text: str, kind: str = "credit", reason: str = "a rule") -> Removed:
    return Removed(kind, text, reason, 0)


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
    found = origins.find([removed("navigation"), removed(line)])
    assert found is not None
    assert found.outlet == outlet
    assert found.evidence.where == "removed/1"
    assert line[found.evidence.start : found.evidence.end] == found.evidence.text


def test_no_claim_gives_no_origin() -> None:
    assert origins.find([removed("Home"), removed("Advertisement")]) is None


def test_an_agency_is_told_from_an_outlet() -> None:
    found = origins.find([removed("Source: Reuters")])
    assert found is not None
    assert (found.outlet, found.agency) == (None, "Reuters")


def test_on_an_agencys_own_site_it_is_the_outlet() -> None:
    found = origins.find([removed("(Xinhua)")], ["Xinhua"])
    assert found is not None
    assert (found.outlet, found.agency) == ("Xinhua", "Xinhua")


def test_a_credit_line_gives_the_outlet_and_the_dateline_its_agency() -> None:
    found = origins.find([removed("来源：海港日报"), removed("新华社河口4月5日电", "dateline")])
    assert found is not None
    assert (found.outlet, found.agency) == ("海港日报", "新华社")


def test_lines_about_other_articles_claim_nothing() -> None:
    assert origins.find([removed("Source: Example Times", "related")]) is None


def test_lines_far_from_the_article_come_last() -> None:
    far = removed("Source: Far Gazette", reason="a rule, outside the article")
    assert origins.find([far, removed("Source: Near Times")]) == origins.find([removed("x"), removed("Source: Near Times")])
    assert origins.find([far]) is not None


@pytest.mark.parametrize(
    ("text", "outlet", "agency"),
    [
        ("据示例周刊报道，委员会今天开会。市长出席了会议。", "示例周刊", None),
        ("据法新社报道，委员会今天开会。", None, "法新社"),
        ("The committee met on Wednesday, according to a report in The Harbour Review. It went on.", "The Harbour Review", None),
        ("Le comité s’est réuni mercredi, selon le quotidien Le Rivage. La suite viendra.", "Le Rivage", None),
        ("Комитет собрался в среду, сообщает агентство Рейтер. Продолжение следует.", None, "Рейтер"),
    ],
)
def test_a_lead_that_retells_a_report_says_whose(text: str, outlet: str | None, agency: str | None) -> None:
    found = origins.find([], (), text)
    assert found is not None
    assert (found.outlet, found.agency) == (outlet, agency)
    assert found.evidence.where == "text"
    assert text[found.evidence.start : found.evidence.end] == found.evidence.text


@pytest.mark.parametrize(
    "text",
    [
        "The committee met. The vote was close, according to a report in The Harbour Review.",
        "委员会今天开会。据示例周刊报道，市长出席了会议。",
    ],
)
def test_what_one_statement_among_many_is_owed_to_is_no_origin(text: str) -> None:
    assert origins.find([], (), text) is None


def test_the_original_is_linked_by_its_name_or_by_a_label_on_another_host() -> None:
    origin = Origin("The Harbour Review", (), PageWords(0, 1, "x"))
    name = ("The Harbour Review", "https://harbour.example/bridge")
    assert origins.linked(origin, [("Home", "https://other.example/a"), name], "site.example") == Origin(
        "The Harbour Review", (), PageWords(0, 1, "x"), None, "https://harbour.example/bridge"
    )
    assert origins.linked(origin, [name], "harbour.example") == origin
    assert origins.linked(None, [name], "site.example") is None


def test_people_of_several_sources_stand_once_with_what_the_later_ones_add() -> None:
    data = Person("Ada Quill", "author", evidence="author: Ada Quill")
    line = Person("ADA QUILL", "author", "Port Elder", "By ADA QUILL in Port Elder")
    editor = Person("Ada Quill", "editor", evidence="Edited by Ada Quill")
    found = origins.everyone([data], [line, editor])
    assert [(one.name, one.role, one.place) for one in found] == [("Ada Quill", "author", "Port Elder"), ("Ada Quill", "editor", None)]


def test_an_origin_of_the_data_quotes_them() -> None:
    found = origins.of_data(Original("https://www.gazette.example/a", None, "JSON-LD isBasedOn: https://www.gazette.example/a"))
    assert (found.outlet, found.url) == ("gazette.example", "https://www.gazette.example/a")
    assert found.evidence.where == "data"
    assert found.evidence.text == "JSON-LD isBasedOn: https://www.gazette.example/a"


def test_what_a_figure_credits_is_no_origin_of_the_text() -> None:
    assert origins.find((Removed("caption", "Source: Hydro Office", "caption of a figure", 0),)) is None


def test_another_outlet_is_believed_before_the_pages_own() -> None:
    lines = (Removed("byline", "Source: Gazette", "", 0), Removed("byline", "Source: Northbank Post", "", 0))
    found = origins.find(lines, ("Gazette",))
    assert found is not None
    assert found.outlet == "Northbank Post"
