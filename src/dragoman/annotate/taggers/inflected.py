"""Names in Slavic languages without a model: the runs of capitals of `Runs`, judged by a word list and by endings.

A word that the word list knows in small letters is no name by itself; a run in two scripts is two names; a name in quotation marks is a
body's; a body goes on over its complements in the genitive; two or three words of which one is unknown are a person, and so is one
with a surname's ending. The endings are names.toml `surname_endings`, `attribute_endings`, `genitive_endings`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from dragoman.annotate.taggers.patterns_runs import Runs, Tagged
from dragoman.text.lemmas import is_word, lemmas
from dragoman.text.scripts import script
from dragoman.text.words import folded, pieces

_QUOTED = re.compile(r"«([^«»\n]{2,70})»|\"([^\"\n]{2,70})\"|„([^„“”\"\n]{2,70})[“”\"]|“([^”\n]{2,70})”")
_MOST_WORDS, _LONGEST_COMPLEMENT = 5, 6


class Inflected(Runs):
    """A tagger for one Slavic language (BCP 47)."""

    name = "inflected"

    def tag(self, text: str) -> list[Tagged]:
        """Spans (start, end, type, sure), sure by the strength of the sign."""
        spans = pieces(text)
        quoted = self._quoted(text)
        inside = [(start, end) for start, end, _, _ in quoted]
        runs = [one for run in self._by_case(text, spans) for one in self._parts(text, run)]
        free = [run for run in runs if not any(start < run[1] and run[0] < end for start, end in inside)]
        return sorted([*quoted, *(self._with_complement(text, spans, run) for run in free)])

    def _quoted(self, text: str) -> list[Tagged]:
        """Names wholly in quotation marks: the first word has a capital, the next character after the marks does not go on a sentence."""
        found: list[Tagged] = []
        for match in _QUOTED.finditer(text):
            start, end = next(match.span(at) for at in range(1, 5) if match.group(at) is not None)
            words = text[start:end].split()
            if not words or len(words) > _MOST_WORDS or not words[0][0].isupper() or text[end - 1] in ".,!?…:;":
                continue
            after = text[match.end() : match.end() + 1]
            if after == "," and len(words) > 2:
                continue
            found.append((start, end, "organisation", 0.5))
        return found

    def _run(self, text: str, spans: Sequence[tuple[int, int]], at: int) -> int:
        """The run of `Runs`, with a number inside foreign names (Wind 2 AG) and the body word behind an attribute (Вищий суд)."""
        stop = super()._run(text, spans, at)
        while at < stop < len(spans) - 1 and self._numbered(text, spans, stop):
            stop = super()._run(text, spans, stop + 1)
        if at < stop < len(spans) and text[spans[stop - 1][1] : spans[stop][0]] == " ":
            last, word = folded(text[slice(*spans[stop - 1])]), text[slice(*spans[stop])]
            if word.islower() and last.endswith(self._names.attribute_endings or ("\0",)) and self._bases(word) & self._names.bodies:
                return stop + 1
        return stop

    def _numbered(self, text: str, spans: Sequence[tuple[int, int]], at: int) -> bool:
        before, number, after = (text[slice(*spans[one])] for one in (at - 1, at, at + 1))
        return number.isdigit() and before.isascii() and after.isascii() and after[0].isupper() and text[spans[at][1]] == " "

    def _parts(self, text: str, run: Tagged) -> list[Tagged]:
        """A run in two scripts as two names."""
        start, end, kind, sure = run
        words = [(match.start() + start, match.end() + start) for match in re.finditer(r"\S+", text[start:end])]
        groups: list[list[tuple[int, int]]] = []
        for word in words:
            goes_on = groups and self._same_script(text, groups[-1][-1], word) and not self._acronym_and_person(text, groups[-1][-1], word)
            if goes_on:
                groups[-1].append(word)
            else:
                groups.append([word])
        if len(groups) == 1:
            return [run]
        out: list[Tagged] = []
        for group in groups:
            first, last = group[0][0], group[-1][1]
            if script(text[first]) == "Latn" or (text[first:last].isupper() and len(group) == 1):
                out.append((first, last, "organisation", 0.5))
            elif not all(is_word(text[slice(*word)], self._language) for word in group):
                out.append((first, last, "person" if len(group) > 1 or kind == "person" else kind, sure))
        return out

    def _same_script(self, text: str, one: tuple[int, int], two: tuple[int, int]) -> bool:
        return text[two[0]].isdigit() or text[one[0]].isdigit() or script(text[one[0]]) == script(text[two[0]])

    def _acronym_and_person(self, text: str, one: tuple[int, int], two: tuple[int, int]) -> bool:
        """Whether an acronym stands before a given name (МВС Іван ...)."""
        return text[slice(*one)].isupper() and one[1] - one[0] > 1 and bool(self._bases(text[slice(*two)]) & self._names.given)

    def _typed(self, text: str, spans: Sequence[tuple[int, int]], at: int, stop: int, inner: set[str]) -> Tagged | None:
        while at + 1 < stop and self._begins(text, spans, at) and self._plain_word(text[slice(*spans[at])]):
            at += 1
        return super()._typed(text, spans, at, stop, inner)

    def _only_first(self, text: str, spans: Sequence[tuple[int, int]], at: int, inner: set[str]) -> bool:
        """As in `Runs`, but a body word with its complement (Міністерство оборони) is a name also where a sentence begins."""
        if not super()._only_first(text, spans, at, inner):
            return False
        headed = at + 1 < len(spans) and bool(self._bases(text[slice(*spans[at])]) & self._names.bodies)
        return not (headed and text[slice(*spans[at + 1])].islower() and self._complements(text[slice(*spans[at + 1])]))

    def _plain_word(self, word: str) -> bool:
        """Whether a word is one of the language and begins no body's name."""
        names, bases = self._names, {folded(word), *lemmas(word, self._language)}
        return is_word(word, self._language) and not bases & (names.bodies | names.body_words | names.place_words | names.given)

    def _kind(self, text: str, spans: Sequence[tuple[int, int]], at: int, words: Sequence[str]) -> tuple[str, float]:
        kind, sure = super()._kind(text, spans, at, words)
        if kind == "place" and len(words) == 1 and self._plain_word(words[0]):
            return "", 0.0
        if kind == "person" and sure < 0.6:
            return (kind, sure) if self._like_a_person(words) else ("", 0.0)
        if not kind and len(words) == 1 and self._is_surname(words[0]):
            return "person", 0.45
        return kind, sure

    def _like_a_person(self, words: Sequence[str]) -> bool:
        first = folded(words[0])
        if first.endswith(self._names.attribute_endings) and not self._is_surname(words[-1]):
            return False
        return not all(is_word(word, self._language) for word in words)

    def _is_surname(self, word: str) -> bool:
        plain = folded(word)
        return len(plain) > 4 and plain.endswith(self._names.surname_endings) and not is_word(word, self._language)

    def _with_complement(self, text: str, spans: Sequence[tuple[int, int]], run: Tagged) -> Tagged:
        """A body with the words in small letters behind it that can be its complement."""
        start, end, kind, sure = run
        last = text[start:end].split()[-1]
        if kind != "organisation" or not self._names.genitive_endings or not self._bases(last) & self._names.bodies:
            return run
        at = bisect_left(spans, (end, end))
        for stop in range(at, min(at + _LONGEST_COMPLEMENT, len(spans))):
            word = text[slice(*spans[stop])]
            if text[spans[stop - 1][1] : spans[stop][0]] not in (" ", "", "\u00a0"):
                break
            cut = text[spans[stop - 1][1] - 1] in "'’" or text[spans[stop][1] : spans[stop][1] + 1] in ("'", "’")
            if word.islower() and (cut or self._complements(word)):
                end = spans[stop][1]
            elif word not in self._names.body_joiners and word not in ",'’":
                break
        return start, end, kind, sure

    def _complements(self, word: str) -> bool:
        """Whether a word may be a genitive: inflected, of no verb, with a genitive's ending or none at all (громад)."""
        plain, bases = folded(word), lemmas(word, self._language)
        verb = any(base.endswith(self._names.infinitive_endings) for base in bases)
        if verb or len(plain) < 4 or plain in bases or plain in self._names.named_after:
            return False
        return plain.endswith(self._names.genitive_endings) or any(base.startswith(plain) for base in bases)

    def _bases(self, word: str) -> set[str]:
        return {folded(word), *lemmas(word, self._language)}
