"""`dragoman stories` lists stories, latest first, in pages."""


def test_stories_have_the_fixed_shape(ask) -> None:
    items = ask("stories")["items"]
    assert {"id", "title", "languages", "first", "last", "members"} <= set(items[0])
    assert all(isinstance(member, str) for item in items for member in item["members"])
    assert [item["last"] for item in items] == sorted((item["last"] for item in items), reverse=True)


def test_pages_follow_each_other(ask) -> None:
    every = [item["id"] for item in ask("stories")["items"]]
    first = ask("stories", "--limit", "2")
    second = ask("stories", "--limit", "100", "--after", first["next"])
    assert [item["id"] for item in first["items"] + second["items"]] == every
    assert second["next"] is None


def test_filters_keep_languages_and_days(ask) -> None:
    assert all("uk" in item["languages"] for item in ask("stories", "--language", "uk")["items"])
    assert ask("stories", "--since", "2023-01-01")["items"] == []


def test_people_get_a_table(run, sample_desk) -> None:
    shown = run("stories", "--desk", str(sample_desk))
    assert shown.exit_code == 0
    assert "languages" in shown.stdout
