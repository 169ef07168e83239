from __future__ import annotations

from dragoman.annotate.taggers.spacy_fr import SpacyFrench


def test_french_names_are_tagged_with_their_offsets() -> None:
    text = "Le chancelier Olaf Scholz a rencontré la Commission européenne à Bruxelles."
    found = [(text[start:end], kind) for start, end, kind, _ in SpacyFrench().tag(text)]
    assert found == [("Olaf Scholz", "person"), ("Commission européenne", "organisation"), ("Bruxelles", "place")]
