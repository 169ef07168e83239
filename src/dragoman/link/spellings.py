"""How a name of another script is spelled in Latin letters, learned from pairs: whether a Latin name is a spelling of it.

Each unit of the name (a pinyin syllable, a kana, a letter) gives a run of 0 to `LONGEST_RUN` Latin letters, in order; the score of a Latin
name is the logarithm of the sum over all ways to cut it into such runs, each run weighed by p(run | unit) / p(letters of the run) (joint
multigrams: Bisani and Ney 2008; many-to-many alignments: Jiampojamarn et al. 2007; learned costs to match names across scripts:
Pouliquen et al. 2009; against the background of any name, as in Sproat et al. 2006). A linear score takes it together with the likeness in
sound, which knows nothing of pairs (`link.edits`). p(run | unit) backs off: counts of the unit between
its neighbours and, in Chinese, of the character itself, upon counts of the unit, upon those of its initial and final.

`languages/<code>/spellings.npz` (made by quality/fit_names.py): `rows`, keys of `letters.rows` and `i`/`f` for initials and finals, lines
of UTF-8; row r has the runs `runs[starts[r]:starts[r + 1]]` (places in `vocabulary`, lines of ASCII) with the counts in `counts`;
`background`, probability of each letter; `trigrams`, log probability of each after two others; `commonness` of each run under any unit;
`weights` of the score (`Speller.features`); `source`, digest of the pairs.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dragoman import languages
from dragoman.link.edits import NEUTRAL, coded, similarity_coded
from dragoman.link.letters import halves, latin, rows
from dragoman.link.sounds import SOUNDS, sounds

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

LONGEST_RUN = 4
FLATTEN = 0.8
"""Power of the letters' background probability."""
SHARE = {"u": 5.0, "c": 4.0, "p": 4.0, "n": 4.0, "b": 4.0}
"""How many counts the back-off is worth, by the kind of row."""
POWER = {"c": 1.0, "p": 0.4, "n": 0.4, "b": 0.4}
"""How much of what a row adds is believed: both neighbours speak of one unit."""
UNSEEN = (5.0, 1.0)
"""Minus the log weight of a run that no pair had, and of each letter of it."""
LEAST = 1e-60
WORST = -15.0
"""The least that a likelihood counts as: beyond it a name is merely wrong."""
_BASE = 27
_CACHED, _KEPT = 2048, 32


class Ready(NamedTuple):
    """Candidates as the passes over them need them: places of runs with lengths, sounds coded, letters, log probabilities as names."""

    encoded: tuple[NDArray[np.int32], Ints]
    heard: Ints
    lengths: Floats
    unlikeliness: Floats


class Speller:
    """The learned spellings of one language."""

    def __init__(self, held: dict[str, NDArray[np.generic]], language: str) -> None:
        self.language = language
        self.vocabulary = ["\0"] * (LONGEST_RUN + 1) + bytes(held["vocabulary"]).decode("ascii").split("\n")
        self.size = len(self.vocabulary)
        self.rows = {key: at for at, key in enumerate(bytes(held["rows"]).decode("utf-8").split("\n"))}
        self.starts, self.runs = held["starts"].astype(np.int64), held["runs"].astype(np.int64)
        self.counts = held["counts"].astype(np.float64)
        self.commonness = held["commonness"].astype(np.float64)
        self.trigrams = held["trigrams"].astype(np.float64)
        self.trigrams[::_BASE] = 0.0  # what stands after the end costs nothing
        self.weights = held["weights"].astype(np.float64)
        background = np.log(held["background"].astype(np.float64))
        letters = [sum(background[ord(char) - 97] for char in run) if run != "\0" else 0.0 for run in self.vocabulary]
        self.lift = np.exp(-FLATTEN * np.array(letters))
        self.places = self._places()
        self.unit = lru_cache(maxsize=_CACHED)(self._unit)
        self.ready = lru_cache(maxsize=_KEPT)(self._ready)

    def _places(self) -> NDArray[np.int32]:
        """Place of each run by its number in base 27; 0 for a run that no pair had. Places 1 to `LONGEST_RUN` are such runs by length."""
        found = np.zeros(_BASE**LONGEST_RUN, dtype=np.int32)
        for at, run in enumerate(self.vocabulary):
            if run != "\0":
                found[_number(run)] = at
        return found

    def _row(self, key: str) -> tuple[Ints, Floats] | None:
        at = self.rows.get(key)
        if at is None:
            return None
        here = slice(self.starts[at], self.starts[at + 1])
        return self.runs[here], self.counts[here]

    def _dense(self, key: str, backoff: Floats, share: float) -> Floats | None:
        """Probability of each run: the row's counts upon a back-off that is worth `share` counts."""
        row = self._row(key)
        if row is None:
            return None
        found = share * backoff
        np.add.at(found, row[0], row[1])
        chances: Floats = found / (row[1].sum() + share)
        return chances

    def _unit(self, unit: str) -> Floats:
        """Probability of each run of letters for a unit by itself."""
        found = self._dense(f"u {unit}", self._halves(unit) if self.language == "zh" else self.commonness, SHARE["u"])
        return self.commonness if found is None else found

    def _halves(self, syllable: str) -> Floats:
        """Probability of each run as one of the initial's followed by one of the final's."""
        initial, final = halves(syllable)
        one, two = self._dense(f"i {initial}", self.commonness, 1.0), self._dense(f"f {final}", self.commonness, 1.0)
        if one is None or two is None:
            rest = two if one is None else one
            return self.commonness if rest is None else rest
        first, second, cuts = self._cuts
        both: Floats = np.bincount(cuts, one[first] * two[second], minlength=self.size) + self.commonness * 1e-4
        return both

    @property
    def _cuts(self) -> tuple[Ints, Ints, Ints]:
        """Each way to cut a run in two known ones: (places of the first, of the second, of the run)."""
        if not hasattr(self, "_cut"):
            at = {run: place for place, run in enumerate(self.vocabulary) if run != "\0"}
            found = [
                (at[run[:cut]], at[run[cut:]], place)
                for run, place in at.items()
                for cut in range(len(run) + 1)
                if run[:cut] in at and run[cut:] in at
            ]
            columns = np.array(found, dtype=np.int64).T
            self._cut = (columns[0], columns[1], columns[2])
        return self._cut

    def weighed(self, part: str) -> Floats:
        """(units, runs): the weight of each run of letters for each unit of a name."""
        found = np.empty((0, self.size)) if not part else np.array([self._weighed(keys) for keys in rows(part, self.language)])
        return found.reshape(-1, self.size)

    def _weighed(self, keys: Sequence[str]) -> Floats:
        alone = self.unit(keys[0][2:])
        found = alone * self.lift
        for key in keys[1:]:
            kind = key[0]
            row = self._row(key) if POWER[kind] else None
            if row is not None:
                share = SHARE[kind]
                found *= (share / (share + row[1].sum())) ** POWER[kind]
                found[row[0]] *= (1.0 + row[1] / (share * alone[row[0]])) ** POWER[kind]
        found[0] = 0.0
        found[1 : LONGEST_RUN + 1] = np.exp(-UNSEEN[0] - UNSEEN[1] * np.arange(1, LONGEST_RUN + 1))
        return found

    def encoded(self, names: Sequence[str]) -> tuple[NDArray[np.int32], Ints]:
        """(places of the runs that end at each letter, by length: (letters + 1, lengths, names); lengths) of names in plain letters."""
        lengths = np.array([len(name) for name in names], dtype=np.int64)
        width = int(lengths.max(initial=0))
        letters = _lettered(names, width)
        found = np.zeros((width + 1, LONGEST_RUN + 1, len(names)), dtype=np.int32)
        found[:, 0] = self.places[0]
        number = np.zeros((width + 1, len(names)), dtype=np.int64)
        for size in range(1, min(LONGEST_RUN, width) + 1):
            number[size:] += letters[: width + 1 - size] * _BASE ** (size - 1)
            place = self.places[number[size:]]
            found[size:, size] = np.where(place, place, size)
        return found, lengths

    def likelihoods(self, weights: Floats, encoded: tuple[NDArray[np.int32], Ints]) -> Floats:
        """The log of the summed weight of all alignments with each encoded name; the forward pass over units."""
        places, lengths = encoded
        width, _, count = places.shape
        reached = np.zeros((width, count), dtype=np.float32)  # enough: what is below `WORST` does not matter
        reached[0] = 1.0
        for unit in weights.astype(np.float32):
            cells = unit[places]
            ahead = reached * cells[:, 0]
            for size in range(1, min(LONGEST_RUN, width - 1) + 1):
                ahead[size:] += reached[:-size] * cells[size:, size]
            reached = ahead
        found: Floats = np.log(reached[lengths, np.arange(count)].astype(np.float64) + LEAST)
        return found

    def unlikeliness(self, names: Sequence[str]) -> Floats:
        """Log probability of each name among any names, by its letters after the two before."""
        width = max(map(len, names), default=0)
        letters = _lettered(names, width)
        padded = np.concatenate([np.zeros((2, len(names)), dtype=np.int64), letters])
        numbers = (padded[:-2] * _BASE + padded[1:-1]) * _BASE + padded[2:]
        found: Floats = self.trigrams[numbers].sum(axis=0)
        return found

    def _ready(self, others: tuple[str, ...]) -> Ready:
        names = [latin(other) for other in others]
        heard = coded([sounds(other, NEUTRAL) for other in others], SOUNDS)
        lengths = np.array([len(name) for name in names], dtype=np.float64)
        return Ready(self.encoded(names), heard, lengths, self.unlikeliness(names))

    def features(self, part: str, others: Sequence[str]) -> Floats:
        """(others, 6): one, the likelihood of the spelling, likeness in sound, letters of the other name, how likely it is among any
        names, units of the part."""
        ready, weights = self.ready(tuple(others)), self.weighed(part)
        found = np.ones((len(others), 6))
        found[:, 1] = np.maximum(self.likelihoods(weights, ready.encoded), WORST) if len(weights) else WORST
        found[:, 2] = 10.0 * similarity_coded(sounds(part, self.language), ready.heard)
        found[:, 3] = ready.lengths
        found[:, 4] = ready.unlikeliness
        found[:, 5] = len(weights)
        return found

    def logits(self, part: str, others: Sequence[str]) -> Floats:
        """Log odds that each other name, in Latin letters or brought to them, is a spelling of the part."""
        found: Floats = self.features(part, others) @ self.weights
        return found


def _lettered(names: Sequence[str], width: int) -> Ints:
    """(width, names): letters as 1 to 26, 0 after the end."""
    flat = "".join(name.ljust(width, "`") for name in names).encode("ascii")
    return np.frombuffer(flat, dtype=np.uint8).reshape(len(names), width).T.astype(np.int64) - 96


def _number(run: str) -> int:
    number = 0
    for char in run:
        number = number * _BASE + ord(char) - 96
    return number


@cache
def speller(language: str) -> Speller | None:
    """The learned spellings of a language, None where it has none."""
    held = languages.arrays(language, "spellings")
    return None if held is None else Speller(dict(held), language)
