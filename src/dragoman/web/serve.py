"""The portal on a port."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Mapping
from types import FrameType
from typing import Any

import uvicorn
from litestar import Litestar

from dragoman.errors import DragomanError
from dragoman.web.app import create_app
from dragoman.web.care import care
from dragoman.web.desk import JudgingDesk


def local(host: str) -> bool:
    """Whether only this machine can reach that address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


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
    Server(uvicorn.Config(app, timeout_graceful_shutdown=5, **options), app.state.wire.end).run()


def serve(desk: JudgingDesk, settings: Mapping[str, Any]) -> None:
    """Serves until interrupted, as the settings of the desk say. Raises `DragomanError` where the address cannot be had."""
    host, port, proxies = settings["host"], settings["port"], settings["proxies"].replace(" ", "")
    try:
        socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET).close()
    except OSError as error:
        raise DragomanError(f"cannot listen on {host}:{port}: {error.strerror or error}; choose another with --port") from error
    alone = local(host) and not proxies
    app = create_app(desk, loopback=alone, judging=desk if settings["judging"] else None, care=care(settings, alone))
    told: dict[str, Any] = {"proxy_headers": bool(proxies), "forwarded_allow_ips": proxies or "127.0.0.1"}
    run(app, host=host, port=port, log_level="warning", server_header=False, **told)
