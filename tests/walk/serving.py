"""A browser's flags, and the portal on a port: in this process, or as `dragoman serve` in its own."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import uvicorn

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@contextmanager
def served(app: Any) -> Iterator[str]:
    """The address of an application on a free port of this machine."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + 20
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    app.state.wire.end()
    server.should_exit = True
    thread.join(timeout=10)


def answers(address: str, patience: float = 120.0) -> None:
    """Waits until something answers there; the first look at a page is the slow one. Raises `TimeoutError`."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        try:
            with urlopen(address, timeout=patience):
                return
        except ConnectionError:
            time.sleep(0.1)
        except URLError as error:
            if not isinstance(error.reason, ConnectionError):
                raise
            time.sleep(0.1)
    raise TimeoutError(address)


@contextmanager
def serving(folder: Path, **settings: str) -> Iterator[tuple[str, str]]:
    """`dragoman serve` on a desk: its address, and the link by which its first admin chooses a password (empty where none was told)."""
    with socket.create_server(("127.0.0.1", 0)) as held:
        port = held.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    told = {f"DRAGOMAN_{name.upper()}": value for name, value in {**settings, "public_address": address}.items()}
    command = [sys.executable, "-m", "dragoman", "serve", "--desk", str(folder), "--port", str(port)]
    with (folder.parent / "serve.log").open("w+") as log:
        process = subprocess.Popen(command, env={**os.environ, **told}, stdout=log, stderr=subprocess.STDOUT)
        try:
            answers(f"{address}/keys")
            log.seek(0)
            link = re.search(r"/password/\S+", log.read())
            yield address, link[0] if link else ""
        finally:
            process.terminate()
            process.wait(timeout=30)
