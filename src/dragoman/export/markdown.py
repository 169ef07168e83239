"""The brief as Markdown (CommonMark) that also reads well raw, in a terminal. Every line ends with where its words stand:
`[article:start-end]`, offsets in code points of the article's clean text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dragoman import actors
from dragoman.export.cited import alike
from dragoman.model.annotations import Event, Figure, Statement
from dragoman.model.article import Article, Published
from dragoman.model.spans import Evidence
from dragoman.model.story import Brief, Copy, Gap, NamedEntity, Position, PressLine, Slot

_SPECIAL = re.compile(r"([\\`*\[\]<]|(?<!\w)_|_(?!\w))")
_LEADING = re.compile(r"^(?=[#+>-])|^(\d+)(?=[.)]\s)")

Articles = Mapping[str, Article]
TOLD = ("credit", "agency mark", "earliest copy seen", "length")
"""Evidence on a copy that is words; the rest is numbers."""


def plain(text: str) -> str:
    """Foreign text on one line that Markdown shows as it is: nothing in it can become markup."""
    line = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    return _LEADING.sub(r"\1\\", line)


def at(article: str, start: int, end: int) -> str:
    """Where words stand."""
    return f"`[{article}:{start}-{end}]`"


def when(published: Published) -> str:
    """A date with no more precision than it has; an unknown one as the interval it lies in."""
    if published.value:
        return published.value[:10] if published.precision == "day" else published.value
    if published.earliest or published.latest:
        return f"between {published.earliest or '?'} and {published.latest or '?'} (inferred)"
    return "no date"


def _proof(evidence: Evidence) -> str:
    return at(evidence.article, evidence.start, evidence.end)


def _proofs(evidence: Iterable[Evidence]) -> str:
    return " ".join(_proof(item) for item in evidence)


def _party(party: str | None) -> str:
    return plain(actors.display(party, "en")) if party else ""


def _joined(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)


def _head(brief: Brief) -> Iterator[str]:
    yield f"# {plain(brief.title)}"
    yield ""
    others = [f"- {code}: {plain(text)}" for code, text in sorted(brief.titles.items()) if text != brief.title]
    if others:
        yield from others
        yield ""
    counted = brief.sources
    yield _joined(
        f"{counted.independent} independent texts of {counted.articles} articles",
        f"{counted.outlets} outlets",
        ", ".join(brief.languages),
        f"story `{brief.story}`",
    )


def _span(event: Event) -> str:
    start = event.start or event.earliest or "no date"
    end = event.end or (None if event.start else event.latest)
    shown = start if end is None or end == start else f"{start} – {end}"
    return f"{shown} ({event.precision})" if event.precision not in ("day", "minute") else shown


def _event(event: Event, told: bool = False) -> Iterator[str]:
    """An event and its evidence; of one that was `told` before only where its words stand."""
    people = ", ".join(plain(name) for name in event.people)
    parties = ", ".join(_party(party) for party in event.parties)
    facts = _joined(event.status, parties, people, plain(event.place or ""), plain(event.format or ""))
    line = f"- **{_span(event)}** {plain(event.label)} ({facts})"
    yield f"{line} {_proofs(event.evidence)}" if told else line
    for same in alike(event.evidence) if not told else ():
        yield f"  - {plain(same[0].text)} {_proofs(same)}"


def _statement(statement: Statement) -> str:
    speaker = statement.speaker
    name = plain(speaker.name) if speaker else "unnamed"
    role = f", {plain(speaker.role)}" if speaker and speaker.role else ""
    via = f" · via {', '.join(plain(item) for item in statement.via)}" if statement.via else ""
    date = f" · {statement.date}" if statement.date else ""
    words = plain(statement.lead + statement.text)
    return f"- **{name}**{role} ({statement.act}, {statement.mode}{date}{via}): {words} {_proof(statement.evidence)}"


def _statements(statements: Sequence[Statement]) -> Iterator[str]:
    groups: dict[str, list[Statement]] = {}
    for statement in statements:
        groups.setdefault(statement.party or "", []).append(statement)
    for party, said in sorted(groups.items(), key=lambda group: (not group[0], -len(group[1]), group[0])):
        yield f"### {_party(party) or 'No party'}"
        yield ""
        yield from (_statement(statement) for statement in said)
        yield ""


def _position(position: Position) -> Iterator[str]:
    since = f" · since {position.since}" if position.since else ""
    head = f"**{_party(position.party)}** {position.stance} on {plain(position.issue)}{since}"
    yield f"- {head}: {plain(position.text)} {_proofs(position.evidence)}"
    for answer in position.answers:
        yield f"  - answer of **{_party(answer.party)}** ({answer.stance}): {plain(answer.text)} {_proofs(answer.evidence)}"
    for move in position.history:
        yield f"  - {_joined('also', move.date, move.stance)}: {plain(move.text)} {_proof(move.evidence)}"


def _amount(figure: Figure) -> str:
    if figure.low is not None and figure.high is None:
        shown = f"≥ {_count(figure.low)}"
    elif figure.high is not None and figure.low is None:
        shown = f"≤ {_count(figure.high)}"
    else:
        shown = _count(figure.value) if figure.value is not None else f"{_count(figure.low)} – {_count(figure.high)}"
    about = "about " if figure.approximate else ""
    return _joined(f"{about}{shown} {plain(figure.unit or '')}".strip(), _party(figure.party), figure.as_of)


def _count(value: float | None) -> str:
    if value is None:
        return "…"
    return f"{int(value):,}" if value == int(value) else f"{value:,}"


def _slot(slot: Slot) -> Iterator[str]:
    verdict = {True: "agree", False: "**disagree**", None: "one text only"}[slot.agree]
    yield f"- {plain(slot.label or slot.slot)} ({verdict})"
    for figure in slot.values:
        yield f"  - {_amount(figure)}: {plain(figure.evidence.text)} {_proof(figure.evidence)}"


def _name(entity: NamedEntity) -> str:
    names = "; ".join(f"{code}: {', '.join(plain(name) for name in listed)}" for code, listed in sorted(entity.names.items()))
    return f"- **{plain(entity.name)}** ({_joined(entity.type, _party(entity.party))}) {names} `{' '.join(entity.articles)}`".rstrip()


def _copy(copy: Copy) -> Iterator[str]:
    """A copy, whom its text is owed to and why, and what was cut, added, moved and aligned."""
    outlet = f" · {plain(copy.outlet)}" if copy.outlet else ""
    said = "brings the same quotation as" if copy.kind == "quoting" else "copies"
    yield f"- `{copy.article}` {said} `{copy.of}` ({copy.kind}, {round(copy.similarity * 100)}% of the shorter text){outlet}"
    yield from (f"  - {plain(why.feature)}: {plain(why.detail)}" for why in copy.evidence if why.feature in TOLD)
    yield from (f"  - left out: {plain(one.text)} {at(copy.of, one.start, one.end)}" for one in copy.cuts)
    yield from (f"  - added: {plain(one.text)} {at(copy.article, one.start, one.end)}" for one in copy.added)
    for name, pairs in (("moved", copy.moved), ("aligned", copy.aligned)):
        for one in pairs:
            places = f"{at(copy.article, one.start, one.end)} {at(copy.of, one.of_start, one.of_end)}"
            yield f"  - {name}: {plain(one.text)}{'' if one.text == one.of_text else ' = ' + plain(one.of_text)} {places}"


def _outlet(line: PressLine) -> str:
    counted = _joined(line.country, ", ".join(line.languages), line.first and f"since {line.first}", f"{line.statements} statements")
    quoted = f" · quotes {', '.join(_party(party) for party in line.parties_quoted)}" if line.parties_quoted else ""
    return f"- **{plain(line.outlet)}** ({counted}{quoted}) `{' '.join(line.articles)}`"


def _gap(gap: Gap) -> str:
    return f"- {plain(gap.what)} ({gap.seen} of {gap.of})"


def _member(article: Article | None, identity: str) -> str:
    if article is None:
        return f"- `{identity}` (not held)"
    shown = _joined(plain(article.source.title), plain(article.section or ""), when(article.published), article.language)
    url = f" <{article.url}>" if article.url.startswith(("http://", "https://")) and not re.search(r"[\s<>]", article.url) else ""
    return f"- `{article.id}` {plain(article.title)} — {shown}{url}"


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    listed = list(lines)
    if listed:
        yield from ("", f"## {title}", "", *listed)


def lines(brief: Brief, articles: Articles) -> Iterator[str]:
    """The whole brief, line by line; empty parts are left out."""
    yield from _head(brief)
    yield from _section("Summary", (f"- {plain(line.text)} {at(line.article, line.start, line.end)}" for line in brief.summary))
    yield from _section("Agenda", (line for event in brief.agenda for line in _event(event)))
    ahead = {event.id for event in brief.agenda}
    yield from _section("Timeline", (line for event in brief.timeline for line in _event(event, event.id in ahead)))
    yield from _section("Positions", (line for position in brief.positions for line in _position(position)))
    yield from _section("Statements", _statements(brief.statements))
    yield from _section("Figures", (line for slot in brief.figures for line in _slot(slot)))
    yield from _section("Names", (_name(entity) for entity in brief.names))
    yield from _section("Press", (_outlet(line) for line in brief.press))
    yield from _section("Articles", (_member(articles.get(member.article), member.article) for member in brief.members))
    yield from _section("Reprints", (line for copy in brief.reprints for line in _copy(copy)))
    yield from _section("Shared quotations", (line for copy in brief.quoting for line in _copy(copy)))
    yield from _section("Gaps", (_gap(gap) for gap in brief.gaps))


class Markdown:
    """UTF-8 Markdown."""

    media_type = "text/markdown; charset=utf-8"

    def export(self, brief: Brief, articles: Sequence[Article]) -> bytes:
        text = "\n".join(lines(brief, {article.id: article for article in articles}))
        return (re.sub(r"\n{3,}", "\n\n", text).rstrip() + "\n").encode("utf-8", "replace")
