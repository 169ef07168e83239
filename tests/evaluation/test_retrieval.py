import json

from dragoman.evaluation.retrieval import Retrieval


def test_a_mate_that_shares_words_is_found_first(tmp_path, light):
    docs = [
        {"id": "1", "language": "en", "title": "NATO 2021 Vienna", "text": "", "mate": "a"},
        {"id": "2", "language": "en", "title": "FIFA 1998 Paris", "text": "", "mate": "b"},
        {"id": "3", "language": "de", "title": "NATO 2021 Vienna", "text": "", "mate": "a"},
        {"id": "4", "language": "de", "title": "FIFA 1998 Paris", "text": "", "mate": "b"},
        {"id": "5", "language": "fr", "title": "sans pareil", "text": "", "mate": "c"},
    ]
    (tmp_path / "docs.jsonl").write_text("\n".join(json.dumps(doc) for doc in docs), "utf-8")
    score = Retrieval().score(str(tmp_path), light)
    assert score.metrics == {"mrr": 1.0, "recall_1": 1.0, "recall_10": 1.0}
    assert score.peers["shared names and numbers"]["mrr"] == 1.0
    assert sorted(score.by_language) == ["de", "en"]
