"""Two articles, or a story in two languages, side by side: statements that answer to each other, figures, events, what each has alone."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.errors import DragomanError, NotFoundError
from dragoman.model.article import Article
from dragoman.model.contrast import Compared
from dragoman.web.asked import Answer, Asked, Reply, WrongAddressError
from dragoman.web.desk import ReadingDesk
from dragoman.web.pages import lists
from dragoman.web.shown import short

LINES = 40
"""Names that are shown of each kind."""


def page(desk: ReadingDesk, asked: Asked) -> Reply:
    """`a` and `b` are articles, `story` with `languages` (two codes with a comma) a story in two languages. Where one is still to be
    chosen, what there is to choose."""
    one, other, story, languages = (asked.text(name) for name in ("a", "b", "story", "languages"))
    pair = tuple(code.strip() for code in languages.split(",")) if languages else ()
    try:
        if one and other:
            return _laid_out(asked, desk.compare(one, other))
        if story and len(pair) == len("ab"):
            return _laid_out(asked, desk.compare_languages(story, *pair))
    except NotFoundError:
        raise
    except DragomanError as error:
        raise WrongAddressError(str(error)) from error
    return _choices(desk, asked, one or other, story)


def _choices(desk: ReadingDesk, asked: Asked, one: str, story: str) -> Reply:
    """What an article, or a story, can be compared with."""
    home = story or (desk.story_of(one) if one else None)
    brief = desk.brief(home) if home else None
    members = [member.article for member in brief.members] if brief else []
    articles = desk.articles([*members, *([one] if one else [])])
    if one and one not in articles:
        raise NotFoundError(one)
    title = asked.say("Compare")
    context = {
        "title": title,
        "crumbs": lists.crumbs(asked, (title, None)),
        "compared": None,
        "one": articles.get(one),
        "home": brief,
        "others": [articles[name] for name in members if name in articles and name != one],
        "languages": list(brief.languages) if brief else [],
    }
    return Answer("compare.html", context)


def _laid_out(asked: Asked, compared: Compared) -> Reply:
    title = asked.say("Compare")
    articles: Mapping[str, Article] = {article.id: article for article in (*compared.ones, *compared.others)}
    crumbs = [(asked.say("Stories"), "/stories"), (asked.say("Story"), f"/story/{compared.story}")] if compared.story else []
    context = {
        "title": f"{title}: {short(compared.ones[0].title, 40)} – {short(compared.others[0].title, 40)}",
        "crumbs": lists.crumbs(asked, *crumbs, (title, None)),
        "compared": compared,
        "sides": [compared.ones, compared.others],
        "contrast": compared.contrast,
        "alone": [compared.contrast.one, compared.contrast.other],
        "articles": articles,
        "most": LINES,
        "turned": asked.here(a=asked.text("b"), b=asked.text("a"), languages=",".join(reversed(asked.text("languages").split(",")))),
    }
    return Answer("compare.html", context)
