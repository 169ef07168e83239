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
