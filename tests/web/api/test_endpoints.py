from __future__ import annotations

from dragoman.web.api.endpoints import ENDPOINTS


def test_an_id_is_explained_and_only_lists_have_filters():
    for endpoint in ENDPOINTS:
        assert ("{part}" in endpoint.path) == bool(endpoint.part), endpoint.name
        assert not (endpoint.part and endpoint.filters), endpoint.name


def test_reading_asks_for_the_scope_of_readers_and_the_list_of_users_for_that_of_admins():
    assert {endpoint.path for endpoint in ENDPOINTS if endpoint.scope == "admin"} == {"/users"}
    assert {endpoint.scope for endpoint in ENDPOINTS if endpoint.path != "/users"} == {"read"}
