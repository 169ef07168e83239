"""Story to brief (pure): every part of it, put together."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.brief.figures import slots
from dragoman.brief.gaps import gaps
from dragoman.brief.names import names
from dragoman.brief.positions import positions
from dragoman.brief.press import press
from dragoman.brief.reprints import worded
from dragoman.brief.statements import statements
from dragoman.brief.summary import summary
from dragoman.brief.timeline import timeline
from dragoman.model.identity import Identities
from dragoman.model.reading import Reading
from dragoman.model.story import Brief, Copy, Sources, Story


def brief(story: Story, readings: Sequence[Reading], copies: Sequence[Copy], sources: Sources, known: Identities | None = None) -> Brief:
    """A story laid out for a reader. `readings` are the story's articles, `copies` those that repeat another (and pairs that only bring the
    same quotation), `sources` the count of independent texts; `known` tells which entities were united, under whose ids the readings
    stand."""
    copies = worded(copies, readings)
    shared = tuple(copy for copy in copies if copy.kind == "quoting")
    copies = tuple(copy for copy in copies if copy.kind != "quoting")
    first, later = timeline(readings)
    stands = positions(readings, copies)
    said = statements(readings, copies)
    return Brief(
        story=story.id,
        title=story.title,
        titles=story.titles,
        languages=story.languages,
        members=story.members,
        sources=sources,
        reprints=copies,
        timeline=first,
        agenda=later,
        statements=said,
        positions=stands,
        figures=slots(readings, copies),
        names=names(readings, known),
        press=press(readings, copies),
        summary=summary(readings, copies),
        gaps=gaps(readings, stands, said, later),
        quoting=shared,
    )
