from __future__ import annotations

from dragoman.web.pages import article
from dragoman.web.routes import ROUTES


def test_paths_and_names_are_unique():
    assert len({route.path for route in ROUTES}) == len(ROUTES)
    assert len({route.name for route in ROUTES}) == len(ROUTES)


def test_a_route_is_a_path_a_name_and_a_page():
    assert any(route.path == "/article/{part:str}" and route.page is article.page for route in ROUTES)
