from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.extract.who import attribution


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
    assert (found.place, found.outlet or found.agency) == (place, outlet)
    assert line[found.end :].lstrip()[:2] in ("Th", "Ко", "委员", "委員")


FRAMES = [
    ("By {}", "author"),
    ("Written by {}", "author"),
    ("Edited by {}", "editor"),
    ("Translated by {}", "translator"),
    ("Par {}", "author"),
    ("Propos recueillis par {}", "author"),
    ("Von {}", "author"),
    ("Übersetzt von {}", "translator"),
    ("Por {}", "author"),
    ("Di {}", "author"),
    ("A cura di {}", "editor"),
    ("Door {}", "author"),
    ("Autor: {}", "author"),
    ("Haber: {}", "author"),
    ("Автор: {}", "author"),
    ("Перевод: {}", "translator"),
    ("Переклад: {}", "translator"),
]
GIVEN = ["Ada", "Tomas", "Solène", "Greta", "Lucía", "Halina", "Defne", "Оксана", "Глеб", "JANE"]
FAMILY = ["Quill", "Verrin", "O’Hale", "Calder-Moss", "van der Kade", "Marchois", "Береговенко", "Осокин", "EXAMPLE"]
person = st.builds(lambda one, other: f"{one} {other}", st.sampled_from(GIVEN), st.sampled_from(FAMILY))
chinese = st.builds(
    lambda one, other: one + other, st.sampled_from("王李陈林赵周何"), st.sampled_from(["晓舟", "远帆", "一诺", "渡", "小禾"])
)


@settings(deadline=None)
@given(st.sampled_from(FRAMES), st.lists(person, min_size=1, max_size=3, unique_by=str.casefold))
def test_any_name_in_any_frame_is_read_back(frame: tuple[str, str], people: list[str]) -> None:
    found = attribution.byline(frame[0].format(", ".join(people)))
    assert found is not None
    assert [(one.name, one.role) for one in found.who] == [(name, frame[1]) for name in people]


@given(
    st.sampled_from(
        [("作者：{}", "author"), ("本报记者 {}", "author"), ("（记者{}）", "author"), ("编辑：{}", "editor"), ("翻译：{}", "translator")]
    ),
    chinese,
)
def test_any_chinese_name_in_any_frame_is_read_back(frame: tuple[str, str], name: str) -> None:
    found = attribution.byline(frame[0].format(name))
    assert found is not None
    assert [(one.name, one.role) for one in found.who] == [(name, frame[1])]


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_without_a_crash_and_credits_lie_in_it(line: str) -> None:
    found = [
        attribution.scan(line),
        attribution.byline(line),
        attribution.source(line),
        attribution.ending(line, True),
        *attribution.contributors(line),
    ]
    for credit in [*found, *attribution.outlets(line)]:
        assert credit is None or 0 <= credit.start <= credit.end <= len(line)


@pytest.mark.parametrize(
    "unit",
    [
        "By ",
        "A ",
        "and A ",
        "Ab, ",
        "记者 ",
        "文：",
        "Ada Quill and ",
        "(",
        "本报记者王小明、",
        "by a by ",
        "A in B, ",
        "X. ",
        "/ТАСС/ ",
        "김",
    ],
)
def test_time_stays_in_bounds_on_lines_made_to_hurt(unit: str) -> None:
    line = (unit * 400)[:400]
    began = time.perf_counter()
    for read in (
        attribution.scan,
        attribution.byline,
        attribution.contributors,
        attribution.dateline,
        lambda text: attribution.ending(text, True),
    ):
        read(line)
    assert time.perf_counter() - began < 1.0


@pytest.mark.parametrize(
    ("line", "names", "agency"),
    [
        ("Por Nádia Quintela — Rio Dourado", ("Nádia Quintela",), None),
        ("Hace 3 horas · Por Íñigo Larrauri", ("Íñigo Larrauri",), None),
        ("by Magnus Oyelaran | Mar 7, 2019 | Business | 0 comments", ("Magnus Oyelaran",), None),
        ("Da Redação, com informações da Agência Serrana", (), "Agência Serrana"),
    ],
)
def test_a_line_of_fields_names_who_wrote_in_one_of_them(line: str, names: tuple[str, ...], agency: str | None) -> None:
    found = attribution.fields(line)
    assert found is not None
    assert (found.names, found.agency) == (names, agency)


@pytest.mark.parametrize("line", ["The bridge built by Ada Quill is closed.", "Politics | Sport | Weather", "A bridge by the river"])
def test_a_line_that_only_holds_a_label_is_no_line_of_fields(line: str) -> None:
    assert attribution.fields(line) is None


def test_the_signs_of_editors_behind_an_agency_are_no_names() -> None:
    found = attribution.ending("(dpa/abc)", True)
    assert found is not None
    assert (found.agency, found.names) == ("dpa", ())


def test_a_title_may_say_what_of() -> None:
    found = attribution.byline("Ruth Abernathy, Environment editor")
    assert found is not None
    assert found.names == ("Ruth Abernathy",)
