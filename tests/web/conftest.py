from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from litestar.testing import TestClient
from lxml import html

from dragoman.web.app import create_app

NAME = "dragoman_web_fakes"


def load() -> ModuleType:
    if NAME not in sys.modules:
        spec = importlib.util.spec_from_file_location(NAME, Path(__file__).with_name("fakes.py"))
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[NAME] = module
        spec.loader.exec_module(module)
    return sys.modules[NAME]


@pytest.fixture(scope="session")
def fakes() -> ModuleType:
    return load()


@pytest.fixture
def desk(fakes: ModuleType) -> Any:
    return fakes.FakeDesk()


@pytest.fixture
def client(desk: Any) -> Iterator[TestClient]:  # type: ignore[type-arg]
    with TestClient(create_app(desk)) as made:
        yield made


@pytest.fixture
def empty(fakes: ModuleType) -> Iterator[TestClient]:  # type: ignore[type-arg]
    with TestClient(create_app(fakes.FakeDesk(empty=True))) as made:
        yield made


@pytest.fixture
def page(client: TestClient) -> Callable[..., Any]:  # type: ignore[type-arg]
    """Gets a page that must answer 200, as an lxml tree."""

    def get(path: str, language: str = "en") -> Any:
        answer = client.get(path, headers={"Accept-Language": language})
        assert answer.status_code == 200, path
        return html.fromstring(answer.content.decode())

    return get
