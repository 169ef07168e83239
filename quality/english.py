"""English news sentences with their names marked by us, scored as `dragoman eval mentions` does.

    python quality/english.py [--data FOLDER] [--half dev|held] [--out FOLDER] [--json]

`english.jsonl` holds 250 sentences of five public sets of English news as offsets, no word of them: set, document, start and end of the
sentence in the document's text, the first digits of its SHA-256, and the offsets and types of the names in the sentence. They were drawn
with a fixed seed and marked by hand by the convention of `annotate/mentions.py` before any rule was looked at; the half "held" (every
sentence whose digest is odd) was not shown to whoever wrote rules. The sentences are read from `../shared/data`; nothing of them is kept.
`--out` writes the two halves there as sets that `dragoman eval mentions` reads. Exit 0, or 2 where a set is not there or has changed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from dragoman.desk import Desk
from dragoman.errors import DragomanError

SPEC = Path(__file__).parent / "english.jsonl"
DATA = Path(__file__).parents[2] / "shared" / "data"
HALVES = ("dev", "held")


def sentences(data: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """(half, document in the format of data/mentions) of every sentence. Raises `DragomanError`: a text is not the one that was marked."""
    rows = [json.loads(line) for line in SPEC.read_text("utf-8").splitlines()]
    texts = {name: _texts(data / name) for name in sorted({row["set"] for row in rows})}
    for number, row in enumerate(rows):
        text = texts[row["set"]].get(row["document"], "")[row["start"] : row["end"]]
        if not hashlib.sha256(text.encode()).hexdigest().startswith(row["sha256"]):
            raise DragomanError(f"{row['set']} {row['document']}: not the text that was marked")
        mentions = [{"start": start, "end": end, "type": kind, "entity": None} for start, end, kind in row["mentions"]]
        yield row["half"], {"id": f"en-{number}", "language": "en", "text": text, "mentions": mentions}


def _texts(folder: Path) -> dict[str, str]:
    """Texts of a set by document id."""
    file = next((folder / name for name in ("articles.jsonl", "docs.jsonl") if (folder / name).is_file()), None)
    if file is None:
        raise DragomanError(f"{folder} is not here")
    return {row["id"]: row["text"] for row in map(json.loads, file.read_text("utf-8").splitlines())}


def write(data: Path, out: Path) -> None:
    """The halves as folders that `dragoman eval mentions` reads."""
    made: dict[str, list[str]] = {half: [] for half in HALVES}
    for half, document in sentences(data):
        made[half].append(json.dumps(document, ensure_ascii=False))
    for half, lines in made.items():
        (out / f"english-{half}").mkdir(parents=True, exist_ok=True)
        (out / f"english-{half}" / "docs.jsonl").write_text("\n".join(lines) + "\n", "utf-8")


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA, help="the folder of the sets")
    parser.add_argument("--half", choices=HALVES, help="one half")
    parser.add_argument("--out", type=Path, help="write the sets there and stop")
    parser.add_argument("--json", action="store_true", help="one object a half")
    options = parser.parse_args(words)
    try:
        if options.out:
            write(options.data, options.out)
            return 0
        with tempfile.TemporaryDirectory() as folder, Desk.open() as desk:
            write(options.data, Path(folder))
            for half in [options.half] if options.half else HALVES:
                score = desk.evaluate("mentions", str(Path(folder) / f"english-{half}"))
                if options.json:
                    print(msgspec.json.encode(score).decode())
                    continue
                for name, metrics in {"dragoman": score.metrics, **score.peers}.items():
                    figures = ", ".join(f"{key} {metrics[key]:.4f}" for key in ("f1", "precision", "recall", "overlap_f1"))
                    print(f"{score.set} ({score.n} sentences) {name}: {figures}")
    except DragomanError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
