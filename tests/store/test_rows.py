import pytest

from dragoman.model.article import Article, LanguageEvidence, Published, SourceRef
from dragoman.model.reading import Reading
from dragoman.store import rows


def article(**fields):
    return Article(
        "a1", "https://a.example/1", SourceRef("a.example", "A"), "标题", "正文。", "zh", LanguageEvidence("declared", 1.0), **fields
    )


def test_a_reading_survives_its_rows():
    reading = Reading(article=article(), vector=(0.123456, -0.5), made_by=("x@1",))
    row = rows.reading_row(reading)
    assert rows.reading(rows.article_row(reading.article, 1)["raw"], row["raw"], row["vector"]) == reading


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (Published(), (None, None)),
        (Published("2022", "year"), ("2022-01-01", "2022-12-31")),
        (Published("2022-02", "month"), ("2022-02-01", "2022-02-31")),
        (Published("2022-01-12T09:30+01:00", "minute"), ("2022-01-12", "2022-01-12")),
        (Published(None, "unknown", "", "2022-01-01", "2022-01-08"), ("2022-01-01", "2022-01-08")),
    ],
)
def test_dates_are_kept_as_the_days_between_which_they_lie(published, expected):
    assert rows.bounds(published) == expected
