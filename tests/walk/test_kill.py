"""A kill in the middle of a collection leaves no half article, and the next collection completes the work."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from dragoman.desk import Desk
from dragoman.model.query import Query
from walk.generated import write

PAGES = 60
COMMAND = [sys.executable, "-m", "dragoman"]
LIGHT = {"DRAGOMAN_ANNOTATORS": "sentences,times", "DRAGOMAN_EMBEDDER": "hashing"}
"""What is understood of a page matters nothing here, and models take long to load."""
ENVIRONMENT = {**os.environ, **LIGHT, "DRAGOMAN_BATCH": "4", "OMP_NUM_THREADS": "1"}


def held(desk: Path) -> int:
    """Asks the file itself: opening a desk takes longer than filing some pages."""
    try:
        with closing(sqlite3.connect(f"file:{desk / 'desk.sqlite'}?mode=ro", uri=True)) as file:
            return int(file.execute("SELECT count(*) FROM articles").fetchone()[0])
    except sqlite3.Error:  # the desk may be half made while we look
        return 0


def test_a_killed_collection_leaves_a_sound_desk_that_the_next_one_completes(tmp_path: Path) -> None:
    pages, desk = tmp_path / "pages", tmp_path / "desk"
    write(pages, PAGES)
    collect = [*COMMAND, "collect", str(pages), "--desk", str(desk), "--json"]
    process = subprocess.Popen(collect, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    deadline = time.monotonic() + 120
    while held(desk) < 8 and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    assert process.poll() is None, process.stderr
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    before = held(desk)
    assert 8 <= before < PAGES

    checked = subprocess.run(
        [*COMMAND, "doctor", "--desk", str(desk), "--json"], env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert json.loads(checked.stdout)["wrong"] == []

    again = subprocess.run(collect, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    done = json.loads(again.stdout)
    assert (done["new"], done["known"], done["failed"]) == (PAGES - before, before, 0)
    with Desk.open(desk=str(desk)) as opened:
        members = [member.article for story in opened.stories(Query(limit=1000)).items for member in story.members]
    assert len(members) == len(set(members)) == PAGES
