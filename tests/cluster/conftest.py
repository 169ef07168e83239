import pytest

from dragoman.model.annotations import Event, Figure, Mention, TimeExpression
from dragoman.model.article import Article, LanguageEvidence, Origin, PageWords, Published, SourceRef
from dragoman.model.reading import Reading
from dragoman.model.spans import Evidence
from dragoman.providers.embed.hashing import Hashing


def make_reading(
    name,
    title="",
    text="",
    language="en",
    day=None,
    source="",
    entities=(),
    places=(),
    days=(),
    event_days=(),
    figures=(),
    origin=None,
    **dates,
):
    """A reading as annotators would make it; entities, places and days need not stand in the text."""
    published = Published(day, "day") if day else Published(**dates)
    credit = Origin(origin, (), PageWords(0, len(origin), origin)) if origin else None
    article = Article(
        name, f"https://{source}/{name}", SourceRef(source, source.split(".")[0]), title, text, language, LanguageEvidence("given", 1.0),
        published=published, origin=credit,
    )  # fmt: skip
    mentions = [Mention(0, 1, key, "organisation" if len(key) != 2 else "place", key) for key in entities]
    mentions += [Mention(0, 1, key, "place", f"place:{key}") for key in places]
    times = [TimeExpression(0, 1, day, day, "day", "date", day, day) for day in days]
    evidence = (Evidence(name, 0, 1, text[:1]),)
    events = [Event(f"e{day}", "MEET", "", day, day, "day", "announced", None, ("RU", "US"), (), None, evidence) for day in event_days]
    amounts = [Figure("slot", value, None, None, unit, False, None, None, evidence[0]) for value, unit in figures]
    return Reading(
        article=article,
        mentions=tuple(mentions),
        times=tuple(times),
        events=tuple(events),
        figures=tuple(amounts),
        vector=Hashing().embed([f"{title}\n{text}"[:420]])[0],
    )


@pytest.fixture(scope="session")
def made():
    return make_reading
