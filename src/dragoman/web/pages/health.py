"""What went wrong: every problem on the desk, with its stage, its reason and what happens next."""

from __future__ import annotations

from collections import Counter

from dragoman.web.asked import Answer, Asked, Reply
from dragoman.web.desk import ReadingDesk
from dragoman.web.pages import lists


def page(desk: ReadingDesk, asked: Asked) -> Reply:
    """Problems in the desk's order, and how many there are of each stage and reason."""
    problems = desk.problems()
    counted = Counter((problem.stage, problem.reason) for problem in problems)
    title = asked.say("Health")
    context = {
        "title": title,
        "crumbs": lists.crumbs(asked, (title, None)),
        "problems": problems,
        "counts": sorted(counted.items(), key=lambda item: (-item[1], item[0])),
    }
    return Answer("health.html", context)
