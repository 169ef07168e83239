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
    assert set(score.peers) == {"single-pass TF-IDF", "single-pass raw vectors", "single-pass centred vectors"}
    assert score.metrics["shuffle_b3"] == 1.0
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


def event(name, day, language="en"):
    """Three articles of an event in words of its own."""
    words = [f"{name}{at}" for at in range(9)]
    return [
        {"id": f"{name}{at}", "language": language, "published": f"2023-05-{day:02}", "title": "", "story": name}
        | {"text": f"{' '.join(words)} number{at} {' '.join(reversed(words))}."}
        for at in range(3)
    ]


def test_the_join_is_fitted_on_the_first_share_and_scored_on_the_rest(tmp_path, light):
    docs = [
        doc for at, name in enumerate(("harbour", "election", "glacier", "orchestra", "comet", "railway")) for doc in event(name, at + 1)
    ]
    write(tmp_path, docs)
    score = Clusters().fitted(str(tmp_path), light, 0.7)
    assert score.n == 6
    assert score.metrics["b3_f1"] == 1.0
    assert {"shipped", "single-pass centred vectors"} <= set(score.peers)
    assert score.by_language["en"]["gold_clusters"] == 2


def test_where_events_cross_languages_the_nearest_is_asked_for(tmp_path, light):
    write(tmp_path, event("harbour", 1) + [doc | {"id": doc["id"] + "de"} for doc in event("harbour", 2, "de")] + event("comet", 1, "de"))
    score = Clusters().score(str(tmp_path), light)
    assert score.metrics["cross_p1"] == score.peers["single-pass centred vectors"]["cross_p1"] == 1.0


@pytest.mark.parametrize("fit", [0, 1, 5])
def test_only_a_share_can_be_fitted_on(tmp_path, light, fit):
    write(tmp_path, event("harbour", 1))
    with pytest.raises(DragomanError, match="a share"):
        Clusters().fitted(str(tmp_path), light, fit)


def test_a_set_that_teaches_nothing_is_named(tmp_path, light):
    write(tmp_path, event("harbour", 1))
    with pytest.raises(DragomanError, match="too small"):
        Clusters().fitted(str(tmp_path), light, 0.5)
