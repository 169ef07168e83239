"""Search over everything held."""

from __future__ import annotations

from dragoman.model.query import Found, Hit
from dragoman.web.asked import Answer, Asked, Reply
from dragoman.web.desk import ReadingDesk
from dragoman.web.pages import lists


def page(desk: ReadingDesk, asked: Asked) -> Reply:
    """Results with the words found marked; without a question, how to ask one."""
    query = asked.query()
    found: Found[Hit] = desk.search(query) if query.text else Found(())
    context = lists.context(asked, asked.say("Search"), found, ("language", "source", "since", "until"))
    return Answer("search.html", {**context, "query": query, "articles": desk.articles([hit.article for hit in found.items])})
