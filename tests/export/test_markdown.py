from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dragoman.export import EXPORTS
from dragoman.export.markdown import _amount, plain, when
from dragoman.model.annotations import Figure
from dragoman.model.article import Published
from dragoman.model.spans import Evidence


def text(fakes) -> str:
    return EXPORTS.make("markdown").export(fakes.BRIEF, fakes.ARTICLES).decode()


def test_every_part_of_the_brief_is_there(fakes):
    heads = re.findall(r"^## (.+)$", text(fakes), re.M)
    assert heads == [
        "Summary",
        "Agenda",
        "Timeline",
        "Positions",
        "Statements",
        "Figures",
        "Names",
        "Press",
        "Articles",
        "Reprints",
        "Gaps",
    ]


def test_every_reference_cuts_words_out_of_its_article(fakes):
    texts = {article.id: article.text for article in fakes.ARTICLES}
    references = re.findall(r"`\[(\w+):(\d+)-(\d+)\]`", text(fakes))
    assert len(references) >= 15
    assert all(texts[identity][int(start) : int(end)].strip() for identity, start, end in references)


def test_statements_answers_and_figures_read_well_raw(fakes):
    shown = text(fakes)
    assert "3 independent texts of 4 articles" in shown
    assert "- **Mara Quell**, fisheries minister (demand, direct · 2031-03-10): We want the quota cut by half," in shown
    assert "  - answer of **Denmark** (refusal): Westmark rejected the demand." in shown
    assert "about 40,000 t · Norway" in shown


def test_what_the_agenda_tells_is_not_told_again(fakes):
    brief = replace(fakes.BRIEF, timeline=fakes.BRIEF.agenda)
    shown = EXPORTS.make("markdown").export(brief, fakes.ARTICLES).decode()
    agenda, timeline = shown.split("## Agenda")[1].split("## Timeline")
    timeline = timeline.split("##")[0]
    assert agenda.count("北地与西境的代表将于3月14日会谈") == 1
    assert "北地与西境的代表将于3月14日会谈" not in timeline
    assert timeline.count("`[a0") == 2


def test_dates_are_no_finer_than_known():
    assert when(Published("2031-03-10T00:00", "day")) == "2031-03-10"
    assert when(Published(None, "unknown", "", "2031-03-09", "2031-03-14")) == "between 2031-03-09 and 2031-03-14 (inferred)"
    assert when(Published()) == "no date"


def test_foreign_text_cannot_become_markup():
    assert plain("# [a](javascript:x) *b* <i>") == r"\# \[a\](javascript:x) \*b\* \<i>"
    assert plain("1. one\n\n2. two") == r"1\. one 2. two"
    assert plain("snake_case _it_ > x") == r"snake_case \_it\_ > x"


@given(st.text(max_size=60))
def test_no_text_opens_a_tag_a_link_or_a_line(value):
    shown = plain(value)
    assert "\n" not in shown
    assert not re.search(r"(?<!\\)(?:\\\\)*[<\[`]", shown)
    assert not re.match(r"[#>+-]", shown)


def test_the_same_brief_gives_the_same_bytes(fakes):
    assert text(fakes) == text(fakes)


@pytest.mark.parametrize(
    ("value", "low", "high", "shown"),
    [(10_000, 10_000, None, "≥ 10,000"), (50, None, 50, "≤ 50"), (30, 30, 30, "30"), (None, 24, 99, "24 – 99"), (16, None, None, "16")],
)
def test_a_bound_is_shown_with_the_number(value, low, high, shown):
    figure = Figure("troops", value, low, high, None, False, None, None, Evidence("a1", 0, 1, "x"))
    assert _amount(figure) == shown
