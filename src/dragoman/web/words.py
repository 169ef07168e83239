"""The desk's own terms (kinds, acts, stages ...) as messages of the catalog. A term that is not here is shown as it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final


def later(message: str) -> str:
    """Marks a message for the catalog; it is translated where it is shown."""
    return message


WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "mention": {
        "person": later("person"),
        "organisation": later("organisation"),
        "place": later("place"),
        "event": later("event"),
        "other": later("other name"),
    },
    "act": {
        "state": later("states"),
        "demand": later("demands"),
        "reject": later("rejects"),
        "accept": later("accepts"),
        "offer": later("offers"),
        "warn": later("warns"),
        "deny": later("denies"),
        "promise": later("promises"),
        "appeal": later("appeals"),
        "question": later("asks"),
    },
    "mode": {
        "direct": later("direct speech"),
        "indirect": later("indirect speech"),
        "mixed": later("partly quoted"),
    },
    "stance": {
        "demand": later("demand"),
        "red line": later("red line"),
        "offer": later("offer"),
        "refusal": later("refusal"),
        "condition": later("condition"),
        "threat": later("threat"),
        "concession": later("concession"),
        "commitment": later("commitment"),
    },
    "status": {
        "announced": later("announced"),
        "confirmed": later("confirmed"),
        "moved": later("moved"),
        "ongoing": later("ongoing"),
        "held": later("held"),
        "cancelled": later("cancelled"),
        "unclear": later("unclear"),
    },
    "notice": {
        "takedown": later("takedown notice"),
        "reprint": later("reprint notice"),
        "copyright": later("copyright notice"),
        "paywall": later("paywall"),
        "correction": later("correction"),
    },
    "removed": {
        "ad": later("advertising"),
        "paywall": later("paywall"),
        "navigation": later("navigation"),
        "related": later("related headlines"),
        "caption": later("caption"),
        "credit": later("credit"),
        "byline": later("byline"),
        "disclaimer": later("disclaimer"),
        "form": later("form"),
        "tags": later("tags"),
        "debris": later("broken markup"),
        "other": later("other"),
    },
    "copy": {
        "exact": later("exact copy"),
        "abridged": later("abridged copy"),
        "extended": later("extended copy"),
        "rewritten": later("rewritten copy"),
    },
    "precision": {
        "minute": later("known to the minute"),
        "part of day": later("part of the day known"),
        "day": later("known to the day"),
        "week": later("known to the week"),
        "part of month": later("part of the month known"),
        "month": later("known to the month"),
        "quarter": later("known to the quarter"),
        "part of year": later("part of the year known"),
        "year": later("known to the year"),
        "decade": later("known to the decade"),
        "century": later("known to the century"),
        "unknown": later("date not given"),
    },
    "stage": {
        "discover": later("discover"),
        "fetch": later("fetch"),
        "decode": later("decode"),
        "extract": later("extract"),
        "annotate": later("annotate"),
        "link": later("link"),
        "file": later("file"),
        "store": later("store"),
        "export": later("export"),
    },
    "state": {
        "open": later("open"),
        "closed": later("closed"),
        "merged": later("merged"),
    },
}


def term(group: str, key: str) -> str:
    """The English message of a term; the key itself where the table has none."""
    return WORDS.get(group, {}).get(key, key)
