from __future__ import annotations

from dragoman.web.pages import article
from dragoman.web.routes import DOORS, FORMS, ROUTES


def test_paths_and_names_are_unique():
    assert len({route.path for route in ROUTES}) == len(ROUTES)
    assert len({route.name for route in ROUTES}) == len(ROUTES)
    assert len({(door.path, door.form) for door in DOORS}) == len(DOORS)
    assert len({door.name for door in (*ROUTES, *FORMS, *DOORS)}) == len((*ROUTES, *FORMS, *DOORS))


def test_a_route_is_a_path_a_name_and_a_page():
    assert any(route.path == "/article/{part:str}" and route.page is article.page for route in ROUTES)
