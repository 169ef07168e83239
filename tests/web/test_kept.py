"""Pages are kept while the desk's file does not change, and only for whom they were made."""

from __future__ import annotations

import re

import pytest
from litestar.testing import TestClient

from dragoman.web.app import create_app


@pytest.fixture
def counted(fakes):
    """A desk that tells its version and counts what it is asked."""

    class Counted(fakes.FakeDesk):
        stamp, looks = (1, 1), 0

        def version(self):
            return self.stamp

        def latest(self, query):
            self.looks += 1
            return super().latest(query)

    return Counted()


def test_a_page_is_made_once_a_version_language_and_address(counted):
    with TestClient(create_app(counted)) as client:
        first = client.get("/", headers={"Accept-Language": "en"})
        again = client.get("/", headers={"Accept-Language": "en"})
        assert (counted.looks, first.status_code) == (1, 200)
        assert (first.text, first.headers["etag"]) == (again.text, again.headers["etag"])
        assert client.get("/", headers={"Accept-Language": "en", "If-None-Match": first.headers["etag"]}).status_code == 304
        assert counted.looks == 1
        assert 'lang="ar"' in client.get("/", headers={"Accept-Language": "ar"}).text
        client.get("/?language=en", headers={"Accept-Language": "en"})
        assert counted.looks == 3
        counted.stamp = (2, 1)
        client.get("/", headers={"Accept-Language": "en"})
        assert counted.looks == 4


def test_every_reader_gets_the_token_of_their_own(counted):
    def token(client):
        return set(re.findall(r'name="_csrf_token" value="([^"]*)"', client.get("/").text))

    app = create_app(counted)
    with TestClient(app) as one, TestClient(app) as other:
        ones, others = token(one), token(other)
    assert len(ones) == len(others) == 1
    assert ones != others
    assert counted.looks == 1


def test_what_is_not_there_is_looked_for_again(counted, fakes):
    with TestClient(create_app(counted)) as client:
        assert [client.get("/article/a0").status_code for _ in range(2)] == [404, 404]
        assert client.get("/story/smerged", follow_redirects=False).status_code == 302
        assert client.get("/story/smerged", follow_redirects=False).headers["location"] == f"/story/{fakes.STORY}"
