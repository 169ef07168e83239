"""What the OpenAPI document says, the API does: made-up questions, right and wrong ones, find no fault of ours and no shape untold."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance, status_code_conformance

from dragoman.accounts.listed import Listed
from dragoman.desk import Desk
from dragoman.model.query import Collected
from dragoman.model.story import Story
from dragoman.web.api.answering import Caller
from dragoman.web.api.openapi import document
from dragoman.web.app import create_app

PATHS: dict[str, Any] = json.loads(msgspec.json.encode(document()))["paths"]
OPERATIONS = [(method.upper(), path) for path, methods in PATHS.items() for method in methods]
MODES = {"right": GenerationMode.POSITIVE, "wrong": GenerationMode.NEGATIVE}


class Open:
    """Everybody reads; the one token judges."""

    open_reading = True

    def by_token(self, token: str, address: str) -> Caller | None:
        return Caller("ada", "admin", ("read", "judge", "collect", "admin")) if token == "t" else None

    def users(self) -> tuple[Listed, ...]:
        return (Listed("u1", "Ada", "ada@paper.example", "admin", True, "2031-03-10T10:00:00+00:00", None, True, False, "", ""),)

    def note(self, caller: Caller, what: str, on: str, address: str) -> None:
        pass

    def by_browser(self, cookies: Mapping[str, str]) -> Caller | None:
        return None


def _fakes() -> Any:
    spec = importlib.util.spec_from_file_location("dragoman_api_fakes", Path(__file__).parents[1] / "web" / "fakes.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The API over a real desk that holds the hand-made articles in one story."""
    fakes = _fakes()
    desk = Desk.open(desk=str(tmp_path_factory.mktemp("api") / "desk"))
    brief, store = fakes.BRIEF, desk.store(write=True)
    for reading in fakes.READINGS.values():
        store.save(reading.article.url, reading.article.id, reading, ())
    store.file([Story(brief.story, brief.members, brief.title, brief.titles, brief.languages, "2031-03-10", "2031-03-14")], [])
    desk.receive = lambda handed: Collected(new=len(handed))  # type: ignore[method-assign]  # another process, which loads models
    desk.takedown("a0000000000000004", "asked for", "ada")
    app = create_app(desk, judging=desk, gate=Open())
    yield schemathesis.openapi.from_asgi("/api/openapi.json", app)
    desk.__exit__(None, None, None)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("method", "path"), OPERATIONS, ids=lambda word: word)
def test_no_question_finds_a_fault_of_ours(api, method, path, mode):
    @given(case=api[path][method].as_strategy(generation_mode=MODES[mode]))
    @settings(max_examples=12, deadline=None, derandomize=True, phases=(Phase.generate,), suppress_health_check=list(HealthCheck))
    def asked(case: Any) -> None:
        response = case.call(headers={"Authorization": "Bearer t"})
        assert response.status_code < 500, response.text
        case.validate_response(response, checks=[status_code_conformance, content_type_conformance, response_schema_conformance])

    asked()
