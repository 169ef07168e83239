from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from dragoman import languages
from dragoman.annotate import run
from dragoman.annotate.mentions import Mentions
from dragoman.annotate.sentences import Sentences
from dragoman.model.annotations import Mention
from dragoman.model.article import Article, LanguageEvidence, SourceRef

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"


def mentions(text: str, language: str) -> tuple[Mention, ...]:
    article = Article("a", "u", SourceRef("s", "s"), "", text, language, LanguageEvidence("test", 1.0))
    return run(article, [Sentences(), Mentions()]).mentions


def named(text: str, language: str) -> list[tuple[str, str]]:
    return [(item.text, item.type) for item in mentions(text, language)]


def test_a_run_of_country_letters_is_several_countries() -> None:
    assert named("俄美元首通电话。", "zh")[:2] == [("俄", "place"), ("美", "place")]


def test_a_country_and_a_city_glued_together_are_two_places() -> None:
    found = named("会谈将在奥地利维也纳举行。", "zh")
    assert ("奥地利", "place") in found
    assert ("维也纳", "place") in found


def test_a_council_of_two_parties_is_one_organisation() -> None:
    assert ("北约-俄罗斯理事会", "organisation") in named("在北约-俄罗斯理事会会议上，各方发言。", "zh")
    assert ("NATO-Russia Council", "organisation") in named("The NATO-Russia Council met on Monday.", "en")


@pytest.mark.parametrize(
    ("text", "language", "person", "role", "party"),
    [
        ("俄外长拉夫罗夫抵达伊斯坦布尔。", "zh", "拉夫罗夫", "俄外长", "RU"),
        ("美国总统拜登发表讲话。", "zh", "拜登", "美国总统", "US"),
        ("Kremlin spokesman Dmitry Peskov spoke to reporters.", "en", "Dmitry Peskov", "Kremlin spokesman", "RU"),
        ("Глава МИД России Сергей Лавров прибыл в Анкару.", "ru", "Сергей Лавров", "Глава МИД России", "RU"),
        ("Президент Украины Владимир Зеленский выступил с речью.", "ru", "Владимир Зеленский", "Президент Украины", "UA"),
        ("The French ambassador to Oslo, Jeanne Moreau, left the room.", "en", "Jeanne Moreau", "French ambassador to Oslo", "FR"),
    ],
)
def test_an_office_is_a_role_and_not_part_of_the_name(text: str, language: str, person: str, role: str, party: str) -> None:
    found = {item.text: item for item in mentions(text, language)}
    assert found[person].type == "person"
    assert found[person].role == role
    assert found[person].party == party


def test_a_bare_surname_after_the_full_name_is_the_person() -> None:
    found = named("Jens Stoltenberg spoke in Oslo. Stoltenberg then left.", "en")
    assert found.count(("Stoltenberg", "person")) == 1


def test_country_adjectives_are_no_mentions() -> None:
    assert named("Russian officials met Chinese diplomats.", "en") == []
    assert named("Российские дипломаты выступили.", "ru") == []


def test_russian_names_have_their_nominative() -> None:
    found = {item.text: item.normal for item in mentions("Встреча с Сергеем Лавровым прошла в Женеве.", "ru")}
    assert found == {"Сергеем Лавровым": "Сергей Лавров", "Женеве": "Женева"}


def test_a_bare_surname_has_the_nominative_of_its_bearer() -> None:
    found = [item.normal for item in mentions("Кари Захарова приехала. Слова Захаровой повторил министр.", "ru")]
    assert found == ["Кари Захарова", "Захарова"]


def test_traditional_characters_have_their_simplified_form() -> None:
    assert ("維也納", "维也纳") in [(item.text, item.normal) for item in mentions("會談在維也納舉行。", "zh-Hant")]


def test_latin_names_in_a_chinese_text_are_found() -> None:
    found = named("记者采访了专家 Samuel Charap 和 NATO 官员。", "zh")
    assert ("Samuel Charap", "person") in found
    assert ("NATO", "organisation") in found


def test_a_foreign_name_after_a_title_is_found_with_its_border() -> None:
    assert ("纽兰", "person") in named("美国副国务卿纽兰、德国外长等人出席。", "zh")


def test_page_furniture_is_no_name() -> None:
    assert named("Advertisement\n\nStory", "en") == []


@pytest.mark.parametrize("language", ["zh", "en", "ru", "uk", "fr", "de", "es", "ar", "ja", "pt", "tlh"])
def test_every_mention_cuts_its_own_text(language: str) -> None:
    text = "NATO і Росія: 北约与俄罗斯 — Russie, Russland. روسيا والناتو. ロシア大統領 Vladimir Putin!"
    found = mentions(text, language)
    assert all(text[item.start : item.end] == item.text for item in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("Президент України Володимир Зеленський зустрівся з канцлером у Берліні.", "uk", {"України", "Володимир Зеленський"}),
        ("Le président Emmanuel Macron s'est rendu en Ukraine.", "fr", {"Emmanuel Macron", "Ukraine"}),
        ("التقى الرئيس فلاديمير بوتين بوفد من أوكرانيا.", "ar", {"أوكرانيا"}),
        ("プーチン大統領はウクライナについて述べた。", "ja", {"プーチン", "ウクライナ"}),
        ("Außenminister aus Russland und Frankreich trafen sich.", "de", {"Russland", "Frankreich"}),
    ],
)
def test_languages_without_a_model_get_their_known_names(text: str, language: str, names: set[str]) -> None:
    assert names <= {item.text for item in mentions(text, language)}


EXAMPLES = [(code, example) for code, table in sorted(languages.tables("examples").items()) for example in table.get("mentions", ())]


@pytest.mark.parametrize(("code", "example"), EXAMPLES, ids=[example["text"][:20] for _, example in EXAMPLES])
def test_the_examples_of_every_language_are_understood(code: str, example: dict[str, Any]) -> None:
    assert named(example["text"], code) == [tuple(name) for name in example["names"]]


def test_every_language_has_examples() -> None:
    assert {code for code, _ in EXAMPLES} == set(languages.codes())


def clean(name: str) -> str:
    """The article of a capture, roughly: its long lines without markup."""
    lines = [re.sub(r"<a href=[^>]*>", "", line).strip() for line in (SEEDS / name).read_text("utf-8").splitlines()]
    return "\n\n".join(line for line in lines if len(line) > 60 or line.endswith("。"))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_everybody_in_the_captures_is_found(language: str) -> None:
    if not SEEDS.is_dir():
        pytest.skip("../shared is not here")
    gold = json.loads((SEEDS / "gold.json").read_text("utf-8"))
    name = next(file for file, about in gold.items() if file.endswith(".txt") and about["article"]["language"] == language)
    found = mentions(clean(name), language)
    for kind, key in (("person", "persons"), ("organisation", "organisations"), ("place", "places")):
        missing = [want for want in gold[name].get(key, []) if not any(want in item.text for item in found if item.type == kind)]
        assert missing == []


def test_prefixes_stay_outside_of_english_names() -> None:
    found = named("Non-NATO countries, anti-Kremlin voices and pro-Russia groups met; a non-EU state did not.", "en")
    assert found == [("NATO", "organisation"), ("Kremlin", "organisation"), ("Russia", "place"), ("EU", "organisation")]


def test_a_headline_in_title_case_gives_only_its_names() -> None:
    text = "Zagreb Court Rejects Key Demand Of Opposition Leader\n\nThe court in Zagreb rejected the demand."
    assert [name for name, _ in named(text, "en") if name != "Zagreb"] == []
