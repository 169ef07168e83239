"""The portal on a port."""

from __future__ import annotations

import ipaddress
import socket

import uvicorn

from dragoman.errors import DragomanError
from dragoman.web.app import create_app
from dragoman.web.desk import JudgingDesk


def local(host: str) -> bool:
    """Whether only this machine can reach that address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def serve(desk: JudgingDesk, host: str = "127.0.0.1", port: int = 8000, judging: bool = False) -> None:
    """Serves until interrupted; `judging`: people's words are taken. Raises `DragomanError` where the address cannot be had."""
    try:
        socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET).close()
    except OSError as error:
        raise DragomanError(f"cannot listen on {host}:{port}: {error.strerror or error}; choose another with --port") from error
    app = create_app(desk, loopback=local(host), judging=desk if judging else None)
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False, proxy_headers=False)
