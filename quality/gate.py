"""The quality gate: scores on labelled data must not fall below their floors.

    python quality/gate.py [--data FOLDER] [--only TASK] [--update]

Floors stand in `floors.json`, beside the digest of the set that they were measured on. A set that is not there is
skipped and said so; one whose digest differs is an error, because its floors would mean nothing. `--update` raises floors to what was
measured (less a margin of .005) and never lowers one.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path

from dragoman.desk import Desk

FLOORS = Path(__file__).parent / "floors.json"
DATA = Path(__file__).parents[2] / "shared" / "data"
MARGIN = 0.005  # scores of models differ in the last digits between processors


def digest(folder: Path) -> str:
    """BLAKE2b over names and bytes of a set's files."""
    state = hashlib.blake2b(digest_size=8)
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != "README.md":
            state.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return state.hexdigest()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--only", help="one task")
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    floors = json.loads(FLOORS.read_text("utf-8"))
    failed = 0
    with Desk.open() as desk:
        for name, row in floors.items():
            task, place = name.split(" ")
            folder = options.data / place
            if options.only and task != options.only:
                continue
            if not folder.is_dir():
                print(f"skipped {name}: {folder} is not here")
                continue
            if row["digest"] not in ("", digest(folder)):
                print(f"FAILED {name}: the set is not the one that the floors were measured on")
                failed += 1
                continue
            metrics = desk.evaluate(task, str(folder)).metrics
            for metric, floor in row["floors"].items():
                sound = metrics[metric] >= floor
                failed += not sound
                print(f"{'held  ' if sound else 'FAILED'} {name} {metric}: {metrics[metric]:.4f} (floor {floor:.4f})")
                if options.update:
                    row["floors"][metric] = max(floor, round(metrics[metric] - MARGIN, 4))
            if options.update:
                row["digest"] = digest(folder)
    if options.update:
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", "utf-8")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
