"""Task `events`: who does what to whom, and when and where a happening is.

Sets coded in PLOVER or CAMEO (`scheme` "plover" or "cameo"): the root of each coding, given source and target. The desk answers with
the type of the event word between the two sides, else the nearest one behind or before them; a sentence without any gets the root
that it gave most often. CAMEO codes are mapped to PLOVER roots by their first two digits (Halterman et al. 2023, appendix); codes
outside 02 to 20 have no root and do not count. `root_accuracy` and `root_macro_f1` are over the roots of the gold, `quad_*` over the
four classes of verbal and material cooperation and conflict; `covered` is the share of codings whose sentence held an event word.
Where a set carries another tool's answer (`baseline_*`), it is scored beside ours.

Sets with marked event words (`trigger`): `trigger_precision`, `trigger_recall`, `trigger_f1` count all event words of the lexicon
that overlap a gold one, dated or not. What the desk shows are dated events only: `dated_precision` is the share of its events whose
word overlaps a gold one, `dated_recall` the share of gold events with a time that it shows. `time_accuracy` is the share of shown
events with a gold time whose dates meet those of the words that the gold gives as time, `place_accuracy` the share of shown events
with a gold place whose place is named in the gold's words.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from dragoman.annotate.event_lexicon import Lexicon, Trigger, lexicon, plain, triggers
from dragoman.evaluation import Parts, Score
from dragoman.evaluation.sets import by_language, prf, records
from dragoman.evaluation.shapes import EventDoc
from dragoman.model.annotations import Event
from dragoman.model.reading import Reading

CAMEO = {
    "02": "REQUEST",
    "03": "AGREE",
    "04": "CONSULT",
    "05": "SUPPORT",
    "06": "COOPERATE",
    "07": "AID",
    "08": "YIELD",
    "09": "ACCUSE",
    "10": "REQUEST",
    "11": "ACCUSE",
    "12": "REJECT",
    "13": "THREATEN",
    "14": "PROTEST",
    "15": "MOBILIZE",
    "16": "SANCTION",
    "17": "COERCE",
    "18": "ASSAULT",
    "19": "ASSAULT",
    "20": "ASSAULT",
}
QUADS = {
    "AGREE": "verbal cooperation",
    "CONSULT": "verbal cooperation",
    "SUPPORT": "verbal cooperation",
    "COOPERATE": "material cooperation",
    "AID": "material cooperation",
    "YIELD": "material cooperation",
    "REQUEST": "verbal conflict",
    "ACCUSE": "verbal conflict",
    "REJECT": "verbal conflict",
    "THREATEN": "verbal conflict",
    "PROTEST": "material conflict",
    "SANCTION": "material conflict",
    "MOBILIZE": "material conflict",
    "COERCE": "material conflict",
    "ASSAULT": "material conflict",
}
_OURS = {"retreat": "YIELD", "statement": None, "vote": None, "deadline": None, "harm": None, "ruling": None}
_PEER = "baseline_"
_INTENT = 14
"""How far before an event word (code points) "will" may stand."""


class Coding(Struct, frozen=True):
    """One coding: the gold root, ours (None where no event word was found), and other tools' by name."""

    language: str
    gold: str
    found: str | None
    peers: Mapping[str, str]


class Marked(Struct, frozen=True):
    """One document with marked event words, and its reading."""

    language: str
    gold: tuple[Mapping[str, Any], ...]
    words: tuple[Trigger, ...]
    reading: Reading


class Events:
    """Scores the `events` annotator and its lexicon."""

    name = "events"

    def score(self, folder: str, parts: Parts) -> Score:
        """The score of a folder with `docs.jsonl`. Raises `DragomanError` where it is missing or malformed."""
        began = time.perf_counter()
        docs = records(folder, "docs.jsonl", EventDoc)
        coded = any(event.get("scheme") in ("plover", "cameo") for record in docs for event in record["events"])
        if coded:
            codings = [coding for record in docs for coding in codings_of(record)]
            default = _most_common(codings)
            found = roots(codings, default)
            languages = by_language(codings, lambda one: one.language, lambda some: roots(some, default))
            peers, count = _peers(codings), len(codings)
        else:
            marked = [_marked(record, parts) for record in docs]
            found, languages, peers, count = spans(marked), by_language(marked, lambda one: one.language, spans), {}, len(marked)
        seconds = round(time.perf_counter() - began, 2)
        return Score(self.name, Path(folder).name, count, found, languages, peers, seconds)


def codings_of(record: Mapping[str, Any]) -> list[Coding]:
    """The codings of a sentence that have a PLOVER root."""
    text, language = record["text"], record["language"]
    book = lexicon(language)
    words = triggers(text, book, coded=True)
    found = []
    for event in record["events"]:
        gold = event["code"] if event.get("scheme") == "plover" else CAMEO.get(str(event["code"])[:2])
        if gold is None:
            continue
        peers = {key.removeprefix(_PEER): str(value) for key, value in event.items() if key.startswith(_PEER) and value}
        found.append(Coding(language, gold, relation(text, book, words, event.get("source"), event.get("target")), peers))
    return found


def relation(text: str, book: Lexicon, words: Sequence[Trigger], source: str | None, target: str | None) -> str | None:
    """The PLOVER root between two sides given by their words; None where the sentence has no event word outside their names."""
    first, last = _find(text, source), _find(text, target)
    named = [span for span in (first, last) if span is not None]
    free = [one for one in words if not any(start <= one.start and one.end <= end for start, end in named)]
    options = [one for one in (free or words) if root_of(one.type) is not None]
    if not options:
        return None
    if len(named) == 2:
        low, high = sorted(named)
        between = [one for one in options if low[1] <= one.start < high[0]]
        behind = [one for one in options if one.start >= high[1]]
        options = between or behind or options
    elif named:
        options = [one for one in options if one.start >= named[0][1]] or options
    return _intended(text, options[0], book) or root_of(options[0].type)


def _intended(text: str, trigger: Trigger, book: Lexicon) -> str | None:
    """What is only going to be done is a promise where it is friendly and a threat where it is not (CAMEO 03 and 13)."""
    start = max(0, trigger.start - _INTENT)
    if not any(hit.end() + 1 >= trigger.start for hit in book.sign("status.future").finditer(text, start, trigger.start)):
        return None
    quad = QUADS.get(root_of(trigger.type) or "")
    if quad == "material cooperation" or trigger.type == "consult":
        return "AGREE"
    return "THREATEN" if quad == "material conflict" else None


def _find(text: str, words: str | None) -> tuple[int, int] | None:
    at = text.find(words.strip()) if words and words.strip() else -1
    return (at, at + len(words.strip())) if words and at >= 0 else None


def root_of(kind: str) -> str | None:
    """The PLOVER root of an event type; None for the types of our own."""
    return _OURS.get(kind, kind.upper())


def _most_common(codings: Sequence[Coding]) -> str:
    count = Counter(one.found for one in codings if one.found)
    return min(count, key=lambda root: (-count[root], root)) if count else "CONSULT"


def roots(codings: Sequence[Coding], default: str) -> dict[str, float]:
    """Accuracy and macro-F1 over roots and quad classes."""
    pairs = [(one.gold, one.found or default) for one in codings]
    covered = sum(one.found is not None for one in codings) / len(codings) if codings else 0.0
    return {**_classes(pairs), "covered": covered}


def _classes(pairs: Sequence[tuple[str, str]]) -> dict[str, float]:
    quads = [(QUADS.get(gold, gold), QUADS.get(found, found)) for gold, found in pairs]
    return {
        "root_accuracy": _accuracy(pairs),
        "root_macro_f1": _macro_f1(pairs),
        "quad_accuracy": _accuracy(quads),
        "quad_macro_f1": _macro_f1(quads),
    }


def _accuracy(pairs: Sequence[tuple[str, str]]) -> float:
    return sum(gold == found for gold, found in pairs) / len(pairs) if pairs else 0.0


def _macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """Mean F1 over the classes of the gold."""
    classes = sorted({gold for gold, _ in pairs})
    scores = []
    for label in classes:
        hits = sum(gold == found == label for gold, found in pairs)
        scores.append(prf(hits, sum(found == label for _, found in pairs), sum(gold == label for gold, _ in pairs))[2])
    return sum(scores) / len(scores) if scores else 0.0


def _peers(codings: Sequence[Coding]) -> dict[str, dict[str, float]]:
    names = sorted({name for one in codings for name in one.peers})
    return {name: _classes([(one.gold, one.peers[name]) for one in codings if name in one.peers]) for name in names}


def _marked(record: Mapping[str, Any], parts: Parts) -> Marked:
    text, language = record["text"], record["language"]
    reading = parts.annotate(text, language, record.get("published"), record.get("title") or "", ("events",))
    book = lexicon(language)
    words = tuple(triggers(plain(text, book), book, coded=True))
    return Marked(language, tuple(event for event in record["events"] if event.get("trigger")), words, reading)


def spans(documents: Sequence[Marked]) -> dict[str, float]:
    """Event words, and the times and places of the events shown, over all documents."""
    words = [(document, word) for document in documents for word in document.words]
    gold = [(document, one) for document in documents for one in document.gold]
    shown = [(document, event) for document in documents for event in document.reading.events]
    right = sum(any(_meets(word, one["trigger"]) for one in document.gold) for document, word in words)
    met = sum(any(_meets(word, one["trigger"]) for word in document.words) for document, one in gold)
    dated = [(document, one) for document, one in gold if one.get("time")]
    precision, recall = _share(right, len(words)), _share(met, len(gold))
    found = [(document, one, _shown(document, one)) for document, one in gold]
    times = [_time_agrees(event, str(one["time"]), document.reading) for document, one, event in found if event and one.get("time")]
    places = [_place_agrees(event, str(one["place"]), document.reading) for document, one, event in found if event and one.get("place")]
    return {
        "trigger_precision": precision,
        "trigger_recall": recall,
        "trigger_f1": 2 * precision * recall / (precision + recall) if precision + recall else 0.0,
        "dated_precision": _share(sum(any(_overlaps(event, one["trigger"]) for one in held.gold) for held, event in shown), len(shown)),
        "dated_recall": _share(sum(_shown(document, one) is not None for document, one in dated), len(dated)),
        "time_accuracy": _share(sum(bool(one) for one in times), sum(one is not None for one in times)),
        "place_accuracy": _share(sum(places), len(places)),
    }


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _meets(word: Trigger, span: Sequence[int]) -> bool:
    return word.start < span[1] and span[0] < word.end


def _shown(document: Marked, gold: Mapping[str, Any]) -> Event | None:
    return next((event for event in document.reading.events if _overlaps(event, gold["trigger"])), None)


def _overlaps(event: Event, span: Sequence[int]) -> bool:
    return any(one.cue is not None and one.cue.start < span[1] and span[0] < one.cue.end for one in event.evidence)


def _time_agrees(event: Event, words: str, reading: Reading) -> bool | None:
    """Whether the dates of an event meet those that the same words have elsewhere in the reading; None where they have none."""
    known = [one for one in reading.times if one.earliest and one.latest and (one.text in words or words in one.text)]
    if not known:
        return None
    first, last = event.earliest or "", event.latest or ""
    return any(first <= (one.latest or "") and (one.earliest or "") <= last for one in known)


def _place_agrees(event: Event, words: str, reading: Reading) -> bool:
    if event.place is None:
        return False
    entity = event.place_entity
    named = [one for one in reading.mentions if event.place in (one.name, one.text) or (entity is not None and one.entity == entity)]
    surfaces = {one.text for one in named if one.type == "place"} | {event.place}
    return any(surface in words or words in surface for surface in surfaces)
