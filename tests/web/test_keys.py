from __future__ import annotations

import re
from pathlib import Path

from dragoman.web import keys
from dragoman.web.routes import ROUTES

SCRIPT = (Path(keys.__file__).parent / "static" / "keys.js").read_text("utf-8")


def test_the_sheet_and_the_script_tell_the_same():
    told = {key for pressed, _ in keys.SHEET for key in pressed} - {"Enter", "Esc"}
    (body,) = re.findall(r"const DO = \{(.*?)\n  \};", SCRIPT, re.DOTALL)
    assert told == set(re.findall(r'^    "?([a-z/?])"?:', body, re.MULTILINE))
    (go,) = re.findall(r"const GO = \{(.*?)\}", SCRIPT)
    assert {key: path for key, path, _ in keys.GO} == dict(re.findall(r'(\w): "([^"]+)"', go))


def test_every_place_to_go_is_a_page():
    assert {path for _, path, _ in keys.GO} <= {route.path for route in ROUTES}


def test_the_script_writes_no_markup_and_fetches_nothing():
    for sink in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval", "Function(", "fetch(", "XMLHttpRequest", ".src"):
        assert sink not in SCRIPT
