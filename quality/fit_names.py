"""Fits the spellings of names that `link.spellings` reads, from pairs of one name in Latin letters and in another script.

    python quality/fit_names.py [--pairs FOLDER] [--out FOLDER] [--only LANGUAGE] [--develop]

FOLDER holds `pairs.jsonl` {a, b, b_language, same} with `a` in Latin letters; by default `../shared/data/names/netransliteration-80`
(Wikidata by steveash/NETransliteration-COLING2018, CC0). Only the pairs of its training part are read: `evaluation.names.held_out` says
which are left for `dragoman eval names`. One tenth of the training part is first left out to set the weights of the score (logistic
regression of true pairs against random ones, of which the likeness in sound is a part), then everything is counted. `--develop` only
prints how often the true one of 50 and of 500 stands first in that tenth, and writes nothing. The same input gives the same files;
nothing is drawn at random but with a fixed seed.

Counting is expectation maximisation over all monotone alignments of units and runs of letters (Dempster et al. 1977; the forward and
backward passes of Jiampojamarn et al. 2007), first over units alone, in Chinese also over initials and finals, then once for each unit
between its neighbours.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from dragoman import languages
from dragoman.evaluation.names import held_out
from dragoman.link.letters import halves, latin, rows
from dragoman.link.spellings import LONGEST_RUN, Speller

PAIRS = Path(__file__).parents[2] / "shared" / "data" / "names" / "netransliteration-80"
OUT = Path(languages.__file__).parent
LANGUAGES = ("ar", "he", "ja", "ko", "ru", "zh")
ROUNDS = 6
BATCH = 1000
COMMON_RUN, COMMON_ROW = 4, 3
"""A run, or a row with neighbours, is kept from so many pairs on."""
SMALLEST = 0.15
"""Expected counts below this are dropped from the file."""
PER_LETTER = 0.04
"""The prior of EM: a run is less likely the longer it is, so that no unit swallows its neighbours' letters."""
DEVELOP = 10
SEEN_BEST = 0.3
"""A true pair that does worse than so large a share of random ones is a wrong row of the data and teaches no weights."""
TAUGHT, BESIDE = 1000, 299
BACK_OFF = 3.0
"""How many counts the next shorter context is worth, for letters."""

Array = np.ndarray[Any, Any]


def read(folder: Path) -> dict[str, list[tuple[str, str]]]:
    """The training pairs (name, Latin letters) by language."""
    found: dict[str, list[tuple[str, str]]] = {language: [] for language in LANGUAGES}
    for line in (folder / "pairs.jsonl").read_text("utf-8").splitlines():
        pair = json.loads(line)
        plain = latin(pair["a"])
        if pair["same"] and pair["b_language"] in found and plain and not held_out(pair["a"]):
            found[pair["b_language"]].append((pair["b"], plain))
    return found


class Counts:
    """Expected counts of runs for rows, from pairs."""

    def __init__(self, pairs: Sequence[tuple[str, str]], language: str) -> None:
        self.language = language
        self.pairs = [(name, plain) for name, plain in pairs if rows(name, language)]
        seen: Counter[str] = Counter(
            plain[at : at + size] for _, plain in self.pairs for size in range(1, LONGEST_RUN + 1) for at in range(len(plain) - size + 1)
        )
        self.runs = ["", *sorted(run for run, count in seen.items() if count >= COMMON_RUN or len(run) == 1)]
        self.places = {run: at + LONGEST_RUN + 1 for at, run in enumerate(self.runs)}
        self.size = len(self.runs) + LONGEST_RUN + 1
        sizes = np.array([0, *range(1, LONGEST_RUN + 1), *map(len, self.runs)])
        self.prior = PER_LETTER**sizes
        self.unseen = np.concatenate([[0.0], 1e-4 * self.prior[1 : LONGEST_RUN + 1]])
        self.commonness = self.prior / self.prior.sum()

    def encoded(self) -> tuple[Array, Array]:
        """(places of runs by pair, end and length; lengths)."""
        lengths = np.array([len(plain) for _, plain in self.pairs])
        found = np.zeros((len(self.pairs), lengths.max() + 1, LONGEST_RUN + 1), dtype=np.int32)
        for at, (_, plain) in enumerate(self.pairs):
            for end in range(len(plain) + 1):
                for size in range(min(end, LONGEST_RUN) + 1):
                    found[at, end, size] = self.places.get(plain[end - size : end], size)
        return found, lengths

    def units(self, split: bool) -> tuple[list[str], Array, Array]:
        """(names of units, units by pair and place, numbers of units); Chinese syllables in halves if asked."""
        spelled = [_halved(name) if split else [keys[0] for keys in rows(name, self.language)] for name, _ in self.pairs]
        names = sorted({unit for one in spelled for unit in one})
        place = {unit: at for at, unit in enumerate(names)}
        numbers = np.array([len(one) for one in spelled])
        found = np.zeros((len(spelled), numbers.max()), dtype=np.int64)
        for at, one in enumerate(spelled):
            found[at, : len(one)] = [place[unit] for unit in one]
        return names, found, numbers

    def em(self, split: bool = False) -> tuple[list[str], Array, Array]:
        """(names of units, expected counts, probabilities of runs)."""
        names, found, numbers = self.units(split)
        encoded, lengths = self.encoded()
        chances = np.tile(self.prior, (len(names), 1))
        for _ in range(ROUNDS):
            counts = self.expected(chances, found, numbers, encoded, lengths, found[:, :, None], len(names))
            counts[:, : LONGEST_RUN + 1] = 0
            self.commonness = (counts.sum(axis=0) + 1e-3 * self.prior) / (counts.sum() + 1e-3)
            chances = (counts + self.commonness) / (counts.sum(axis=1, keepdims=True) + 1.0)
            chances[:, : LONGEST_RUN + 1] = self.unseen
        return names, counts, chances

    def expected(self, chances: Array, found: Array, numbers: Array, encoded: Array, lengths: Array, targets: Array, height: int) -> Array:
        """Expected counts (rows, runs): for each unit's place in each alignment, one to each of its target rows (-1 is none)."""
        counts = np.zeros((height, self.size))
        order = np.lexsort((lengths, numbers))
        for start in range(0, len(order), BATCH):
            take = order[start : start + BATCH]
            deep, wide = numbers[take].max(), lengths[take].max() + 1
            places = encoded[take, :wide]
            weights = chances[found[take, :deep, None, None], places[:, None]]
            weights[:, :, :, 1:] *= places[:, None, :, 1:] > 0
            _add(counts, weights, places, numbers[take], lengths[take], targets[take])
        return counts

    def contexts(self, chances: Array) -> tuple[list[str], Array]:
        """(keys of all rows, expected counts) with the unit probabilities as they are."""
        spelled = [rows(name, self.language) for name, _ in self.pairs]
        seen = Counter(key for name in spelled for keys in name for key in keys)
        names = sorted(key for key, count in seen.items() if count >= (1 if key[0] == "u" else COMMON_ROW))
        place = {key: at for at, key in enumerate(names)}
        units, found, numbers = self.units(split=False)
        targets = np.full((*found.shape, max(map(len, (keys for name in spelled for keys in name)))), -1, dtype=np.int64)
        for at, name in enumerate(spelled):
            for spot, keys in enumerate(name):
                targets[at, spot, : len(keys)] = [place.get(key, -1) for key in keys]
        del units
        counts = self.expected(chances, found, numbers, *self.encoded(), targets, len(names))
        counts[:, : LONGEST_RUN + 1] = 0
        return names, counts


def _halved(name: str) -> list[str]:
    found = []
    for keys in rows(name, "zh"):
        initial, final = halves(keys[0][2:])
        found += [f"i {initial}"] * bool(initial) + [f"f {final}"] * bool(final)
    return found


def _add(counts: Array, weights: Array, places: Array, numbers: Array, lengths: Array, targets: Array) -> None:
    """One batch of `Counts.expected`: forward, backward, posteriors. `weights` is (pairs, units, ends, lengths of runs)."""
    pairs, deep, wide, _ = weights.shape
    here = np.arange(pairs)
    forward = np.zeros((deep + 1, pairs, wide))
    forward[0, :, 0] = 1.0
    for unit in range(deep):
        forward[unit + 1] = forward[unit] * weights[:, unit, :, 0]
        for size in range(1, min(LONGEST_RUN, wide - 1) + 1):
            forward[unit + 1][:, size:] += forward[unit][:, :-size] * weights[:, unit, size:, size]
    whole = forward[numbers, here, lengths]
    share = np.where(whole > 0, 1 / np.where(whole > 0, whole, 1), 0)
    end = np.zeros((pairs, wide))
    end[here, lengths] = share
    backward = np.where((numbers == deep)[:, None], end, 0)
    for unit in range(deep - 1, -1, -1):
        behind = backward * weights[:, unit, :, 0]
        for size in range(min(LONGEST_RUN, wide - 1) + 1):
            step = backward[:, size:] * weights[:, unit, size:, size]
            posterior = forward[unit][:, : wide - size] * step
            if size:
                behind[:, : wide - size] += step
            _count(counts, posterior, places[:, size:, size], targets[:, unit])
        backward = np.where((numbers == unit)[:, None], end, behind)


def _count(counts: Array, posterior: Array, places: Array, targets: Array) -> None:
    chosen = np.nonzero(posterior > 1e-3)
    for kind in range(targets.shape[1]):
        row = targets[chosen[0], kind]
        known = row >= 0
        np.add.at(counts, (row[known], places[chosen][known]), posterior[chosen][known])


def packed(counts: Counts, names: Sequence[str], table: Array, weights: Array, source: bytes) -> dict[str, Array]:
    """The arrays of the file (see `link.spellings`)."""
    letters = Counter(char for _, plain in counts.pairs for char in plain)
    starts, runs, values = [0], [], []
    for row in table:
        kept = np.nonzero(row >= SMALLEST)[0]
        runs.append(kept)
        values.append(row[kept])
        starts.append(starts[-1] + len(kept))
    return {
        "rows": np.frombuffer("\n".join(names).encode(), dtype=np.uint8),
        "vocabulary": np.frombuffer("\n".join(counts.runs).encode(), dtype=np.uint8),
        "starts": np.array(starts, dtype=np.int32),
        "runs": np.concatenate(runs).astype(np.uint16),
        "counts": np.concatenate(values).astype(np.float16),
        "background": np.array([letters[chr(97 + at)] + 1 for at in range(26)], dtype=np.float32) / (letters.total() + 26),
        "trigrams": trigrams([plain for _, plain in counts.pairs]).astype(np.float16),
        "commonness": counts.commonness.astype(np.float32),
        "weights": weights.astype(np.float32),
        "source": np.frombuffer(source, dtype=np.uint8),
    }


def counted(pairs: Sequence[tuple[str, str]], language: str, weights: Array, source: bytes = b"") -> dict[str, Array]:
    """A model of the pairs, with given weights of the score."""
    counts = Counts(pairs, language)
    extra: tuple[list[str], Array, Array] | None = counts.em(split=True) if language == "zh" else None
    _, _, chances = counts.em()
    names, table = counts.contexts(chances)
    if extra is not None:
        names, table = [*names, *extra[0]], np.concatenate([table, extra[1]])
    return packed(counts, names, table, weights, source)


def trigrams(names: Sequence[str]) -> Array:
    """Log probability of each letter after two others (27 by 27 by 27, 0 before the beginning), backing off to one and none."""
    counts = np.zeros((27, 27, 27))
    for name in names:
        places = [0, 0, *(ord(char) - 96 for char in name)]
        for triple in zip(places, places[1:], places[2:], strict=False):
            counts[triple] += 1
    found = np.full(27, 1 / 27)
    for table in (counts.sum(axis=(0, 1)), counts.sum(axis=0), counts):
        found = (table + BACK_OFF * found) / (table.sum(axis=-1, keepdims=True) + BACK_OFF)
    return np.log(found).reshape(-1)


def weighted(model: Speller, pairs: Sequence[tuple[str, str]]) -> Array:
    """Weights of the features. What ranks names (likelihood, likeness, letters) is set by conditional logistic regression, the true name
    against `BESIDE` random ones; how the score and the length of the name read as log odds by logistic regression against 49."""
    dice, pool = random.Random(1), [plain for _, plain in pairs]
    cases = []
    for name, plain in dice.sample(list(pairs), min(TAUGHT, len(pairs))):
        found = model.features(name, [plain, *(other for other in dice.sample(pool, BESIDE + 20) if other != plain)][: BESIDE + 1])
        if (found[1:, 1] > found[0, 1]).mean() <= SEEN_BEST:
            cases.append(found)
    table = np.array(cases)
    slopes = np.concatenate([[0.0], _ranked(table[:, :, 1:5]), [0.0]])
    score = table @ slopes
    shown = np.stack([np.ones_like(score), score, table[:, :, 5]], axis=2)[:, :50].reshape(-1, 3)
    wanted = (np.arange(len(shown)) % 50 == 0).astype(float)
    even = _logistic(shown, wanted)
    found = even[1] * slopes
    found[0], found[5] = even[0], even[2]
    return found


def _ranked(table: Array) -> Array:
    """Conditional logistic regression: (cases, names, features), the first name the true one; Newton steps, halved until they help."""
    scale = table.reshape(-1, table.shape[2]).std(axis=0)
    cases, found = table / scale, np.zeros(table.shape[2])
    value, chance = _softmax(cases, found)
    for _ in range(30):
        mean = (chance[:, :, None] * cases).sum(axis=1)
        slope = (cases[:, 0] - mean).sum(axis=0) - found
        bend = np.einsum("nk,nki,nkj->ij", chance, cases, cases) - mean.T @ mean + np.eye(len(found))
        step = np.linalg.solve(bend, slope)
        while (better := _softmax(cases, found + step))[0] < value and np.abs(step).max() > 1e-6:
            step = step / 2
        found = found + step
        value, chance = better
    return found / scale


def _softmax(cases: Array, weights: Array) -> tuple[float, Array]:
    """(log likelihood of the first names less a little ridge, chance of each name)."""
    score = cases @ weights
    score = score - score.max(axis=1, keepdims=True)
    chance = np.exp(score) / np.exp(score).sum(axis=1, keepdims=True)
    return float(np.log(chance[:, 0] + 1e-300).sum() - 0.5 * (weights**2).sum()), chance


def _logistic(table: Array, wanted: Array) -> Array:
    found = np.zeros(table.shape[1])
    for _ in range(40):
        chance = 1 / (1 + np.exp(-np.clip(table @ found, -30, 30)))
        slope = table.T @ (wanted - chance) - 1e-2 * found
        bend = (table * (chance * (1 - chance))[:, None]).T @ table + 1e-2 * np.eye(len(found))
        found += np.clip(np.linalg.solve(bend, slope), -1, 1)
    return found


def first(model: Speller, pairs: Sequence[tuple[str, str]], pool: Sequence[str], count: int = 400) -> tuple[float, float]:
    """Share of names whose true spelling is strictly best of 50, and of 500."""
    dice, few, many = random.Random(2), 0, 0
    chosen = dice.sample(list(pairs), min(count, len(pairs)))
    for name, plain in chosen:
        found = model.logits(name, [plain, *(other for other in dice.sample(pool, 520) if other != plain)][:500])
        few += found[0] > found[1:50].max()
        many += found[0] > found[1:].max()
    return few / len(chosen), many / len(chosen)


def developing(name: str) -> bool:
    """Whether a Latin name belongs to the tenth of the training part that the weights are set on."""
    return hashlib.blake2b(f"develop {name}".encode(), digest_size=8).digest()[0] % DEVELOP == 0


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=Path, default=PAIRS)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--only", choices=LANGUAGES)
    parser.add_argument("--develop", action="store_true")
    options = parser.parse_args(words)
    source = hashlib.blake2b((options.pairs / "pairs.jsonl").read_bytes(), digest_size=8).digest()
    for language, pairs in read(options.pairs).items():
        if options.only not in (None, language):
            continue
        rest = [pair for pair in pairs if not developing(pair[1])]
        aside = [pair for pair in pairs if developing(pair[1])]
        model = Speller(counted(rest, language, np.array([0.0, 1.0, 0.0, 0.0, 0.0, 0.0])), language)
        print(language, len(rest), len(aside), "by likelihood", first(model, aside, [plain for _, plain in pairs]), flush=True)
        weights = weighted(model, aside)
        model.weights = weights
        print(language, "weights", weights.round(3), "weighted", first(model, aside, [plain for _, plain in pairs]), flush=True)
        if not options.develop:
            file = options.out / language / "spellings.npz"
            file.parent.mkdir(parents=True, exist_ok=True)
            np.savez_compressed(file, **counted(pairs, language, weights, source))
            print(file, file.stat().st_size, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
