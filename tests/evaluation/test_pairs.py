import json
from itertools import pairwise

import pytest

from dragoman.errors import DragomanError
from dragoman.evaluation.pairs import Judged, Pairs, auc, pearson

TEXT = "Ministers of five countries met in Vienna on Monday to reopen the grain corridor across the Black Sea before the harvest begins."
OTHER = "The national team won the football cup final on penalties after a goalless evening at the old stadium by the river."


def write(folder, pairs):
    side = lambda text: {"language": "en", "title": "", "text": text, "published": None}  # noqa: E731
    lines = [json.dumps({"id": str(n), "a": side(a), "b": side(b), "same": same, "score": s}) for n, (a, b, same, s) in enumerate(pairs)]
    (folder / "pairs.jsonl").write_text("\n".join(lines), "utf-8")


def test_pairs_of_one_happening_score_above_others(tmp_path, light):
    write(tmp_path, [(TEXT, TEXT[20:], True, 1.0), (TEXT, OTHER, False, 4.0)])
    score = Pairs().score(str(tmp_path), light)
    assert score.metrics["auc"] == 1.0
    assert score.metrics["pearson"] > 0.9
    assert set(score.peers) == {"shared words", "raw vectors"}


def test_a_set_of_single_documents_is_refused_with_what_is_expected(tmp_path, light):
    (tmp_path / "articles.jsonl").write_text("{}")
    with pytest.raises(DragomanError, match=r"reads pairs\.jsonl"):
        Pairs().score(str(tmp_path), light)


def test_auc_counts_ties_half():
    judged = [Judged({"same": True}, 0.5), Judged({"same": False}, 0.5), Judged({"same": False}, 0.1)]
    assert auc(judged) == 0.75


def test_correlation_of_a_line_is_one():
    assert pearson([1, 2, 3], [2, 4, 6]) == pytest.approx(1.0)
    assert pearson([1, 1], [2, 4]) == 0.0


def test_where_all_pairs_are_the_same_nothing_is_ranked(tmp_path, light):
    write(tmp_path, [(TEXT, TEXT[:90], True, None)])
    assert "auc" not in Pairs().score(str(tmp_path), light).metrics


def test_the_others_count_in_the_macro_f1(tmp_path, light):
    write(tmp_path, [(TEXT, TEXT[20:], True, None), (TEXT, OTHER, False, None)])
    assert Pairs().score(str(tmp_path), light).metrics["macro_f1"] == 1.0


def test_each_pair_is_judged_by_what_the_other_folds_taught(tmp_path, light):
    texts = [
        (" ".join(f"{name}{at}" for at in range(12)), name) for name in ("harbour", "election", "glacier", "orchestra", "comet", "rail")
    ]
    same = [(text, f"{text} {name}again", True, None) for text, name in texts]
    write(tmp_path, same + [(a, b, False, None) for (a, _), (b, _) in pairwise(texts)] + [(TEXT, OTHER, None, 4.0)])
    score = Pairs().fitted(str(tmp_path), light, 3)
    assert (score.n, score.metrics["f1"], score.metrics["auc"]) == (11, 1.0, 1.0)
    assert set(score.peers) == {"raw vectors", "centred vectors", "any signs", "shipped"}


@pytest.mark.parametrize("fit", [0.5, 1, 2.5, 9])
def test_folds_are_whole_and_no_more_than_pairs(tmp_path, light, fit):
    write(tmp_path, [(TEXT, TEXT[20:], True, 1.0), (TEXT, OTHER, False, 4.0)])
    with pytest.raises(DragomanError, match="2 folds or more"):
        Pairs().fitted(str(tmp_path), light, fit)
