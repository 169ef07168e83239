"""Base forms of words: pymorphy3 where it has a dictionary of the language, simplemma's tables elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

import pymorphy3
from pymorphy3.analyzer import ProbabilityEstimator, lang_dict_path
from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy, DictionaryLookupStrategy
from simplemma.strategies.dictionaries.stream_dictionary_factory import StreamDictionaryFactory

_INFLECTED = frozenset("бвгджзклмнпрстфхцчшщйьая")
"""Last letters of names that have endings in Russian and Ukrainian."""
_NAME_TAGS = frozenset({"Name", "Surn", "Patr"})
_PROPER = _NAME_TAGS | {"Geox", "Orgn", "Trad", "Abbr", "Init"}


@cache
def _analyzer(language: str) -> Any | None:
    """pymorphy3's analyzer, None where no dictionary of the language is installed."""
    try:
        lang_dict_path(language)  # type: ignore[no-untyped-call]
    except ValueError:
        return None
    return pymorphy3.MorphAnalyzer(lang=language, probability_estimator_cls=_Order)  # type: ignore[attr-defined, no-untyped-call]


class _Order(ProbabilityEstimator):
    """Puts the likeliest parse first, as pymorphy3 does, but looks the word up once and not again for each of its parses, and not at all
    for a word with one parse. Leaves the scores as they were: nothing here reads them."""

    def apply_to_parses(self, word: str, word_lower: str, parses: list[Any]) -> list[Any]:
        """The parses of a word in order."""
        if len(parses) < 2:
            return parses
        table = self.p_t_given_w.dct
        place = table.follow_bytes(f"{word_lower}:".encode(), table.ROOT)
        if place is None:
            return parses
        places = [table.follow_bytes(str(parse[1]).encode(), place) for parse in parses]
        chances = [table.value(at) if at is not None and table.has_value(at) else 0 for at in places]
        order = sorted(range(len(parses)), key=chances.__getitem__, reverse=True)
        return [parses[at] for at in order]


# Tables stay packed: unpacked, those of nine languages take 900 MB instead of 130, and more than eight at a time would be read anew
# for every word.
_PACKED = StreamDictionaryFactory(cache_max_size=64)
_TABLES, _LISTED = Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=_PACKED)), DictionaryLookupStrategy(_PACKED)


@cache
def _in_simplemma(language: str) -> bool:
    try:
        _TABLES.lemmatize("a", language)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=65536)
def _parses(word: str, language: str) -> tuple[Any, ...]:
    analyzer = _analyzer(language)
    return tuple(analyzer.parse(word)) if analyzer is not None else ()


@lru_cache(maxsize=65536)
def lemmas(word: str, language: str) -> tuple[str, ...]:
    """Possible base forms, lower case, ё as е, the likeliest first; the lower-cased word itself where nothing is known of the language."""
    plain = word.lower().replace("ё", "е")
    if _analyzer(language) is not None:
        found = [parse.normal_form.replace("ё", "е") for parse in _parses(plain, language)]
    elif _in_simplemma(language):
        found = [_TABLES.lemmatize(form, language).lower() for form in dict.fromkeys((word, plain))]
    else:
        found = [plain]
    return tuple(dict.fromkeys(found)) or (plain,)


def lemma(word: str, language: str) -> str:
    """The likeliest base form."""
    return lemmas(word, language)[0]


def part_of_speech(word: str, language: str) -> str:
    """ "noun", "attribute" (adjective, participle) or "other" by the likeliest reading; "" where it is not known."""
    parses = _parses(word.lower(), language) if _analyzer(language) is not None else ()
    if not parses:
        return ""
    kind = str(parses[0].tag.POS)
    return {"NOUN": "noun", "ADJF": "attribute", "PRTF": "attribute"}.get(kind, "other")


def genitive(word: str, language: str) -> bool:
    """Whether a word in its likeliest lexeme can stand in the genitive, as far as the dictionary knows."""
    parses = _parses(word.lower(), language) if _analyzer(language) is not None else ()
    return any(parse.tag.case in ("gent", "gen2") and parse.normal_form == parses[0].normal_form for parse in parses)


def is_word(word: str, language: str) -> bool:
    """Whether the dictionary knows a word and knows it as no name of a person, place or body; without pymorphy3's dictionary, whether
    simplemma's table has it and gives it a base form without a capital."""
    if _analyzer(language) is None:
        return _is_listed(word, language)
    parses = [parse for parse in _parses(word.lower(), language) if parse.is_known]
    return bool(parses) and not any(_PROPER & parse.tag.grammemes for parse in parses)


@lru_cache(maxsize=65536)
def _is_listed(word: str, language: str) -> bool:
    if not _in_simplemma(language) or _LISTED.get_lemma(word.lower(), language) is None:
        return False
    return all(_TABLES.lemmatize(form, language)[:1].islower() for form in (word, word.lower()))


def mostly_word(word: str, language: str) -> bool:
    """Whether the likeliest reading of a word that the dictionary knows is no name."""
    parses = _parses(word.lower(), language) if _analyzer(language) is not None else ()
    return bool(parses) and parses[0].is_known and not _PROPER & parses[0].tag.grammemes


def is_person_noun(word: str, language: str) -> bool:
    """Whether a word is a common noun for people and no name."""
    parses = _parses(word.lower(), language) if _analyzer(language) is not None else ()
    return bool(parses) and is_word(word, language) and {"NOUN", "anim"} <= set(parses[0].tag.grammemes)


def is_given_name(word: str, language: str) -> bool:
    """Whether the dictionary knows a word as a given name or patronymic."""
    parses = _parses(word.lower(), language) if _analyzer(language) is not None else ()
    return any(parse.tag.grammemes & {"Name", "Patr"} for parse in parses)


def agree(one: str, two: str, language: str) -> bool:
    """Whether two words can stand in one case and gender, as far as the dictionary says; words that it does not inflect always can."""
    first, second = _case_genders(one, language), _case_genders(two, language)
    return not first or not second or bool(first & second)


def _case_genders(word: str, language: str) -> set[tuple[str, str]]:
    parses = _parses(word.lower(), language) if _analyzer(language) is not None else ()
    named = [parse for parse in parses if _PROPER & parse.tag.grammemes and parse.tag.number == "sing"]
    if any("Fixd" in parse.tag for parse in named):
        return set()
    genders = {parse: (parse.tag.gender,) if parse.tag.gender in ("masc", "femn") else ("masc", "femn") for parse in named}
    return {(str(parse.tag.case), gender) for parse in named for gender in genders[parse]}


def nominative(phrase: Sequence[str], language: str, person: bool) -> str | None:
    """A name's words put into the nominative and joined by spaces, or None where the language has no inflection dictionary.

    A person's words are all inflected, in the gender that they agree on; of another name the attributes and the first noun, since
    what follows is its complement.
    """
    if _analyzer(language) is None:
        return None
    gender = _gender(phrase, language) if person else None
    if person and len(phrase) > 1 and _stands_in_nominative(phrase[0], language, gender):
        return " ".join(phrase)
    done, open_ = [], True
    for word in phrase:
        parse = _chosen(word, language, person, gender) if open_ and word[:1].isalpha() and not _fixed(word) else None
        if parse is None:
            done.append(word)
            continue
        form = _to_nominative(parse, gender)
        done.append(_cased_like(word, form) if form else word)
        if not person and "NOUN" in parse.tag:
            open_ = False
    return " ".join(done)


def _stands_in_nominative(given: str, language: str, gender: str | None) -> bool:
    """Whether a given name shows the nominative: the words of a name agree in case, so foreign surnames behind it (Тинубу, Уаттара)
    stand in it too. Only a name that would change in other cases tells: one that ends in a consonant and is no woman's, or in -а, -я."""
    if _fixed(given) or not given.isalpha():
        return False
    parse = _chosen(given, language, True, gender)
    last = given[-1].lower()
    if parse is None or last not in _INFLECTED or (gender == "femn" and last not in "ая"):
        return False
    return (_to_nominative(parse, gender) or "") == given.lower()


def gender(phrase: Sequence[str], language: str) -> str | None:
    """ "masc" or "femn" where a patronymic, or a given name in front of others, tells it in a person's name in the nominative; None where
    they do not: of a surname's reading as a given name (Юха Лайне) nothing follows."""
    if _analyzer(language) is None:
        return None
    return _gender([word for word in phrase if _is_patronymic(word, language)] or phrase[:-1], language)


def _is_patronymic(word: str, language: str) -> bool:
    return any("Patr" in parse.tag for parse in _parses(word.lower(), language))


def _fixed(word: str) -> bool:
    """Acronyms, initials and foreign letters do not inflect here."""
    return (len(word) > 1 and word.isupper()) or len(word) == 1 or word.isascii()


def _gender(phrase: Sequence[str], language: str) -> str | None:
    """The gender that the words' most likely readings as given name or patronymic have."""
    for tag in ("Patr", "Name"):
        for word in phrase:
            for parse in _parses(word.lower(), language):
                if tag in parse.tag and parse.tag.gender in ("masc", "femn"):
                    return str(parse.tag.gender)
    return None


def _chosen(word: str, language: str, person: bool, gender: str | None) -> Any | None:
    parses = [parse for parse in _parses(word.lower(), language) if parse.tag.case]
    if person:
        named = [parse for parse in parses if _NAME_TAGS & set(parse.tag.grammemes)]
        fitting = [parse for parse in named if gender is None or parse.tag.gender in (gender, None)]
        parses = fitting or named or [parse for parse in parses if "NOUN" in parse.tag] or parses
        singular = [parse for parse in parses if parse.tag.number == "sing"]
        parses = singular or parses
    return parses[0] if parses else None


def _to_nominative(parse: Any, gender: str | None) -> str | None:
    wanted = {"nomn"} | ({gender} if gender and parse.tag.gender is None else set())
    form = parse.inflect(wanted) or parse.inflect({"nomn"})
    return str(form.word) if form else None


def _cased_like(word: str, form: str) -> str:
    plain = form if "ё" in word.lower() else form.replace("ё", "е")
    return plain[:1].upper() + plain[1:] if word[:1].isupper() else plain


_ENTRIES = DictionaryLookupStrategy(dictionary_factory=StreamDictionaryFactory(cache_max_size=64))


@lru_cache(maxsize=65536)
def entry(word: str, language: str) -> str | None:
    """The base form that simplemma's dictionary gives for exactly this spelling, None where it has none or has no such language."""
    return _ENTRIES.get_lemma(word, language) if _in_simplemma(language) else None


def is_common(word: str, language: str) -> bool:
    """Whether the dictionary has the word in lower case as a word of its own: "table" but not "obama", whose base form has a capital."""
    found = entry(word.lower(), language)
    return found is not None and found[:1].islower()
