"""Both captures of the acceptance set, read from outside the project."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from dragoman.extract import extract
from dragoman.fetch.encoding import decide
from dragoman.model.codec import to_plain
from dragoman.model.page import Page

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"


def checker() -> ModuleType:
    if not (SEEDS / "check.py").is_file():
        pytest.skip("../shared/seeds is not here")
    spec = importlib.util.spec_from_file_location("check", SEEDS / "check.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("number", [0, 1])
def test_every_article_line_of_the_gold_holds(number: int, capsys: pytest.CaptureFixture[str]) -> None:
    check = checker()
    name = check.FILES[number]
    body = (SEEDS / name).read_bytes()
    article = extract(Page(url=f"file:///{name}", asked=name, body=body, encoding=decide(body)))
    score = check.Score()
    check.check_article(score, name, check.GOLD[name]["article"], to_plain(article))
    assert score.held == score.all, capsys.readouterr().out
    for removed in article.removed:
        assert 0 <= removed.at <= len(article.text)
    if article.origin:
        where, _, place = article.origin.evidence.where.partition("/")
        words = article.removed[int(place)].text if where == "removed" else article.text
        assert words[article.origin.evidence.start : article.origin.evidence.end] == article.origin.evidence.text
