from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.extract.who.dateline import Dateline, read

DISPATCHES = [
    ("BRUSSELS — The committee met.", "BRUSSELS", None),
    ("ROME — The committee met.", "ROME", None),
    ("LONDON/PARIS — The committee met.", "LONDON/PARIS", None),
    ("SPRINGFIELD, Ohio (AP) — The committee met.", "SPRINGFIELD, Ohio", "AP"),
    ("PORT-AU-PRINCE, Haiti (AP) -- The committee met.", "PORT-AU-PRINCE, Haiti", "AP"),
    ("BEIJING, Jan. 6 (Xinhua) -- The committee met.", "BEIJING", "Xinhua"),
    ("WASHINGTON, Jan 6 (Reuters) - The committee met.", "WASHINGTON", "Reuters"),
    ("(Reuters) - The committee met.", None, "Reuters"),
    ("ДУШАНБЕ, 6 мая. Комитет собрался.", "ДУШАНБЕ", None),
    ("НУР-СУЛТАН, 6 мая. Северо-восточный комитет собрался.", "НУР-СУЛТАН", None),
    ("МОСКВА, 6 мая. Комитет Север — Юг собрался.", "МОСКВА", None),
    ("МОСКВА, 6 мая. /ТАСС/. Комитет собрался.", "МОСКВА", "ТАСС"),
    ("МОСКВА, 6 мая. /Корр. ТАСС/. Комитет собрался.", "МОСКВА", "ТАСС"),
    ("МОСКВА, 6 мая - РИА Новости, Иван Примеров. Комитет собрался.", "МОСКВА", "РИА Новости"),
    ("Москва. 6 мая. ИНТЕРФАКС - Комитет собрался.", "Москва.", "ИНТЕРФАКС"),
    ("КИЇВ, 6 травня. Комітет зібрався.", "КИЇВ", None),
    ("Le Caire (AFP) – Le comité s’est réuni.", "Le Caire", "AFP"),
    ("Berlin/Kiew (dpa/AFP) - Der Ausschuss tagte.", "Berlin/Kiew", "dpa/AFP"),
    ("Río de Janeiro, 6 may (EFE).- El comité se reunió.", "Río de Janeiro", "EFE"),
    ("新华社北京5月6日电（记者王小明）委员会今天开会。", "北京", "新华社"),
    ("中新网5月6日电 委员会今天开会。", None, "中新网"),
    ("【東京共同】委員会は六日に開かれた。", "東京", "共同"),
    ("القاهرة 6 مايو (رويترز) - اجتمعت اللجنة.", "القاهرة", "رويترز"),
]
PROSE = [
    "NATO — the alliance of thirty states — met on Tuesday.",
    "NATO — Russia’s old adversary — met on Tuesday.",
    "OPEC — Saudi Arabia and its partners — cut output again.",
    "UNESCO (Paris) — The agency has its seat there.",
    "COVID — What comes next after two long years?",
    "The council — Rome, Paris and Berlin are on it — will meet.",
    "The Moscow-led alliance sent troops on Thursday.",
    "Anglo-American relations — never simple — improved.",
    "Associated Press (AP) – The agency was founded in 1846.",
    "May 6 — The day everything changed, as he put it.",
    "Заседание Совета Россия — НАТО прошло в среду.",
    "НАТО — Россия: диалог продолжится в Женеве.",
    "США — Россия: переговоры начались.",
    "ООН — Генеральная Ассамблея собралась вновь.",
    "Российско-американские переговоры завершились.",
    "Москва — столица России, и переговоры пройдут там.",
    "Москва, 6 мая. Так начинается его дневник.",
    "Премьер-министр прибыл в Душанбе 6 мая — раньше срока.",
    "Засідання Ради Україна — НАТО відбулося в середу.",
    "Київ — місто, де 6 травня зустрілися міністри.",
    "Віце-прем’єр прибув 6 травня. Зустріч тривала годину.",
    "Paris — la ville lumière — accueillera le sommet.",
    "Le groupe Wagner (GW) – La milice est présente au Mali.",
    "L’OTAN — Moscou le sait — ne renoncera pas.",
    "Die SPD (Partei) – Der Vorstand tagte am Montag.",
    "Deutsche Bahn (DB) – Der Konzern meldet Verspätungen.",
    "Berlin, 9. November – ein Tag, den niemand vergisst.",
    "Madrid — capital de España — acogerá la cumbre.",
    "El Grupo (G7) – Los ministros se reunieron ayer.",
    "Posiedzenie Rady Rosja — NATO odbyło się w środę.",
    "中国—东盟博览会在南宁开幕。",
    "中新网红小王5月6日说，电话打不通。",
    "北约—俄罗斯理事会会议12日在布鲁塞尔举行。",
    "【速報】首相は六日に会見する。",
    "روسيا - الناتو: اجتماع في بروكسل.",
]


@pytest.mark.parametrize(("line", "place", "outlet"), DISPATCHES)
def test_a_dateline_is_cut_exactly_where_the_text_begins(line: str, place: str | None, outlet: str | None) -> None:
    found = read(line)
    assert found is not None
    assert (found.place, found.outlet) == (place, outlet)
    assert line[found.end :].lstrip()[:2] in ("Th", "Ко", "Се", "Le", "De", "El", "委员", "委員", "اج")


@pytest.mark.parametrize("line", PROSE)
def test_no_sentence_with_dashes_loses_its_head(line: str) -> None:
    assert read(line) is None


def test_reporters_behind_the_agency_belong_to_the_dateline() -> None:
    assert read("МОСКВА, 6 мая - РИА Новости, Иван Примеров. Комитет собрался.") == Dateline(44, "МОСКВА", "РИА Новости", "Иван Примеров")


@given(
    st.lists(
        st.sampled_from(
            [
                "The",
                "new",
                "council",
                "of",
                "ministers",
                "met",
                "—",
                "-",
                "–",
                "and",
                "Moscow,",
                "(EU)",
                "6",
                "Май",
                "5月",
                "didn’t",
                "agree.",
                "Он",
                "пришёл",
            ]
        ),
        min_size=1,
    )
)
def test_a_line_that_starts_with_an_ordinary_word_keeps_it(words: list[str]) -> None:
    assert read(" ".join(["Yesterday", *words])) is None


@given(st.text(max_size=200))
def test_a_dateline_is_always_shorter_than_its_line(line: str) -> None:
    found = read(line)
    assert found is None or 0 < found.end < len(line)
