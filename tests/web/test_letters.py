from __future__ import annotations

import pytest

from dragoman.web import tongues
from dragoman.web.letters import LETTERS, wording


@pytest.mark.parametrize("language", tongues.codes())
@pytest.mark.parametrize("kind", LETTERS)
def test_a_letter_names_the_person_and_the_link_in_every_language(kind, language):
    made = wording(kind, language)
    body = made.body % {"name": "Ada", "link": "https://desk.example/x"}
    assert ("Ada" in body) == (kind != "invite")  # who is invited has no name yet
    assert "https://desk.example/x" in body.splitlines()
    assert made.subject
