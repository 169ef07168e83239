import json

import pytest

from dragoman.errors import DragomanError
from dragoman.evaluation.clusters import Clusters

ONE = "Ministers of five countries met in Vienna to reopen the grain corridor across the Black Sea before the harvest."
TWO = "In Vienna ministers of five countries talked of the grain corridor across the Black Sea, to reopen before the harvest."
THREE = "The national team won the football cup final on penalties after a goalless evening at the stadium."


def write(folder, docs):
    (folder / "articles.jsonl").write_text("\n".join(json.dumps(doc) for doc in docs), "utf-8")


def test_a_set_is_scored_with_its_peers(tmp_path, light):
    docs = [
        {"id": "1", "language": "en", "published": "2023-05-02", "title": "Grain corridor talks in Vienna", "text": ONE, "story": "a"},
        {"id": "2", "language": "en", "published": "2023-05-02", "title": "Vienna talks on grain corridor", "text": TWO, "story": "a"},
        {"id": "3", "language": "en", "published": None, "title": "Cup final", "text": THREE, "story": "b"},
    ]
    write(tmp_path, docs)
    score = Clusters().score(str(tmp_path), light)
    assert score.metrics["b3_f1"] == 1.0
    assert score.n == 3
    assert set(score.peers) == {"single-pass TF-IDF", "single-pass raw vectors"}
    assert score.by_language["en"]["clusters"] == 2


def test_titles_alone_are_enough(tmp_path, light):
    titles = [("Grain corridor talks in Vienna", "a"), ("Vienna talks on grain corridor", "a"), ("Cup final tonight", "b")]
    write(
        tmp_path,
        [{"id": str(n), "language": "en", "published": None, "title": t, "text": "", "story": s} for n, (t, s) in enumerate(titles)],
    )
    assert Clusters().score(str(tmp_path), light).metrics["b3_f1"] > 0.7


def test_another_folder_is_refused(tmp_path, light):
    with pytest.raises(DragomanError, match=r"articles\.jsonl"):
        Clusters().score(str(tmp_path), light)
