"""How long a text takes to read, by its script.

Rates are those of the International Reading Speed Texts: Trauzettel-Klosinski and Dietz, "Standardized assessment of reading performance:
the new International Reading Speed Texts IReST", Investigative Ophthalmology & Visual Science 53 (2012), 5452-5461. Adults read aloud, in
17 languages: 184 words a minute on average over the languages, 863 characters a minute, 255 in Chinese, 357 in Japanese. Silent reading is
somewhat quicker (English non-fiction 238 words a minute: Brysbaert, Journal of Memory and Language 109 (2019), 104047), so that the
minutes given here are generous."""

from __future__ import annotations

import re
from collections import Counter

from dragoman.text.scripts import UNSPACED, UNSPACED_RUN, script

WORDS = 184
"""Words a minute, in scripts that put spaces between words."""

HAN, KANA, OTHER = 255, 357, 863
"""Characters a minute: Chinese, Japanese (kana and the Han characters beside them), other scripts without spaces."""

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")


def minutes(text: str) -> int:
    """Whole minutes, at least 1 where there is a word, 0 where there is none. What is of several scripts is counted part by part."""
    counts = Counter[str]()
    for char, times in Counter(text).items():
        counts[script(char)] += times
    kana = counts["Hira"] + counts["Kana"]
    other = sum(counts[name] for name in UNSPACED) - counts["Hani"] - kana
    spent = (counts["Hani"] + kana) / (KANA if kana else HAN) + other / OTHER
    spent += sum(1 for _ in _WORD.finditer(UNSPACED_RUN.sub(" ", text))) / WORDS
    return max(1, round(spent)) if spent else 0
