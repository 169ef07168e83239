"""`dragoman agenda` lists what was announced, in order of the dates."""


def test_the_agenda_is_in_order_and_filtered_by_day_and_party(ask) -> None:
    items = ask("agenda")["items"]
    assert items
    assert [item["start"] for item in items] == sorted(item["start"] for item in items)
    assert all(item["start"] <= "2022-01-12" for item in ask("agenda", "--until", "2022-01-12")["items"])
    assert all("OSCE" in item["parties"] for item in ask("agenda", "--party", "OSCE")["items"])


def test_people_get_a_table(run, sample_desk) -> None:
    assert "status" in run("agenda", "--desk", str(sample_desk)).stdout
