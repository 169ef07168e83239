"""Offices in scripts without spaces: a chain of names, modifiers and a head that touches the person's name (俄罗斯常驻联合国代表涅边贾)."""

from __future__ import annotations

from functools import cache

from dragoman.annotate.mention_rules import TitleRules, names_of, titles_of
from dragoman.annotate.mention_scene import Role, Scene
from dragoman.annotate.mention_spans import Span
from dragoman.text.words import in_dictionary

_LONGEST = 32
"""Characters of an office."""
_PARTS = "，。；：,.;:!?！？“”\"'（）()《》\n"
_JOINT = "、"
_OPENING = '“"「'


@cache
def _longest_first(language: str, kind: str) -> tuple[str, ...]:
    return tuple(sorted(getattr(titles_of(language), kind), key=lambda word: (-len(word), word)))


def before(scene: Scene, person: Span, rules: TitleRules) -> Role | None:
    """The office that ends where the name begins."""
    whole, end = scene.text.text, person.start
    if end and whole[end - 1] in _OPENING:
        end -= 1
    floor = max((at + 1 for at in range(max(0, end - _LONGEST), end) if whole[at] in _PARTS), default=max(0, end - _LONGEST))
    start = _office_start(scene, floor, end, rules)
    if start is None:
        return None
    while (joint := whole.rfind(_JOINT, floor, start)) >= 0:  # 土耳其外长、前情报机构负责人
        between = whole[joint + 1 : start]
        earlier = None if any(word in between for word in rules.stops) else _office_start(scene, floor, joint, rules)
        if earlier is None or any(span.type == "person" and joint <= span.start < start for span in scene.spans):
            break
        start = earlier
    return scene.role(start, end)


def _office_start(scene: Scene, floor: int, end: int, rules: TitleRules) -> int | None:
    """Where the office that ends at `end` begins, None where no office ends there."""
    whole, language = scene.text.text, scene.text.language
    head = next((word for word in _longest_first(language, "heads") if whole.endswith(word, floor, end)), None)
    if head is None:
        return None
    joint = whole.rfind(_JOINT, floor, end - len(head)) + 1
    floor = max(floor, joint)
    start = _modified(scene, end - len(head), floor)
    for span in sorted(scene.spans, key=lambda item: -item.end):
        if floor <= span.start < start < span.end and span.type != "person":
            return _chained(scene, span.start, floor, rules)
        if floor <= span.start and span.end <= start:
            between = whole[span.end : start]
            if span.type == "person" or any(word in between for word in rules.stops):
                break
            return _chained(scene, span.start, floor, rules)
    return _letter(scene, start, floor)


def _modified(scene: Scene, start: int, floor: int) -> int:
    """The start moved over modifiers, two of them joined by a conjunction among them (外交与对外经济)."""
    whole, language = scene.text.text, scene.text.language
    words, joiners = _longest_first(language, "modifiers"), _longest_first(language, "conjunctions")
    while start > floor:
        joiner = next((one for one in joiners if whole.endswith(one, floor, start)), "")
        word = next((one for one in words if whole.endswith(one, floor, start - len(joiner))), None)
        if word is None:
            break
        start -= len(joiner) + len(word)
    return start


def _letter(scene: Scene, start: int, floor: int) -> int:
    """The start moved over a letter that stands for a country, where it does not end another word (俄外长)."""
    whole, letters = scene.text.text, names_of(scene.text.language).letters
    if start <= floor or whole[start - 1] not in letters:
        return start
    word = scene.text.inner.get(start - 1)
    inside = word is not None and word[1] == start and in_dictionary(whole[word[0] : word[1]])
    return start if inside else start - 1


def _chained(scene: Scene, begin: int, floor: int, rules: TitleRules) -> int:
    """Where the chain of names before `begin` starts that touch each other (俄罗斯外交部 as place and body), or are joined by modifiers and
    links (中国驻法国大使)."""
    whole, language = scene.text.text, scene.text.language
    while True:
        at = _modified(scene, begin, floor)
        linked = next((at - len(word) for word in _longest_first(language, "links") if whole.endswith(word, floor, at)), None)
        reach = {begin, at, *((_modified(scene, linked, floor),) if linked is not None else ())}
        other = next(
            (span for span in scene.spans if span.end in reach and span.start >= floor and span.type != "person" and span.kind != "short"),
            None,
        )
        if other is None:
            letter = next((one - 1 for one in sorted(reach) if _letter(scene, one, floor) < one), None)
            return begin if letter is None else letter
        begin = other.start


def after(scene: Scene, person: Span, rules: TitleRules) -> Role | None:
    """The office that begins where the name ends, where its characters are no part of a longer word (王毅外长)."""
    whole, at = scene.text.text, person.end
    head = next((word for word in _longest_first(scene.text.language, "heads") if whole.startswith(word, at)), None)
    if head is None or head in rules.honorifics:
        return None
    end = at + len(head)
    if in_dictionary(head + whole[end : end + 1]) and whole[end : end + 1].strip():
        return None
    return Role(at, end, None)
