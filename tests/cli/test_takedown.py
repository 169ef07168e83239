"""`dragoman takedown` removes an article for good."""

import json
import shutil


def test_an_article_is_removed_listed_and_may_come_back(run, sample_desk, tmp_path) -> None:
    shutil.copytree(sample_desk, tmp_path / "d")
    article = json.loads(run("stories", "--desk", "d", "--json").stdout)["items"][0]["members"][0]
    done = json.loads(run("takedown", article, "--reason", "court order", "--desk", "d", "--json").stdout)
    assert [item["articles"] for item in done["items"]] == [[article]]
    assert "court order" in run("takedown", "--desk", "d").stdout
    assert run("takedown", article, "--desk", "d").exit_code == 1
    assert "may be collected again" in run("takedown", article, "--undo", "--desk", "d").stdout
    assert "nothing found" in run("takedown", "--requests", "--desk", "d").stdout
    assert run("takedown", "--undo", "--desk", "d").exit_code == 2
