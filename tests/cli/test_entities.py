"""`dragoman entities` lists who is named, in every language."""


def test_one_entity_carries_its_names_in_several_scripts(ask) -> None:
    items = {item["id"]: item for item in ask("entities", "--limit", "1000")["items"]}
    assert {"zh", "en", "ru"} <= set(items["NATO"]["names"])
    assert items["NATO"]["type"] == "organisation"


def test_the_most_often_named_come_first(ask) -> None:
    counts = [item["mentions"] for item in ask("entities")["items"]]
    assert counts == sorted(counts, reverse=True)


def test_people_get_a_table(run, sample_desk) -> None:
    assert "names" in run("entities", "--desk", str(sample_desk), "--limit", "3").stdout


def test_letters_of_a_name_in_any_language_find_it(ask) -> None:
    assert "person:jens-stoltenberg" in {item["id"] for item in ask("entities", "--text", "Столтенберг")["items"]}
    assert {item["type"] for item in ask("entities", "--type", "person")["items"]} == {"person"}


def test_one_entity_is_shown_with_its_words(ask) -> None:
    shown = ask("entities", "斯托尔滕贝格")
    assert shown["id"] == "person:jens-stoltenberg"
    assert {"zh", "en", "ru"} <= set(shown["names"])
    assert shown["said"]
    assert shown["stories"]
    assert {named["article"] for named in shown["named"]} == set(shown["articles"])


def test_one_entity_for_people(run, sample_desk) -> None:
    told = run("entities", "Stoltenberg", "--desk", str(sample_desk)).stdout
    for part in ("person", "NATO", "斯托尔滕贝格", "story ", "article "):
        assert part in told


def test_wrong_types_and_unknown_names_are_told(run, sample_desk) -> None:
    assert run("entities", "--type", "dragon", "--desk", str(sample_desk)).exit_code == 2
    assert run("entities", "Nobody At All", "--desk", str(sample_desk)).exit_code == 1
