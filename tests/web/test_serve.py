from __future__ import annotations

import signal
import socket

import pytest
import uvicorn
from litestar.testing import TestClient

from dragoman import config
from dragoman.errors import DragomanError
from dragoman.web import serve
from dragoman.web.app import create_app


def test_only_loopback_addresses_are_local():
    assert all(serve.local(host) for host in ("127.0.0.1", "::1", "localhost", "127.9.9.9"))
    assert not any(serve.local(host) for host in ("0.0.0.0", "::", "192.168.1.1", "desk.example"))


def test_the_portal_is_served_on_loopback_unless_told_otherwise(desk, monkeypatch):
    calls = []
    monkeypatch.setattr(serve, "run", lambda app, **options: calls.append((app, options)))
    serve.serve(desk, config.load(given={"port": 0}))
    serve.serve(desk, config.load(given={"host": "0.0.0.0", "port": 0}))
    assert [(options["host"], options["port"]) for _, options in calls] == [("127.0.0.1", 0), ("0.0.0.0", 0)]
    for (app, _), refused in zip(calls, (True, False), strict=True):
        with TestClient(app) as client:
            assert (client.get("/", headers={"Host": "rebound.example"}).status_code == 421) is refused


def test_an_address_that_is_taken_is_an_error_that_says_so(desk):
    with socket.create_server(("127.0.0.1", 0)) as held, pytest.raises(DragomanError, match="cannot listen"):
        serve.serve(desk, config.load(given={"port": held.getsockname()[1]}))


def test_only_named_proxies_are_believed_in_whose_name_they_ask(desk, monkeypatch):
    calls = []
    monkeypatch.setattr(serve, "run", lambda app, **options: calls.append((app, options)))
    serve.serve(desk, config.load(given={"port": 0}))
    serve.serve(desk, config.load(given={"port": 0, "proxies": "127.0.0.1, 10.0.0.7"}))
    assert [options["proxy_headers"] for _, options in calls] == [False, True]
    assert calls[1][1]["forwarded_allow_ips"] == "127.0.0.1,10.0.0.7"
    assert [app.state.care.alone for app, _ in calls] == [True, False]


def test_the_streams_end_before_the_server_stops(desk):
    app = create_app(desk)
    server = serve.Server(uvicorn.Config(app), app.state.wire.end)
    server.handle_exit(signal.SIGTERM, None)
    assert app.state.wire.ended
    assert server.should_exit
