from __future__ import annotations

from msgspec.structs import replace

from dragoman.model.article import Published
from dragoman.web import pictures


def dated(fakes, *days):
    languages = ("en", "zh")
    return [
        replace(fakes.A_EN, id=f"a{number}", language=languages[number % 2], published=Published(day, "day") if day else Published())
        for number, day in enumerate(days)
    ]


def test_bars_are_days_with_the_languages_on_top_of_each_other(fakes):
    found = pictures.coverage(dated(fakes, "2031-03-10", "2031-03-10", "2031-03-10", "2031-03-12", None))
    assert (found.languages, found.top, found.undated, found.step) == (("en", "zh"), 3, 1, 1)
    assert [(bar.first, bar.articles) for bar in found.bars] == [("2031-03-10", 3), ("2031-03-12", 1)]
    first = found.bars[0].segments
    assert [(part.language, part.articles) for part in first] == [("en", 2), ("zh", 1)]
    assert sum(part.height for part in first) == pictures.PLOT
    assert first[1].y == 0.0


def test_a_long_time_is_cut_into_longer_steps_and_stays_in_the_picture(fakes):
    found = pictures.coverage(dated(fakes, "2030-01-01", "2031-03-10", "2031-06-01"))
    assert found.step == 14
    assert all(bar.x >= 0 and bar.x + bar.width <= pictures.WIDTH for bar in found.bars)
    ages = pictures.coverage(dated(fakes, "1931-01-01", "2031-03-10"))
    assert all(0 <= bar.x <= pictures.WIDTH for bar in ages.bars)


def test_from_right_to_left_time_runs_so_too(fakes):
    articles = dated(fakes, "2031-03-10", "2031-03-12")
    left, right = pictures.coverage(articles), pictures.coverage(articles, rtl=True)
    assert left.bars[0].x < left.bars[1].x
    assert right.bars[0].x > right.bars[1].x


def test_too_little_is_not_drawn(fakes):
    assert pictures.coverage(dated(fakes, "2031-03-10", None)) is None
    assert pictures.reporting(fakes.BRIEF.press[:1], {}) is None
    assert pictures.happenings([fakes.MEETING], fakes.ARTICLES) is None
    assert pictures.happenings([fakes.MEETING], []) is None


def test_who_reports_first_stands_first(fakes):
    held = {article.id: article for article in fakes.ARTICLES}
    held[fakes.A_ZH.id] = replace(fakes.A_ZH, published=Published("2031-03-08", "day"))
    found = pictures.reporting(fakes.BRIEF.press, held)
    assert [row.outlet for row in found.rows] == ["海港日报", "The Harbour Gazette"]
    assert found.rows[0].dots[0].x < found.rows[1].dots[0].x
    assert found.more == 0


def test_happenings_near_the_articles_are_drawn_and_the_others_counted(fakes):
    later = replace(fakes.MEETING, id="e3", start="2031-03-20")
    same = replace(fakes.MEETING, id="e4")
    long_ago = replace(fakes.MEETING, id="e5", start="2008-04-01")
    found = pictures.happenings([fakes.MEETING, later, same, long_ago, fakes.EARLIER], fakes.ARTICLES)
    assert [event.id for event, _, _ in found.dots] == ["e1", "e4", "e3"]
    assert found.others == 2
    assert found.dots[0][2] != found.dots[1][2]
    assert found.span == ("2031-03-10", "2031-03-20")
