"""Articles as rows of the list of news."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Connection, delete, insert, select

from dragoman.actors import outlets
from dragoman.model.article import Article, Published
from dragoman.model.reading import Reading
from dragoman.store.rows import bounds
from dragoman.store.tables import ARTICLES, NEWS, SUBJECTS


def moment(published: Published) -> str:
    """When an article came out, to sort by: the moment in UTC where the page gives its offset, else what is known of its date, else the
    last day that it may be of; empty where nothing is known."""
    value = published.value or published.latest or published.earliest or ""
    if len(value) <= len("2022-01-12"):
        return value
    try:
        exact = datetime.fromisoformat(value)
    except ValueError:
        return value[:10]
    return (exact.astimezone(UTC) if exact.tzinfo else exact).strftime("%Y-%m-%dT%H:%M")


def country(article: Article) -> str:
    """The country of who published: the one that the article's source has, else that of the outlet of its address; empty where neither
    is known."""
    if article.source.country:
        return article.source.country
    known = next((one for host in (article.source.id, urlsplit(article.url).hostname or "") if (one := outlets.of_host(host))), None)
    return (outlets.outlets()[known].country or "") if known else ""


def subjects(reading: Reading) -> list[str]:
    """What an article speaks of: its topics, and the issues of what is said and demanded in it."""
    issues = {said.issue for said in reading.statements} | {stance.issue for stance in reading.stances}
    return sorted({topic.id for topic in reading.topics} | {issue for issue in issues if issue})


def row(n: int, article: Article) -> dict[str, Any]:
    """A row of `news`."""
    first, last = bounds(article.published)
    return {
        "n": n,
        "id": article.id,
        "at": moment(article.published),
        "first": first,
        "last": last,
        "language": article.language,
        "source": article.source.id,
        "outlet": article.source.title,
        "country": country(article),
        "section": article.section or "",
    }


def relist(connection: Connection, reading: Reading) -> None:
    """Puts an article into the list in the place of other versions of its address, where it is the newest."""
    article = reading.article
    n = connection.scalar(select(ARTICLES.c.n).where(ARTICLES.c.id == article.id, ARTICLES.c.current == 1))
    if n is None:
        return
    versions = connection.scalars(select(ARTICLES.c.n).where(ARTICLES.c.url == article.url)).all()
    connection.execute(delete(NEWS).where(NEWS.c.n.in_(versions)))
    connection.execute(insert(NEWS), row(n, article))
    found = subjects(reading)
    if found:
        connection.execute(insert(SUBJECTS), [{"subject": subject, "n": n} for subject in found])
