import pytest

from dragoman.model.article import Article, LanguageEvidence, Published, SourceRef
from dragoman.model.ids import article_id, story_id
from dragoman.model.reading import Reading
from dragoman.model.story import Member, Story


def make_reading(number, title="Grain talks", text="Ministers met in Vienna.", language="en", source="a.example", day="2023-05-02"):
    url = f"https://{source}/{number}"
    published = Published(day, "day", "stated", day, day) if day else Published()
    article = Article(
        id=article_id(url, title, text),
        url=url,
        source=SourceRef(source, source),
        title=title,
        text=text,
        language=language,
        language_evidence=LanguageEvidence("declared", 1.0),
        published=published,
    )
    return Reading(article=article, vector=(0.6, 0.8), made_by=("sentences@1",))


def make_story(*readings, last="2023-05-02"):
    ids = [reading.article.id for reading in readings]
    members = tuple(Member(name, 1.0, (), "filing@1") for name in ids)
    return Story(story_id(ids[0]), members, "Grain talks", {"en": "Grain talks"}, ("en",), "2023-05-02", last)


@pytest.fixture(scope="session")
def made():
    return make_reading


@pytest.fixture(scope="session")
def story():
    return make_story
