"""Credits in scripts without spaces: words and names in turn, as in "示例报记者 A B 通讯员 C 某地报道".

Every word must be a label, a name, an outlet before a label, a place, or a word that ends such lines; so running text is none. The words
are `[sequence]` of `languages/*/furniture.toml`."""

from __future__ import annotations

import re

from msgspec import Struct

from dragoman.extract.who import grammar
from dragoman.extract.who.names import has_surname

LONGEST = 120
MOST_TOKENS = 24
_SPLIT = re.compile(r"[\s、，,/／|｜:：;；]+")
_EDGES = " \t□■◎●○◆▲△*·•-—–()（）[]【】<>《》"
_HAN = re.compile("[\u3400-\u9fff·•]{2,6}")
_HANS = re.compile("[\u3400-\u9fff]{2}")


class Sequence(Struct, frozen=True):
    """People as (name, role, place), and the outlet that they work for."""

    who: tuple[tuple[str, str, str | None], ...]
    outlet: str | None = None


class _State(Struct):
    role: str = ""
    outlet: str | None = None
    place: str | None = None
    who: list[tuple[str, str]] = []
    labelled: bool = False


def read(line: str) -> Sequence | None:
    """None where the line is anything else than a sequence of credits with at least one name and one label."""
    inner = line.strip(_EDGES).rstrip("。")
    if not 3 <= len(inner) <= LONGEST or _HANS.search(inner) is None:
        return None
    tokens = [token.strip(_EDGES) for token in _SPLIT.split(inner)]
    tokens = [token for token in tokens if token]
    if not 1 <= len(tokens) <= MOST_TOKENS:
        return None
    state = _State()
    for token in tokens:
        if not _take(state, token):
            return None
    if not state.who or not state.labelled:
        return None
    return Sequence(tuple((name, role or "author", state.place) for name, role in state.who), state.outlet)


def _take(state: _State, token: str) -> bool:
    """Whether the token can go on the sequence."""
    if _label(state, token) or _tail(state, token):
        return True
    if has_surname(token) or (state.role and not state.who and state.labelled and _HAN.fullmatch(token) and len(token) <= 4):
        state.who.append((token, state.role))
        return True
    return False


def _label(state: _State, token: str) -> bool:
    """A label, with its outlet before it or its first name behind it."""
    for label in grammar.longest_first("sequence", "labels"):
        place = token.find(label)
        if place < 0:
            continue
        before, behind = token[:place], token[place + len(label) :]
        if (behind and (len(label) < 2 or not has_surname(behind))) or not _employer(state, before):
            continue
        state.role, state.labelled = _role(label), True
        if behind:
            state.who.append((behind, state.role))
        return True
    return False


def _role(label: str) -> str:
    return next((role for role in ("editor", "translator", "photographer") if label in grammar.words("sequence", role)), "author")


def _employer(state: _State, words: str) -> bool:
    """What stands before a label: nothing, "our paper's", kinds of reporters, a place of posting, or an outlet."""
    for kind in grammar.longest_first("sequence", "kinds"):
        words = words.removesuffix(kind)
    posted = re.search(r"(?:驻|駐)([\u3400-\u9fff]{2,6})$", words)
    if posted:
        words, state.place = words[: posted.start()], posted[1]
    if not words or words in grammar.words("sequence", "own"):
        return True
    ends = grammar.longest_first("sequence", "outlet_ends")
    if 2 <= len(words) <= 24 and any(piece.endswith(ends) for piece in re.split("[·•・]", words)):
        state.outlet = state.outlet or words
        return True
    return False


def _tail(state: _State, token: str) -> bool:
    """A word that ends such a line, with the place before or behind it."""
    for tail in grammar.longest_first("sequence", "tails"):
        if token == tail:
            return True
        if token.endswith(tail) and state.who and _HAN.fullmatch(token[: -len(tail)]):
            state.place, state.labelled = token[: -len(tail)], True
            return True
    for lead in grammar.longest_first("sequence", "from"):
        if token.startswith(lead) and _HAN.fullmatch(token.removeprefix(lead)):
            state.place, state.labelled = token.removeprefix(lead), True
            return True
    ends = grammar.longest_first("sequence", "outlet_ends")
    if not state.who and not state.outlet and token.endswith(ends) and 3 <= len(token) <= 16:
        state.outlet = token
        return True
    return False
