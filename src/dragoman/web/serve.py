"""The portal on a port."""

from __future__ import annotations

import ipaddress
import socket
import sys
import threading
from collections.abc import Callable, Mapping
from types import FrameType
from typing import Any

import uvicorn
from litestar import Litestar

from dragoman.accounts.front import Accounts
from dragoman.errors import DragomanError
from dragoman.web.app import create_app
from dragoman.web.care import care
from dragoman.web.desk import AccountDesk


def local(host: str) -> bool:
    """Whether only this machine can reach that address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


SWITCH = 0.001
"""Seconds after which a thread lets others on. SQLite lets go of the interpreter at every row: with Python's 5 ms a list of 30 lines waits
30 times behind pages that are being laid out."""


IDLE = 75
"""Seconds for which a connection without requests stays open: with uvicorn's 5 it is closed just when a reader clicks again."""


class Server(uvicorn.Server):
    """Tells the streams to end when it is told to: a server waits for its connections before it stops."""

    def __init__(self, config: uvicorn.Config, ending: Callable[[], None]) -> None:
        super().__init__(config)
        self._ending = ending

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Called on SIGINT and SIGTERM."""
        self._ending()
        super().handle_exit(sig, frame)


def run(app: Litestar, **options: Any) -> None:
    """Serves an application until interrupted."""
    sys.setswitchinterval(SWITCH)
    Server(uvicorn.Config(app, timeout_graceful_shutdown=5, timeout_keep_alive=IDLE, **options), app.state.wire.end).run()


def welcome(accounts: Accounts, address: str) -> None:
    """On a desk that nobody can log in to yet: makes the admin and prints the link that sets the password."""
    first = accounts.people.first()
    if first and first.user:
        sys.stdout.write(f"{first.user.name}, choose a password (once, within a week): {address.rstrip('/')}/password/{first.link}\n")
        sys.stdout.flush()


def serve(desk: AccountDesk, settings: Mapping[str, Any]) -> None:
    """Serves until interrupted, as the settings of the desk say. Raises `DragomanError` where the address cannot be had."""
    host, port, proxies = settings["host"], settings["port"], settings["proxies"].replace(" ", "")
    try:
        socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET).close()
    except OSError as error:
        raise DragomanError(f"cannot listen on {host}:{port}: {error.strerror or error}; choose another with --port") from error
    alone = local(host) and not proxies
    accounts = desk.accounts() if settings["accounts"] else None
    judging = desk if settings["judging"] or accounts else None
    app = create_app(desk, loopback=alone, judging=judging, care=care(settings, alone), accounts=accounts)
    if accounts:
        welcome(accounts, settings["public_address"] or f"http://{host}:{port}")
    threading.Thread(target=desk.ready, name="ready", daemon=True).start()
    told: dict[str, Any] = {"proxy_headers": bool(proxies), "forwarded_allow_ips": proxies or "127.0.0.1"}
    run(app, host=host, port=port, log_level="warning", server_header=False, **told)
