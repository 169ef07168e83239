"""Whose a figure is, where and when: read in sentences written for these tests."""

from __future__ import annotations

import re

from dragoman.annotate.figures import Figures
from dragoman.annotate.times import Times
from dragoman.model.annotations import Figure, Mention, Sentence
from dragoman.model.article import Article, LanguageEvidence, Published, SourceRef
from dragoman.model.reading import Reading

NAMES = {"Kenya": ("place", "KE"), "Amina Tesfay": ("person", "person:amina"), "Sudan": ("place", "SD")}


def figures(text: str, language: str = "en") -> tuple[Figure, ...]:
    article = Article(
        "a1", "u", SourceRef("s", "S"), "", text, language, LanguageEvidence("test", 1.0), published=Published("2016-05-04", "day")
    )
    mentions = tuple(
        Mention(match.start(), match.end(), match.group(), NAMES[match.group()][0], entity=NAMES[match.group()][1], party=party)  # type: ignore[arg-type]
        for match in re.finditer("|".join(NAMES), text)
        for party in ["ET" if match.group().startswith("Amina") else NAMES[match.group()][1]]
    )
    return Figures().annotate(Times().annotate(Reading(article=article, sentences=(Sentence(0, len(text)),), mentions=mentions))).figures


def test_who_tells_of_a_figure_does_not_own_it() -> None:
    (told,) = figures("Amina Tesfay said at least 1,200 prisoners would be freed.")
    assert told.party is None
    (own,) = figures("Kenya deployed 1,200 troops.")
    assert own.party == "KE"


def test_how_long_talks_last_is_nobodys() -> None:
    (found,) = figures("In Kenya the talks lasted eight hours.")
    assert (found.slot, found.party) == ("duration#talks", None)


def test_a_date_of_a_later_clause_is_not_the_date_of_the_figure() -> None:
    (found,) = figures("Sudan may keep 800 warheads, and the pact replaces one that expired on 5 December 2009.")
    assert found.as_of is None


def test_a_figure_holds_as_of_the_date_of_its_clause() -> None:
    (found,) = figures("On 2 May 2016 Sudan deployed 800 troops.")
    assert found.as_of == "2016-05-02"


def test_of_two_dates_in_a_clause_the_nearer_one_holds() -> None:
    (found,) = figures("Kenya will hold a runoff on 28 May 2016 after its leader won 49.5 percent of the vote on 1 May 2016.")
    assert found.as_of == "2016-05-01"
