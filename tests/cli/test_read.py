"""`dragoman read` prints readings in the order given, stores nothing, and lists what failed."""

from __future__ import annotations

import json
from pathlib import Path


def test_readings_come_as_json_lines_in_the_order_given(run, samples: Path, tmp_path: Path) -> None:
    files = [str(samples / name) for name in ("talks/05-ru-nevsky.html", "talks/03-en-herald.html", "talks/01-zh-haigang.html")]
    result = run("read", *files, "--json")
    assert result.exit_code == 0, result.output
    assert [json.loads(line)["article"]["language"] for line in result.stdout.splitlines()] == ["ru", "en", "zh"]
    assert list(tmp_path.iterdir()) == []


def test_standard_input_is_read(run, samples: Path) -> None:
    result = run("read", "-", "--json", text=(samples / "talks/03-en-herald.html").read_bytes())
    assert json.loads(result.stdout)["article"]["title"].startswith("No breakthrough")


def test_what_cannot_be_read_is_listed_and_stops_nothing(run, samples: Path, tmp_path: Path) -> None:
    empty, picture, binary = tmp_path / "empty.html", tmp_path / "p.html", tmp_path / "b.txt"
    empty.write_bytes(b"")
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    binary.write_bytes(bytes(range(256)) * 40)
    good = str(samples / "talks/03-en-herald.html")
    result = run("read", str(empty), str(picture), str(binary), str(tmp_path / "gone.html"), good, "--json")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    assert all(name in result.stderr for name in ("empty.html", "p.html", "b.txt", "gone.html"))


def test_the_trace_tells_each_stage(run, samples: Path) -> None:
    result = run("read", str(samples / "talks/03-en-herald.html"), "--trace")
    assert result.exit_code == 0
    assert all(stage in result.stderr for stage in ("extract", "sentences", "mentions", "statements", "embed"))
    assert "No breakthrough" in result.stdout
