from __future__ import annotations

from dragoman.annotate.mention_gazetteer import prepared
from dragoman.annotate.mention_scene import Role, Scene
from dragoman.annotate.mention_spans import Span

SCENE = Scene(
    prepared("The Norwegian minister Kari Berg", "en"),
    [Span(23, 32, "person")],
    [Span(4, 13, "other", entity="NO", kind="demonym")],
)


def test_what_stands_over_an_offset() -> None:
    assert SCENE.covering(25) == Span(23, 32, "person")
    assert SCENE.covering(15) is None


def test_an_office_has_the_party_named_first_in_it() -> None:
    assert SCENE.role(4, 22) == Role(4, 22, "NO")
    assert SCENE.role(14, 22) == Role(14, 22, None)


def test_the_piece_at_an_offset_or_after_it() -> None:
    assert SCENE.text.surface(SCENE.piece_at(23)) == "Kari"
