from __future__ import annotations

import inspect

from dragoman.web.desk import ReadingDesk


def test_the_fake_desk_has_every_verb_of_the_port(fakes):
    verbs = {name: verb for name, verb in vars(ReadingDesk).items() if not name.startswith("_")}
    assert set(verbs) == {
        "latest", "reading", "story_of", "stories", "brief", "search", "statements", "agenda", "entities", "problems", "articles",
    }  # fmt: skip
    for name, verb in verbs.items():
        assert list(inspect.signature(getattr(fakes.FakeDesk, name)).parameters) == list(inspect.signature(verb).parameters), name
