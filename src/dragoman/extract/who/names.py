"""Names of people in credits: lists of names taken apart, titles, addresses and places of work cut off, and what is no name left out.
The words are data: `[names]` of `languages/*/furniture.toml`."""

from __future__ import annotations

import re
from functools import cache

from dragoman.extract.who import grammar
from dragoman.text.lines import letters, squeeze, weight

MOST = 8
LONGEST = 60
# Words of a name in scripts with capitals, and code points of one in scripts without spaces.
MOST_WORDS = 5
# A word in capitals up to this long behind a name is a degree: "Jane Example, MD".
DEGREE = 4
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_HANGUL = re.compile("[\uac00-\ud7af]")
_EDGES = " \t-–—|·•□■◎,.:：;；()（）[]【】<>《》“”\"'*/_~"
_ADDRESS = re.compile(r"\(?\S{1,64}@\S{2,80}|(?:https?://|www\.)\S{2,200}|(?<![\w.])@\w{2,40}|\(@\w{2,40}\)")
_BRACKETS = re.compile(r"\s*[(（].*$")
# What no name contains.
_NEVER = re.compile(r"[\d@/=_<>{}\\%$€£#+\[\]]|https?:|\.\.")


def split_names(words: str) -> tuple[str, ...]:
    """The names in "A B, C D and E F"; what is no name (places of work, "staff", addresses) is left out. Order kept, none twice."""
    names: dict[str, str] = {}
    for part in parts(words):
        name = cleaned(part)
        if name is not None and not (names and name.isupper() and len(name) <= DEGREE):
            names.setdefault(name.casefold(), name)
    return tuple(list(names.values())[:MOST])


def parts(words: str) -> list[str]:
    """A list of names taken apart; handles and addresses of mail and web are no part of it."""
    return [part for part in (squeeze(part or "") for part in _separator().split(squeeze(_ADDRESS.sub(" , ", words)))) if part]


@cache
def _separator() -> re.Pattern[str]:
    given = sorted(grammar.words("names", "separators"))
    return re.compile("|".join(part if r"\s" not in part or "[" not in part else _only_unspaced(part) for part in given), re.IGNORECASE)


def _only_unspaced(pattern: str) -> str:
    """White space parts names only in scripts whose names hold none."""
    return f"(?<=[\u3040-\u30ff\u4e00-\u9fff]){pattern}(?=[\u3040-\u30ff\u4e00-\u9fff])"


def cleaned(part: str) -> str | None:
    """One name without titles, addresses and marks around it; None where it is no name of a person."""
    name = untitled(part)
    if not 2 <= len(name) <= LONGEST or _NEVER.search(name) or weight(name) > MOST_WORDS or not any(char.isalpha() for char in name):
        return None
    return None if _is_no_person(name) else name


@cache
def _cut() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in sorted(grammar.words("names", "cut")))


def untitled(part: str) -> str:
    """Words without marks at the ends, remarks in brackets, and titles before and behind the name."""
    name = _BRACKETS.sub("", _ADDRESS.sub("", part)).strip(_EDGES).removesuffix("'s").removesuffix("’s")
    for pattern in _cut():
        name = pattern.sub("", name)
    changed = True
    while changed:
        changed = False
        folded = name.casefold()
        for word in _affixes("before", folded[:1]):
            if folded.startswith(word) and not _continues(word, name[len(word) :]):
                name, changed = name[len(word) :].strip(_EDGES), True
                break
        folded = name.casefold()
        for word in _affixes("after", folded[-1:]):
            if folded.endswith(word) and not _continues(word, name[: len(name) - len(word)][::-1]):
                name, changed = name[: len(name) - len(word)].strip(_EDGES), True
                break
    return name


def is_title(words: str) -> bool:
    """Whether words are what somebody is, "staff writer", and nothing else."""
    plain = words.strip(_EDGES)
    return plain[-1:].isalpha() and not untitled(plain)


def ends_as_title(words: str) -> bool:
    """Whether a few words end in what somebody is: "Environment editor", "senior crime reporter"."""
    rest = untitled(words.strip(_EDGES))
    return rest != words.strip(_EDGES) and 0 < len(rest.split()) <= 2 and words.strip(_EDGES).startswith(rest)


@cache
def _last_words() -> frozenset[str]:
    return frozenset(word.split()[-1].strip(_EDGES) for word in grammar.words("names", "after"))


def may_hold_title(line: str) -> bool:
    """Whether the last word of a title stands in the line at all: a quick look."""
    return any(word.strip(_EDGES) in _last_words() for word in line.casefold().split())


def is_cased(name: str) -> bool:
    """Whether the name is written in letters that have capitals."""
    return any(char.lower() != char.upper() for char in name)


@cache
def _by_edge(side: str) -> dict[str, tuple[str, ...]]:
    edge = 0 if side == "before" else -1
    found: dict[str, list[str]] = {}
    for word in grammar.longest_first("names", side):
        found.setdefault(word[edge], []).append(word)
    return {letter: tuple(words) for letter, words in found.items()}


def _affixes(side: str, letter: str) -> tuple[str, ...]:
    return _by_edge(side).get(letter, ())


def _continues(word: str, rest: str) -> bool:
    """Whether a spaced word goes on ("by" in "Byron")."""
    return bool(rest) and rest[0].isalpha() and not (_UNSPACED.match(word) or _HANGUL.match(word))


def _is_no_person(name: str) -> bool:
    """Whether words of the name, or its end, are those of bodies, services and labels."""
    folded = name.casefold()
    words = re.findall(r"\w+", folded)
    if set(words) & grammar.words("names", "never") or folded in grammar.words("crumbs", "home") or grammar.is_agency(name):
        return True
    if len(words) == 2 and words[0] in grammar.words("names", "articles"):
        return True
    if _UNSPACED.search(folded) or _HANGUL.search(folded):
        return any(word in folded for word in _unspaced_never()) or folded.endswith(grammar.longest_first("names", "never_ends"))
    return False


@cache
def _unspaced_never() -> tuple[str, ...]:
    return tuple(word for word in sorted(grammar.words("names", "never")) if _UNSPACED.match(word) or _HANGUL.match(word))


@cache
def _joints() -> frozenset[str]:
    return grammar.words("names", "joints")


def looks_like_one(name: str, least: int = 1) -> bool:
    """Whether a name that no mark-up vouches for is written like one: at least `least` words, each with a capital but for those that join
    them ("de", "van"); in scripts without capitals short words; in Chinese and Japanese a few characters."""
    if _UNSPACED.search(name):
        return len(name) <= 12 and bool(re.fullmatch(r"[\w·•・&.\s]+", name))
    words = name.split()
    if not least <= len(words) <= MOST_WORDS:
        return False
    if not is_cased(name):
        return len(words) >= 2 or bool(re.fullmatch("[\uac00-\ud7af]{2,5}", name))
    plain = [word for word in words if word.casefold() not in _joints()]
    return len(plain) >= least and words[-1] in plain and all(_capital(word) for word in plain)


def _capital(word: str) -> bool:
    """ "Ada", "O'Neil", "d’Arc", "al-Amin", "J.R." """
    pieces = re.split(r"[’'-]", word)
    return any(piece[:1].isupper() for piece in pieces) and all(char.isalpha() or char in ".’'ʼ-" for char in word)


@cache
def _surnames() -> tuple[re.Pattern[str], ...]:
    return tuple(form.pattern for form in grammar.forms("names", "shapes"))


def has_surname(name: str) -> bool:
    """Whether a name in a script without spaces has the shape that its language's surnames give one."""
    return any(pattern.fullmatch(name) for pattern in _surnames()) and not _is_no_person(name)


def same(one: str, other: str) -> bool:
    """Whether two spellings are one name but for case and marks."""
    return letters(one) == letters(other)
