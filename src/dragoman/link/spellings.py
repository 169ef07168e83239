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
from io import BytesIO
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from dragoman import languages
from dragoman.link.edits import NEUTRAL, rows_of, similarity_coded, trimmed
from dragoman.link.letters import LONGEST, halves, latin, rows
from dragoman.link.sounds import sounds
from dragoman.link.store import Array, Store

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
_CACHED, _KEPT = 512, 32


class Encoded(NamedTuple):
    """Names laid end to end, a cell for each beginning and each letter: `places` (lengths of runs, cells) of the runs that end there,
    the cells where names begin and end."""

    places: Ints
    begins: Ints
    ends: Ints


class Ready(NamedTuple):
    """Candidates as the passes over them need them: places of runs, sounds coded, letters, log probabilities as names."""

    encoded: Encoded
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
        self.weighed_once = lru_cache(maxsize=_CACHED)(self._weighed)
        self.ready = lru_cache(maxsize=_KEPT)(self._ready)
        self.store: Store[str] = Store(self._made)

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

    def weighed(self, part: str) -> NDArray[np.float32]:
        """(units, runs): the weight of each run of letters for each unit of a name."""
        found = [self.weighed_once(keys) for keys in rows(part, self.language)]
        return np.array(found, dtype=np.float32).reshape(-1, self.size)

    def _weighed(self, keys: tuple[str, ...]) -> NDArray[np.float32]:
        alone, least = self.unit(keys[0][2:]), 1.0
        found = alone * self.lift
        for key in keys[1:]:
            share, power = SHARE[key[0]], POWER[key[0]]
            row = self._row(key)
            if row is not None:
                least *= (share / (share + row[1].sum())) ** power
                found[row[0]] *= (1.0 + row[1] / (share * alone[row[0]])) ** power
        found *= least
        found[0] = 0.0
        found[1 : LONGEST_RUN + 1] = np.exp(-UNSEEN[0] - UNSEEN[1] * np.arange(1, LONGEST_RUN + 1))
        return found.astype(np.float32)

    def _made(self, texts: Sequence[str]) -> tuple[Array, ...]:
        """What the store keeps of names: (places of the runs that end at each letter, (names, letters + 1, lengths); letters; log
        probability of the name among any names, by its letters after the two before; sounds)."""
        names = [latin(text) for text in texts]
        letters = _lettered(names)
        places = np.zeros((len(names), LONGEST + 1, LONGEST_RUN + 1), dtype=np.int16)
        places[:, :, 0] = self.places[0]
        number = np.zeros((len(names), LONGEST + 1), dtype=np.int64)
        for size in range(1, LONGEST_RUN + 1):
            number[:, size:] += letters[:, : LONGEST + 1 - size] * _BASE ** (size - 1)
            place = self.places[number[:, size:]]
            places[:, size:, size] = np.where(place, place, size)
        padded = np.concatenate([np.zeros((len(names), 2), dtype=np.int64), letters], axis=1)
        numbers = (padded[:, :-2] * _BASE + padded[:, 1:-1]) * _BASE + padded[:, 2:]
        heard = rows_of([(text, NEUTRAL) for text in texts])
        return places, np.array([len(name) for name in names], dtype=np.int64), self.trigrams[numbers].sum(axis=1), heard

    def likelihoods(self, weights: NDArray[np.float32], encoded: Encoded) -> Floats:
        """The log of the summed weight of all alignments with each encoded name; the forward pass over units."""
        places, begins, ends = encoded
        reached = np.zeros(places.shape[1], dtype=np.float32)  # enough: what is below `WORST` does not matter
        reached[begins] = 1.0
        for unit in weights:
            cells = unit[places]
            cells[0] *= reached
            for size in range(1, LONGEST_RUN + 1):
                # Runs that would reach over the beginning of a name have the weight 0.
                cells[size, size:] *= reached[:-size]
                cells[0, size:] += cells[size, size:]
            reached = cells[0]
        found: Floats = np.log(reached[ends].astype(np.float64) + LEAST)
        return found

    def _ready(self, others: tuple[str, ...]) -> Ready:
        places, lengths, unlikeliness, heard = self.store.rows(others)
        flat = places[np.arange(LONGEST + 1) <= lengths[:, None]]
        ends = np.cumsum(lengths + 1) - 1
        encoded = Encoded(np.ascontiguousarray(flat.T.astype(np.int64)), ends - lengths, ends)
        return Ready(encoded, trimmed(heard), lengths.astype(np.float64), unlikeliness)

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


def _lettered(names: Sequence[str]) -> Ints:
    """(names, `LONGEST`): letters as 1 to 26, 0 after the end."""
    flat = "".join(name.ljust(LONGEST, "`") for name in names).encode("ascii")
    return np.frombuffer(flat, dtype=np.uint8).reshape(len(names), LONGEST).astype(np.int64) - 96


def _number(run: str) -> int:
    number = 0
    for char in run:
        number = number * _BASE + ord(char) - 96
    return number


@cache
def speller(language: str) -> Speller | None:
    """The learned spellings of a language, None where it has none."""
    held = arrays(language)
    return None if held is None else Speller(held, language)


def arrays(language: str) -> dict[str, NDArray[Any]] | None:
    """The numbers of a language's model, as `quality/fit_names.py` wrote them; None where it has none."""
    file = languages.fitted(language, "spellings.npz")
    if file is None:
        return None
    with np.load(BytesIO(file), allow_pickle=False) as held:
        return {key: held[key] for key in held.files}
