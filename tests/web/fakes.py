"""A desk made by hand: invented people, invented talks about a fishery, five articles in four languages, one story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from dragoman.errors import DragomanError, NotFoundError
from dragoman.model.account import Mark, MarkKind
from dragoman.model.annotations import Event, Figure, Keyword, Mention, Speaker, Statement, Topic
from dragoman.model.article import (
    Article,
    Image,
    LanguageEvidence,
    Link,
    Notice,
    Origin,
    PageWords,
    Published,
    Removed,
    SourceRef,
)
from dragoman.model.catalogue import OutletHeld, OutletReport, Version
from dragoman.model.contrast import Compared, Contrast, Measured, Pair, Side
from dragoman.model.explained import Fit
from dragoman.model.identity import Judgement, JudgementKind
from dragoman.model.page import Handed
from dragoman.model.problem import Problem
from dragoman.model.query import Collected, Count, Counts, Found, Hit, Query
from dragoman.model.reading import Reading
from dragoman.model.spans import Cue, Evidence, Why
from dragoman.model.story import (
    Answer,
    Brief,
    Copy,
    Dossier,
    Filed,
    Gap,
    Member,
    Mentioned,
    Merged,
    Move,
    NamedEntity,
    Outline,
    Position,
    PressLine,
    Role,
    Slot,
    Sources,
    Story,
    SummaryLine,
)
from dragoman.model.takedown import Plea, PleaState, Tombstone
from dragoman.picturing import Picture

EN = (
    "HARBOUR CITY – Envoys of Norland and Westmark will meet on 14 March to settle the cod quota, officials said.\n\n"
    '"We want the quota cut by half," said Mara Quell, Norland\'s fisheries minister. She called the present catch of 40,000 tonnes a theft.\n\n'
    "Westmark rejected the demand. Its envoy, Jon Abel, said that any cut would ruin 12 ports."
)
ZH = "北地与西境的代表将于3月14日会谈，商讨鳕鱼配额。\n\n北地渔业大臣奎尔表示，配额应当减半。\n\n西境特使阿贝尔拒绝了这一要求，称目前的捕捞量只有三万吨。"
AR = "يجتمع مبعوثو البلدين في الرابع عشر من مارس لبحث حصص الصيد.\n\nوقالت الوزيرة كويل إن الحصة يجب أن تخفض إلى النصف."
EVIL = 'Fish &amp; chips <script>alert(1)</script> <img src=x onerror=alert(2)>\n\nSecond "paragraph" with \' and & and </p><svg onload=alert(3)>.'

STORY = "sfeed0001feed0001"


def _article(identity: str, title: str, text: str, language: str, source: SourceRef, **more: object) -> Article:
    url = more.pop("url", f"https://{source.id}/news/{identity}")
    return Article(identity, str(url), source, title, text, language, LanguageEvidence("model", 0.99), **more)  # type: ignore[arg-type]


GAZETTE = SourceRef("gazette.example", "The Harbour Gazette", "NZ")
DAILY = SourceRef("ribao.example", "海港日报", "CN")
HOST = SourceRef("host.example", "Server Rental <b>Host</b>")

A_EN = _article(
    "a0000000000000001",
    "Norland and Westmark to meet over cod",
    EN,
    "en",
    GAZETTE,
    section="World",
    authors=("Ada Finch", "Lee Poole"),
    dateline="HARBOUR CITY",
    published=Published("2031-03-10T09:30+01:00", "minute", "meta article:published_time"),
    images=(Image("https://gazette.example/cod.jpg", "Cod boats at dawn."), Image("javascript:alert(1)", "A bad picture.")),
    notices=(Notice("copyright", "© The Harbour Gazette"),),
    removed=(
        Removed("ad", "Advertisement", "phrase: advertisement", 108),
        Removed("related", "Cod <b>wars</b> of old", "stands alone among links", 108),
    ),
    related=(
        Link("Cod wars of old", "https://gazette.example/old"),
        Link("A trap", "javascript:alert(document.cookie)"),
        Link("Headline only"),
    ),
    tags=("Fisheries",),
    extracted_by="html@1",
)
A_ZH = _article(
    "a0000000000000002",
    "北地与西境将就鳕鱼会谈",
    ZH,
    "zh",
    DAILY,
    section="国际",
    column="渔业观察",
    published=Published("2031-03-10", "day", "visible line"),
)
A_COPY = _article(
    "a0000000000000003",
    "北地与西境将就鳕鱼会谈（转）",
    ZH,
    "zh",
    HOST,
    url="capture:00112233445566778899aabb",
    published=Published(None, "unknown", "latest past date in the text", "2031-03-09", "2031-03-14"),
    origin=Origin("海港日报", ("记者 白鸥",), PageWords(0, 5, "来源：海港日报")),
    notices=(Notice("takedown", "如侵犯权益，请联系本站。"), Notice("reprint", "本文为转载。"), Notice("copyright", "本文为转载。")),
)
A_AR = _article(
    "a0000000000000004",
    "محادثات حول حصص الصيد",
    AR,
    "ar",
    SourceRef("sahifa.example", "صحيفة الميناء", "EG"),
    published=Published("2031-03", "month", "page says March"),
)
A_EVIL = _article(
    "a0000000000000005",
    "<script>alert('title')</script> & \"quotes\"",
    EVIL,
    "xx",
    SourceRef("evil.example", '"><script>alert(4)</script>'),
    url="javascript:alert(document.domain)",
    authors=("<b>Bold</b>",),
    removed=(Removed("form", "<form action=//evil.example>", "<i>rule</i>", 0),),
)
A_OLD = replace(
    A_EN,
    id="a0000000000000006",
    title="Norland and Westmark may meet over cod",
    text=EN.replace("14 March", "12 March").replace(" Its envoy, Jon Abel, said that any cut would ruin 12 ports.", "")
    + "\n\nNobody spoke of <b>herring</b>.",
)
ARTICLES = (A_EN, A_ZH, A_COPY, A_AR, A_EVIL)


ABOUT = {A_EN.id: ("quota", "medtop:20000000"), A_ZH.id: ("quota",), A_EVIL.id: ("<b>",)}
OUTLETS = {
    item.source.id: OutletReport(
        item.source.id,
        item.source.title,
        item.source.country,
        1,
        {item.language: 1},
        "2031-03-10",
        "2031-03-10",
        ((item.section, 1),) if item.section else (),
        int(item is A_COPY),
        int(item is A_ZH),
    )
    for item in ARTICLES
}


def find(article: Article, words: str, cue: str | None = None) -> Evidence:
    start = article.text.index(words)
    at = article.text.index(cue, start) if cue else 0
    return Evidence(article.id, start, start + len(words), words, Cue(at, at + len(cue)) if cue else None)


def mention(article: Article, words: str, kind: str, entity: str, name: str, party: str | None = None) -> Mention:
    found = find(article, words)
    return Mention(found.start, found.end, words, kind, entity, name, None, party, words, "names@1")  # type: ignore[arg-type]


def statement(
    article: Article, whole: str, words: str, who: str, role: str | None, party: str | None, act: str, mode: str, cue: str
) -> Statement:
    proof, inner, name = find(article, whole, cue), find(article, words), find(article, who)
    speaker = Speaker(f"person:{who.lower()}", who, role, name.start, name.end)
    return Statement(speaker, party, act, mode, "quota", words, inner.start, inner.end, "2031-03-10", proof, (), "statements@1", 0.9)  # type: ignore[arg-type]


S_QUELL = statement(
    A_EN,
    '"We want the quota cut by half," said Mara Quell, Norland\'s fisheries minister.',
    "We want the quota cut by half,",
    "Mara Quell",
    "fisheries minister",
    "NO",
    "demand",
    "direct",
    "said",
)
S_ABEL = statement(
    A_EN,
    "Its envoy, Jon Abel, said that any cut would ruin 12 ports.",
    "any cut would ruin 12 ports",
    "Jon Abel",
    "envoy",
    "DK",
    "warn",
    "indirect",
    "said",
)
S_ZH = statement(A_ZH, "北地渔业大臣奎尔表示，配额应当减半。", "配额应当减半", "奎尔", "北地渔业大臣", "NO", "demand", "indirect", "表示")
S_NOBODY = Statement(
    None, None, "state", "indirect", None, "will meet on 14 March", 0, 0, None, find(A_EN, "will meet on 14 March"), ("officials",)
)

MEETING = Event(
    "e1",
    "consult",
    "Envoys meet over the cod quota",
    "2031-03-14",
    "2031-03-14",
    "day",
    "announced",
    "Harbour City",
    ("NO", "DK"),
    (),
    "face to face",
    (find(A_EN, "Envoys of Norland and Westmark will meet on 14 March"), find(A_ZH, "北地与西境的代表将于3月14日会谈")),
)
EARLIER = Event(
    "e2",
    "consult",
    "First round",
    "2031-01",
    None,
    "part of month",
    "held",
    None,
    ("NO", "DK"),
    ("Mara Quell",),
    None,
    (find(A_EN, "the demand"),),
    earliest="2031-01-21",
    latest="2031-01-31",
)

MENTIONS = (
    mention(A_EN, "Mara Quell", "person", "person:mara-quell", "Mara Quell", "NO"),
    mention(A_EN, "Norland", "place", "NO", "Norland", "NO"),
    mention(A_EN, "Westmark", "place", "DK", "Westmark", "DK"),
    mention(A_EN, "Jon Abel", "person", "person:jon-abel", "Jon Abel", "DK"),
)
S_OLD = statement(
    A_OLD,
    "Nobody spoke of <b>herring</b>.",
    "spoke of <b>herring</b>",
    "Nobody",
    None,
    None,
    "state",
    "indirect",
    "spoke",
)
VERSIONS = (
    Version(A_OLD.id, 1, False, A_OLD.title, "en", "2031-03-10T08:00:00+00:00"),
    Version(A_EN.id, 2, True, A_EN.title, "en", "2031-03-10T12:00:00+00:00"),
)
READINGS = {
    A_OLD.id: Reading(A_OLD, statements=(S_OLD,)),
    A_EN.id: Reading(
        A_EN,
        mentions=MENTIONS,
        keywords=(Keyword("cod quota", 3.2, "frequent here, rare elsewhere", "keywords@1"),),
        topics=(Topic("medtop:20000000", "fishing industry", 0.71),),
        statements=(S_QUELL, S_ABEL),
        events=(MEETING,),
        made_by=("names@1", "statements@1"),
    ),
    A_ZH.id: Reading(A_ZH, mentions=(mention(A_ZH, "奎尔", "person", "person:mara-quell", "奎尔", "NO"),), statements=(S_ZH,)),
    A_COPY.id: Reading(A_COPY),
    A_AR.id: Reading(A_AR, mentions=(mention(A_AR, "كويل", "person", "person:mara-quell", "كويل", "NO"),)),
    A_EVIL.id: Reading(
        A_EVIL,
        mentions=(Mention(0, 4, "Fish", "other", None, '"><script>alert(5)</script>', None, '"><svg onload=alert(6)>'),),
        keywords=(Keyword("<script>", 1.0, '"><script>alert(7)</script>'),),
        topics=(Topic("<b>", "<b>topic</b>", 0.5),),
    ),
}

QUELL = NamedEntity(
    "person:mara-quell",
    "person",
    "Mara Quell",
    {"en": ("Mara Quell",), "zh": ("奎尔",), "ar": ("كويل",)},
    (Role("fisheries minister", "NO", "2030-01", None),),
    "NO",
    (Merged("奎尔", "transliteration"),),
    3,
    (A_EN.id, A_ZH.id, A_AR.id),
)


def _figure(article: Article, words: str, value: float, party: str) -> Figure:
    return Figure("catch", value, None, None, "t", True, "2031-03-10", party, find(article, words), "present catch")


BRIEF = Brief(
    STORY,
    "Norland and Westmark to meet over cod",
    {"en": "Norland and Westmark to meet over cod", "zh": "北地与西境将就鳕鱼会谈", "ar": "محادثات حول حصص الصيد"},
    ("ar", "en", "zh"),
    tuple(
        Member(item.id, 0.9, (Why("entities", 0.5, "Norland, Westmark"), Why("date", 0.25, "same day")), "file@1") for item in ARTICLES[:4]
    ),
    Sources(4, 4, 3),
    (Copy(A_COPY.id, A_ZH.id, "exact", 1.0, "海港日报", (Why("overlap", 1.0, "whole text"),)),),
    (EARLIER,),
    (MEETING,),
    (S_QUELL, S_ABEL, S_ZH, S_NOBODY),
    (
        Position(
            "NO",
            "fishing_quota",
            "demand",
            S_QUELL.text,
            "2031-03-10",
            (S_QUELL.evidence, S_ZH.evidence),
            (Answer("DK", "refusal", "Westmark rejected the demand.", (find(A_EN, "Westmark rejected the demand."),)),),
            (Move("2031-03-10", "demand", "配额应当减半", S_ZH.evidence),),
        ),
        Position("DK", "fishing_quota", "threat", S_ABEL.text, None, (S_ABEL.evidence,)),
    ),
    (Slot("catch", (_figure(A_EN, "40,000 tonnes", 40000, "NO"), _figure(A_ZH, "三万吨", 30000, "DK")), False, "present catch"),),
    (QUELL,),
    (
        PressLine("The Harbour Gazette", "NZ", ("en",), (A_EN.id,), "2031-03-10", 3, ("DK", "NO")),
        PressLine("海港日报", "CN", ("zh",), (A_ZH.id,), "2031-03-10", 1, ("NO",)),
        PressLine("Server Rental <b>Host</b>", None, ("zh",), (A_COPY.id,), None, 0, ()),
    ),
    (SummaryLine("Westmark rejected the demand.", A_EN.id, EN.index("Westmark rejected"), EN.index("Westmark rejected") + 29),),
    (Gap("no statement of Westmark", 0, 1, "party silent", "DK"),),
)

PROBLEMS = (
    Problem(
        "fetch",
        "private address",
        "http://127.0.0.1/x",
        "the address is not public",
        "gazette.example",
        "2031-03-10T10:00:00Z",
        2,
        "2031-03-10T11:00:00Z",
    ),
    Problem("decode", "binary", "/tmp/<b>odd</b>.html", "no text"),
)


LOG = (
    Filed(1, "2031-03-10T10:00:00+00:00", "assign", STORY, A_EN.id, "", "filing@2"),
    Filed(2, "2031-03-10T11:00:00+00:00", "move", STORY, A_ZH.id, "sfeed0002feed0002", "filing@2"),
    Filed(3, "2031-03-11T08:00:00+00:00", "split", "sfeed0003feed0003", "", STORY, "judgement 3"),
)
NEAR = Fit(
    A_EVIL.id,
    "sfeed0002feed0002",
    STORY,
    "",
    False,
    "quorum",
    0.61,
    (Why("names", 1.2, "<b>Fish</b>"), Why("apart", -0.8, "3 days")),
    agree=1,
    asked=4,
)
AT = "2031-03-11T08:00:00+00:00"
SLASHED = "person:a/b~c"
UNION = Merged(
    "奎尔",
    "one with person:mara-quell",
    "person:奎尔",
    "person:mara-quell",
    0.97,
    STORY,
    "merging@1",
    (Why("surname", 3.1, "奎尔 = Quell (0.81)"), Why("office", 2.2, "minister")),
)


def dossier(judgements: tuple[Judgement, ...] = (), identity: str = "person:mara-quell") -> Dossier:
    words = find(A_AR, "كويل")
    return Dossier(
        identity,
        "person",
        "Mara Quell",
        QUELL.names,
        QUELL.roles,
        "NO",
        (UNION, Merged("كويل", "read so in a4")),
        3,
        QUELL.articles,
        (identity, "person:奎尔"),
        "Q42",
        said=(S_QUELL, S_ZH),
        stories=((STORY, BRIEF.title),),
        named=(
            Mentioned(A_EN.id, A_EN.title, "en", "2031-03-10", 2, (find(A_EN, "Mara Quell"),)),
            Mentioned(A_AR.id, A_AR.title, "ar", "2031-03", 1, (words,)),
        ),
        judgements=judgements,
    )


CONTRAST = Contrast(
    (Pair(S_QUELL, S_ZH, 2.7, (Why("speaker", 1.5, "person:mara-quell"), Why("act", 0.4, "demand"), Why("issue", 0.8, "quota"))),),
    (Measured("catch", "present catch", BRIEF.figures[0].values[:1], BRIEF.figures[0].values[1:], False),),
    (MEETING,),
    (QUELL,),
    Side((S_ABEL,), (), (EARLIER,), ()),
    Side(),
)


class FakeDesk:
    """Every verb over the values above; `asked` keeps the queries, `words` what people said."""

    def __init__(self, empty: bool = False) -> None:
        self.empty = empty
        self.asked: list[Query] = []
        self.stones: list[Tombstone] = []
        self.pictures = False
        self.pleaded: list[Plea] = []
        self.handed: list[Handed] = []
        self.words: list[Judgement] = []
        self.noted: dict[tuple[str, str], Mark] = {}

    def _found(self, query: Query, items: tuple) -> Found:  # type: ignore[type-arg]
        self.asked.append(query)
        if self.empty:
            return Found(())
        start = int(query.after or 0)
        stop = start + query.limit
        return Found(items[start:stop], str(stop) if stop < len(items) else None)

    def receive(self, handed: Sequence[Handed]) -> Collected:
        self.handed += handed
        return Collected(new=len(handed))

    def latest(self, query: Query) -> Found[tuple[Article, str | None]]:
        about = [item for item in ARTICLES if query.topic is None or query.topic in ABOUT.get(item.id, ())]
        fitting = [item for item in about if query.language in (None, item.language) and query.source in (None, item.source.id)]
        return self._found(query, tuple((item, self.story_of(item.id)) for item in fitting))

    def many(self, query: Query) -> int:
        return 0 if self.empty else len([item for item in ARTICLES if query.language in (None, item.language)])

    def tallies(self) -> Counts:
        if self.empty:
            return Counts()
        sources = tuple(Count(item.source.id, 1, item.source.title) for item in ARTICLES)
        sections = (Count("World", 1), Count("国际", 1), Count('"><script>alert(9)</script>', 1))
        languages = (Count("zh", 2), Count("ar", 1), Count("en", 1), Count("xx", 1))
        days = (Count("2031-03-10", 2),)
        return Counts(
            5, languages, (Count("CN", 1), Count("NZ", 1)), sources, sections, (Count("sanctions", 2), Count("medtop:1", 1)), days
        )

    def breadth(self, stories: Iterable[Story]) -> dict[str, Sources]:
        return {story.id: BRIEF.sources for story in stories}

    def marks(self, reader: str, articles: Iterable[str]) -> dict[str, Mark]:
        return {name: self.noted[reader, name] for name in articles if (reader, name) in self.noted}

    def mark(self, reader: str, article: str, kind: MarkKind, value: bool) -> Mark:
        if article not in READINGS:
            raise NotFoundError(article)
        before = self.noted.get((reader, article), Mark(reader, article))
        self.noted[reader, article] = replace(before, **{kind: value})
        return self.noted[reader, article]

    def mark_read(self, reader: str, query: Query) -> int:
        self.asked.append(query)
        for article in ARTICLES:
            self.mark(reader, article.id, "read", True)
        return len(ARTICLES)

    def marked(self, reader: str, kind: MarkKind, query: Query) -> Found[tuple[Article, str | None]]:
        held = [item for item in ARTICLES if getattr(self.noted.get((reader, item.id)), kind, False)]
        return self._found(query, tuple((item, self.story_of(item.id)) for item in held))

    def outline(self, story: str) -> Outline:
        brief = self.brief(story)
        members = tuple(member.article for member in brief.members)
        return Outline(brief.story, brief.title, brief.titles, brief.sources, brief.reprints, members)

    def version(self) -> tuple[int, int] | None:
        return None

    def ready(self) -> None:
        pass

    def pulse(self) -> int:
        return 0 if self.empty else len(ARTICLES)

    def arrived(self, after: int = -1, limit: int = 50) -> tuple[tuple[int, Article, str | None], ...]:
        held = [] if self.empty else [(n, item, self.story_of(item.id)) for n, item in enumerate(ARTICLES, 1)]
        return tuple([line for line in held if line[0] > after][:limit] if after >= 0 else held[-limit:])

    def reading(self, article: str) -> Reading:
        if self.empty or article not in READINGS or self.tombstone(article):
            raise NotFoundError(article)
        return READINGS[article]

    def story_of(self, article: str) -> str | None:
        return STORY if article in {member.article for member in BRIEF.members} else None

    def stories(self, query: Query) -> Found[Story]:
        story = Story(STORY, BRIEF.members, BRIEF.title, BRIEF.titles, BRIEF.languages, "2031-03-10", "2031-03-14")
        return self._found(query, (story,))

    def brief(self, story: str) -> Brief:
        if self.empty or story not in (STORY, "smerged", NEAR.home, LOG[-1].story):
            raise NotFoundError(story)
        return BRIEF

    def compare(self, one: str, other: str) -> Compared:
        held = self.articles([one, other])
        if one == other:
            raise DragomanError("an article cannot be compared with itself")
        if self.empty or len(held) < 2:
            raise NotFoundError(one)
        return Compared((held[one],), (held[other],), CONTRAST, STORY)

    def compare_languages(self, story: str, one: str, other: str) -> Compared:
        if self.empty or story != STORY or (one, other) != ("en", "zh"):
            raise NotFoundError(story)
        return Compared((A_EN,), (A_ZH, A_COPY), CONTRAST, STORY, (Sources(1, 1, 1), Sources(2, 2, 1)))

    def search(self, query: Query) -> Found[Hit]:
        hits = (
            Hit(A_EN.id, A_EN.title, "en", 2.0, "settle the [cod] [quota], officials", "2031-03-10", GAZETTE.title),
            Hit(A_EVIL.id, A_EVIL.title, "xx", 1.0, "<script>alert(8)</script> [cod]"),
        )
        return self._found(query, hits)

    def statements(self, query: Query) -> Found[Statement]:
        return self._found(query, BRIEF.statements)

    def agenda(self, query: Query) -> Found[Event]:
        return self._found(query, BRIEF.agenda)

    def entities(self, query: Query) -> Found[NamedEntity]:
        return self._found(query, BRIEF.names)

    def entity(self, name: str) -> Dossier:
        if self.empty or name not in (
            "NO",
            "DK",
            "person:jon-abel",
            "person:mara-quell",
            "person:mara quell",
            "person:jon abel",
            "person:奎尔",
            SLASHED,
        ):
            raise NotFoundError(name)
        return dossier(tuple(self.words), name if name == SLASHED else "person:mara-quell")

    def judge(self, kind: JudgementKind, *things: str, by: str = "") -> Judgement:
        one, other = things[0], things[-1]
        if other == one:
            raise DragomanError("one name cannot be judged against itself")
        sides = ((A_EN.id, A_ZH.id), (A_COPY.id,)) if kind in ("merge", "split") else ((), ())
        self.words.append(Judgement(len(self.words) + 1, kind, one, other, AT, by, None, *sides))
        return self.words[-1]

    def undo(self, n: int | None = None) -> Judgement:
        for place, said in enumerate(self.words):
            if said.n == n and said.undone is None:
                self.words[place] = replace(said, undone=AT)
                return self.words[place]
        raise NotFoundError(f"there is no judgement {n} in force")

    def judgements(self, story: str | None = None) -> tuple[Judgement, ...]:
        return tuple(said for said in self.words if story is None or said.ones)

    def beside(self, story: str) -> tuple[Fit, ...]:
        return () if self.empty else (NEAR,)

    def filed(self, story: str) -> tuple[Filed, ...]:
        return LOG

    def picture_link(self, url: str | None) -> str | None:
        return f"/image/{'0' * 32}/{url.encode().hex()}" if url and self.pictures else None

    def picture(self, signature: str, name: str) -> Picture:
        if not self.pictures or signature != "0" * 32:
            raise NotFoundError(name)
        return Picture(b"\xff\xd8\xff picture", "image/jpeg")

    def tombstone(self, thing: str) -> Tombstone | None:
        return next((stone for stone in self.stones if thing in stone.articles and stone.undone is None), None)

    def tombstones(self) -> tuple[Tombstone, ...]:
        return tuple(self.stones)

    def takedown(self, what: str, reason: str = "", by: str = "", copies: bool = False, address: str = "") -> tuple[Tombstone, ...]:
        article = self.reading(what).article
        self.stones.append(Tombstone(len(self.stones) + 1, article.url, AT, reason, by, None, (what,)))
        return (self.stones[-1],)

    def restore(self, what: str, by: str = "") -> Tombstone:
        for place, stone in enumerate(self.stones):
            if what in (str(stone.n), stone.url):
                self.stones[place] = replace(stone, undone=AT)
                return self.stones[place]
        raise NotFoundError(what)

    def plead(self, article: str, reason: str, contact: str) -> None:
        self.pleaded.append(Plea(len(self.pleaded) + 1, article, self.reading(article).article.url, reason, contact, AT))

    def pleas(self, state: PleaState | None = None) -> tuple[Plea, ...]:
        return tuple(plea for plea in self.pleaded if state in (None, plea.state))

    def refuse(self, n: int, by: str = "") -> None:
        self.pleaded[n - 1] = replace(self.pleaded[n - 1], state="refused", by=by, closed=AT)

    def problems(self) -> tuple[Problem, ...]:
        return () if self.empty else PROBLEMS

    def versions(self, article: str) -> tuple[Version, ...]:
        if any(version.article == article for version in VERSIONS):
            return VERSIONS
        return tuple(Version(item.id, 1, True, item.title, item.language) for item in ARTICLES if item.id == article)

    def around(self, article: str) -> tuple[str | None, str | None]:
        ids = [item.id for item in ARTICLES]
        if article not in ids:
            return None, None
        place = ids.index(article)
        return (ids[place - 1] if place else None), (ids[place + 1] if place + 1 < len(ids) else None)

    def outlets(self) -> tuple[OutletHeld, ...]:
        return () if self.empty else tuple(OUTLETS.values())

    def outlet(self, source: str) -> OutletReport:
        if self.empty or source not in OUTLETS:
            raise NotFoundError(source)
        return OUTLETS[source]

    def by_outlet(self, articles: Iterable[str]) -> dict[str, int]:
        return dict(Counter(item.source.id for item in ARTICLES if item.id in set(articles)))

    def articles(self, ids: Iterable[str]) -> dict[str, Article]:
        wanted = set(ids)
        return {item.id: item for item in ARTICLES if item.id in wanted}
