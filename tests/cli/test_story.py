"""`dragoman story` prints the brief."""

from pathlib import Path


def test_the_brief_has_the_fixed_shape(ask) -> None:
    story = ask("stories")["items"][0]["id"]
    brief = ask("story", story)
    parts = "story title titles languages members sources reprints timeline agenda statements positions figures names press summary gaps"
    assert set(parts.split()) <= set(brief)
    assert brief["story"] == story


def test_people_get_markdown(run, ask, sample_desk: Path) -> None:
    brief = ask("story", ask("stories")["items"][0]["id"])
    shown = run("story", brief["story"], "--desk", str(sample_desk), "--markdown")
    assert shown.exit_code == 0
    assert shown.stdout.startswith("# ")
    assert brief["title"] in shown.stdout


def test_a_story_that_is_not_there_is_an_error(run, sample_desk: Path) -> None:
    result = run("story", "s0", "--desk", str(sample_desk))
    assert result.exit_code == 1
    assert "s0" in str(result.exception)


def test_json_and_markdown_exclude_each_other(run) -> None:
    assert run("story", "s0", "--json", "--markdown").exit_code == 2
