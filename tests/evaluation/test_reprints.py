import json

import pytest

from dragoman.errors import DragomanError
from dragoman.evaluation.reprints import Reprints

TEXT = (
    "Ministers of five countries met in Vienna on Monday to reopen the grain corridor across the Black Sea before the harvest begins. "
    "The talks had been put off twice since March because the ports could not agree on inspections."
)
OTHER = "The national team won the football cup final on penalties after a goalless evening at the old stadium by the river."


def write(folder, pairs):
    side = lambda text, day=None: {"language": "en", "title": "", "text": text, "published": day}  # noqa: E731
    lines = [
        json.dumps({"id": str(n), "a": side(a, "2023-05-02"), "b": side(b, "2023-05-03"), "same": same, **more})
        for n, (a, b, same, more) in enumerate(pairs)
    ]
    (folder / "pairs.jsonl").write_text("\n".join(lines), "utf-8")


def test_copies_are_told_from_other_texts(tmp_path, light):
    write(tmp_path, [(TEXT, TEXT[:130], True, {}), (TEXT, OTHER, False, {})])
    assert Reprints().score(str(tmp_path), light).metrics == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "auc": 1.0}


def test_each_kind_and_the_side_of_the_copy_are_scored(tmp_path, light):
    cut = {"kind": "cut", "copy": "b"}
    write(tmp_path, [(TEXT, TEXT[:130], True, cut), (TEXT, TEXT[:150], True, cut | {"copy": "a"}), (TEXT, OTHER, False, {"kind": "other"})])
    metrics = Reprints().score(str(tmp_path), light).metrics
    assert (metrics["direction"], metrics["recall cut"], metrics["rejected other"]) == (0.5, 1.0, 1.0)


def test_a_credit_tells_the_copy_against_the_dates(tmp_path, light):
    write(tmp_path, [(TEXT, TEXT[:130], True, {"copy": "a"})])
    row = json.loads((tmp_path / "pairs.jsonl").read_text("utf-8"))
    row["a"]["credit"], row["b"]["outlet"] = "Harbour Post", "harbour-post.example"
    (tmp_path / "pairs.jsonl").write_text(json.dumps(row), "utf-8")
    assert Reprints().score(str(tmp_path), light).metrics["direction"] == 1.0


def test_a_set_of_single_documents_is_refused_with_what_is_expected(tmp_path, light):
    (tmp_path / "articles.jsonl").write_text("{}")
    with pytest.raises(DragomanError, match=r"reads pairs\.jsonl"):
        Reprints().score(str(tmp_path), light)


def test_where_all_pairs_are_the_same_nothing_is_ranked(tmp_path, light):
    write(tmp_path, [(TEXT, TEXT[:130], True, {})])
    assert Reprints().score(str(tmp_path), light).metrics == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
