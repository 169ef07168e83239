import pytest

from dragoman.cluster.card import card
from dragoman.cluster.copies import beside
from dragoman.cluster.filing import Filing
from dragoman.cluster.same import same_story
from dragoman.evaluation import Parts
from dragoman.model.article import Article, LanguageEvidence, Published, SourceRef
from dragoman.model.ids import article_id
from dragoman.model.reading import Reading
from dragoman.providers.embed.hashing import Hashing


@pytest.fixture
def light():
    """Parts without models: vectors by hashing, no names."""
    embed = Hashing().embed

    def read(text, language, published, title):
        when = Published(published[:10], "day") if published else Published()
        article = Article(
            article_id("", title, text),
            f"{title}\n{text}",
            SourceRef("", ""),
            title,
            text,
            language,
            LanguageEvidence("given", 1.0),
            published=when,
        )
        return Reading(article=article, vector=embed([f"{title}\n{text}"[:420]])[0])

    def cluster(readings):
        stories, _ = Filing().refile([card(reading) for reading in readings])
        return {member.article: (member.event, story.id) for story in stories for member in story.members}

    def annotate(text, language, published, title, gives):
        return read(text, language, published, title)

    def absent(*_):
        raise AssertionError("this task asks for no such part")

    return Parts(
        extract=absent, read=read, annotate=annotate, embed=embed, cluster=cluster, same_story=same_story, copied=beside, match=absent
    )
