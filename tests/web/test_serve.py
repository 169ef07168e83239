from __future__ import annotations

import uvicorn

from dragoman.web import serve


def test_only_loopback_addresses_are_local():
    assert all(serve.local(host) for host in ("127.0.0.1", "::1", "localhost", "127.9.9.9"))
    assert not any(serve.local(host) for host in ("0.0.0.0", "::", "192.168.1.1", "desk.example"))


def test_the_portal_is_served_on_loopback_unless_told_otherwise(desk, monkeypatch):
    calls = []
    monkeypatch.setattr(uvicorn, "run", lambda app, **options: calls.append((app, options)))
    serve.serve(desk)
    serve.serve(desk, "0.0.0.0", 9000)
    assert [(options["host"], options["port"]) for _, options in calls] == [("127.0.0.1", 8000), ("0.0.0.0", 9000)]
    assert [app.before_request is not None for app, _ in calls] == [True, False]
