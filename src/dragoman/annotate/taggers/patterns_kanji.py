"""Japanese names by script and by the words they are built on: people before offices and with a middle dot, bodies and places by their
last characters, persons by a family name that is known."""

from __future__ import annotations

import re

from dragoman.annotate.mention_rules import NameRules, TitleRules, names_of, titles_of

Tagged = tuple[int, int, str, float]
_KANA, _KANJI = "ァ-ヺー", "一-鿿々〆"
_PART = f"[{_KANA}]+"
_DOTTED = re.compile(f"{_PART}(?:[・＝]{_PART})+")
_RUN = re.compile(f"[{_KANJI}{_KANA}A-Za-zＡ-Ｚ]+")
_LONGEST_PERSON = 5
"""Characters of a person's name in kanji."""
_LONGEST_GIVEN = 3
"""Characters of a given name in kanji."""


class Kanji:
    """A tagger for one language (BCP 47) written in kanji and kana."""

    def __init__(self, language: str) -> None:
        self._names: NameRules = names_of(language)
        self._titles: TitleRules = titles_of(language)
        self._heads = re.compile("|".join(map(re.escape, _by_length(self._titles.heads))) or "(?!)")
        self._bodies = re.compile(f"(?:{'|'.join(map(re.escape, _by_length(self._names.bodies))) or '(?!)'})$")
        self._places = re.compile(f"(?:{'|'.join(map(re.escape, _by_length(self._names.place_words))) or '(?!)'})$")

    def tag(self, text: str) -> list[Tagged]:
        """Spans (start, end, type, sure), in order, never overlapping."""
        found = [*self._before_offices(text), *self._dotted(text), *self._built(text), *self._families(text)]
        kept: list[Tagged] = []
        for span in sorted(found, key=lambda item: (-item[3], item[0])):
            if all(span[1] <= other[0] or other[1] <= span[0] for other in kept):
                kept.append(span)
        return sorted(kept)

    def _before_offices(self, text: str) -> list[Tagged]:
        """Runs of kana, or of two to five kanji, directly before an office."""
        found: list[Tagged] = []
        for match in self._heads.finditer(text):
            kana = re.search(f"[{_KANA}・＝]+$", text[: match.start()])
            kanji = re.search(f"[{_KANJI}]+$", text[: match.start()])
            run = kana or kanji
            if run is None:
                continue
            surface = run.group().strip("・＝")
            start = match.start() - len(surface)
            if surface in self._names.junk | self._titles.modifiers or len(surface) < 2 - bool(kanji and surface in self._names.surnames):
                continue
            if kanji and not kana and not self._kanji_person(surface):
                continue
            found.append((start, match.start(), "person", 0.7))
        return found

    def _kanji_person(self, surface: str) -> bool:
        """Whether kanji before an office are a name: short, and no body, place or another office."""
        if len(surface) > _LONGEST_PERSON or self._bodies.search(surface) or self._heads.search(surface):
            return False
        if any(surface.startswith(name) for name in self._names.surnames):
            return surface not in self._names.places
        if any(surface.startswith(word) or surface.endswith(word) for word in self._titles.modifiers):
            return False
        return len(surface) <= _LONGEST_GIVEN and not self._places.search(surface) and surface not in self._names.places

    def _dotted(self, text: str) -> list[Tagged]:
        """Katakana parts joined by a dot: two and more are a foreign person, where no part is an ordinary word."""
        found: list[Tagged] = []
        for match in _DOTTED.finditer(text):
            parts = re.split("[・＝]", match.group())
            if not self._names.junk & set(parts) and sum(map(len, parts)) > _LONGEST_PERSON - 1:
                found.append((match.start(), match.end(), "person", 0.6))
        return found

    def _built(self, text: str) -> list[Tagged]:
        """Runs without hiragana that end like a body or a place."""
        found: list[Tagged] = []
        for match in _RUN.finditer(text):
            surface = match.group()
            for kind, pattern, sure in (("organisation", self._bodies, 0.65), ("place", self._places, 0.55)):
                end = pattern.search(surface)
                if end and end.start() > 1 - (kind == "place" and len(end.group()) > 1) and surface not in self._names.junk:
                    found.append((match.start(), match.end(), kind, sure))
                    break
        return found

    def _families(self, text: str) -> list[Tagged]:
        """A known family name of two characters and a given name, as a whole run of kanji."""
        found: list[Tagged] = []
        for match in re.finditer(f"[{_KANJI}]+", text):
            surface = match.group()
            family = next((name for name in _by_length(self._names.surnames) if len(name) > 1 and surface.startswith(name)), "")
            if family and 1 <= len(surface) - len(family) <= _LONGEST_GIVEN - 1 and len(surface) > _LONGEST_GIVEN:
                found.append((match.start(), match.end(), "person", 0.5))
        return found


def _by_length(words: frozenset[str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))
