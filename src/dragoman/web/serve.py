"""The portal on a port."""

from __future__ import annotations

import ipaddress

import uvicorn

from dragoman.web.app import create_app
from dragoman.web.desk import ReadingDesk


def local(host: str) -> bool:
    """Whether only this machine can reach that address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def serve(desk: ReadingDesk, host: str = "127.0.0.1", port: int = 8000) -> None:
    """Serves until interrupted. Raises `SystemExit` where the port cannot be had."""
    uvicorn.run(create_app(desk, loopback=local(host)), host=host, port=port, log_level="warning", server_header=False, proxy_headers=False)
