"""`dragoman why`: why an article is in its story, and not in another."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated

import typer

from dragoman.cli.shared import AsJson, DeskPath, given, put
from dragoman.desk import Desk
from dragoman.model.explained import Explained, Fit
from dragoman.model.spans import Why

GROUNDS = {
    "fits": "it fits",
    "linked": "its event is linked to the story",
    "judgement": "people say so",
    "veto": "a veto",
    "score": "too little speaks for it",
    "quorum": "too few of the members would take it in",
    "nearer": "its own story is nearer",
}


def why(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="an article's id")],
    story: Annotated[str | None, typer.Argument(metavar="[STORY]", help="a story: why is the article not in it?")] = None,
    desk: DeskPath = None,
    as_json: AsJson = False,
) -> None:
    """Tell why an article is in its story: each reason with its value, weight and what was seen, and the nearest members; and why it is
    not in another story (the one given, or those that come nearest)."""
    with Desk.open(**given(desk)) as opened:
        found = opened.why(article, story)
        if as_json:
            put(found)
            return
        fits = (*found.fits, *found.rejected)
        stories = {name: opened.store().story(name).title for name in {found.story, *(fit.story for fit in fits)}}
        held = opened.articles({near.article for fit in fits for near in fit.nearest})
        titles = {**stories, **{name: article.title for name, article in held.items()}}
    sys.stdout.write("\n".join(_lines(found, titles)) + "\n")


def _lines(found: Explained, titles: Mapping[str, str]) -> Iterator[str]:
    yield f"{found.title} ({found.article})"
    yield f"is in {_named(found.story, titles)}; {found.by or 'filed'} at {found.score:.2f}"
    yield from _reasons(found.why)
    for fit in found.fits:
        yield f"\nset against the others{f' of event {fit.event}' if fit.event else ''} as they are now: {_verdict(fit, found)}"
        yield from _details(fit, titles)
    if not found.fits:
        yield "\nno other article is in it"
    for fit in found.rejected:
        yield f"\nnot in {_named(fit.story, titles)}: {_verdict(fit, found)}"
        yield from _details(fit, titles)


def _named(identity: str, titles: Mapping[str, str]) -> str:
    return f"{identity} “{titles.get(identity, '')}”"


def _verdict(fit: Fit, found: Explained) -> str:
    parts = [GROUNDS[fit.ground] + (f": {fit.veto}" if fit.ground == "veto" else f" ({fit.judgement})" if fit.judgement else "")]
    parts.append(f"{fit.score:.2f} where {found.least:.2f} is needed")
    if fit.asked:
        parts.append(f"{fit.agree} of {fit.asked} members would take it in where {found.least_agree:.0%} are needed")
    return "; ".join(parts)


def _details(fit: Fit, titles: Mapping[str, str]) -> Iterator[str]:
    yield from _reasons(fit.why)
    for near in fit.nearest:
        yield f"  near {near.score:.2f}  {_named(near.article, titles)}"


def _reasons(why: Sequence[Why]) -> Iterator[str]:
    for reason in why:
        yield f"  {reason.score:+7.2f}  {reason.feature}{f': {reason.detail}' if reason.detail else ''}"
