"""The quality gate: scores on labelled data must not fall below their floors.

    python quality/gate.py [--data FOLDER] [--floors FILE] [--only TASK] [--update]

Floors stand in `floors.json`, beside the digest of the set that they were measured on. A set that is not there is skipped and said so;
one whose digest differs is an error, because its floors would mean nothing. `--update` raises floors to what was measured, less a
margin, and never lowers one: that is done by hand, with its reason in the same commit. Exit 0 held or skipped, 1 a floor failed,
2 wrong use.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import sys
from pathlib import Path
from typing import Any

from dragoman.desk import Desk
from dragoman.errors import DragomanError

FLOORS = Path(__file__).parent / "floors.json"
DATA = Path(__file__).parents[2] / "shared" / "data"
MARGIN = 0.01  # a floor stands this far below what was measured: scores of models differ in the last digits between processors


def digest(folder: Path) -> str:
    """BLAKE2b over names and bytes of a set's files; its README is not part of it."""
    state = hashlib.blake2b(digest_size=8)
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != "README.md":
            state.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return state.hexdigest()


def check(desk: Desk, name: str, row: dict[str, Any], folder: Path, update: bool) -> bool:
    """Measures one set and prints a line a metric; whether all floors hold. With `update`, raises the row's floors."""
    found = digest(folder)
    if row["digest"] not in ("", found):
        print(f"FAILED {name}: the set is not the one that the floors were measured on")
        return False
    try:
        metrics = desk.evaluate(name.split(" ")[0], str(folder)).metrics
    except DragomanError as error:
        print(f"FAILED {name}: {error}")
        return False
    sound = True
    for metric, floor in row["floors"].items():
        value = metrics.get(metric, math.nan)
        held = value >= floor  # false for NaN
        sound &= held
        print(f"{'held  ' if held else 'FAILED'} {name} {metric}: {value:.4f} (floor {floor:.4f})", flush=True)
        if update and held:
            row["floors"][metric] = max(floor, math.floor((value - MARGIN) * 1000) / 1000)
    if update:
        row["digest"] = found
    return sound


def written(floors: dict[str, Any]) -> str:
    """The floors as they stand in the file: a row a line."""
    return "{\n" + ",\n".join(f" {json.dumps(name)}: {json.dumps(row)}" for name, row in floors.items()) + "\n}\n"


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA, help="the folder of the sets")
    parser.add_argument("--floors", type=Path, default=FLOORS, help="the file of floors")
    parser.add_argument("--only", help="one task")
    parser.add_argument("--update", action="store_true", help="raise floors to what was measured")
    options = parser.parse_args(words)
    floors = json.loads(options.floors.read_text("utf-8"))
    chosen = [name for name in floors if options.only in (None, name.split(" ")[0])]
    if not chosen:
        parser.error(f"no floor for {options.only}; there are floors for {', '.join(sorted({name.split(' ')[0] for name in floors}))}")
    failed = skipped = 0
    with Desk.open() as desk:
        for name in chosen:
            folder = options.data / name.split(" ")[1]
            if not folder.is_dir():
                print(f"skipped {name}: {folder} is not here")
                skipped += 1
            elif not check(desk, name, floors[name], folder, options.update):
                failed += 1
    if options.update:
        options.floors.write_text(written(floors), "utf-8")
    print(f"{len(chosen) - failed - skipped} sets held, {failed} failed, {skipped} skipped")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
