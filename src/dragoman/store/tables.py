"""The tables of a desk, as SQLAlchemy Core sees them. They are made by the migrations; a test holds that both agree."""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table

META = MetaData()

ARTICLES = Table(
    "articles",
    META,
    Column("n", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("url", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("current", Integer, nullable=False),
    Column("language", String, nullable=False),
    Column("source", String, nullable=False),
    Column("title", String, nullable=False),
    Column("earliest", String),
    Column("latest", String),
    Column("raw", LargeBinary, nullable=False),
    Index("articles_url", "url", "version", unique=True),
    Index("articles_order", "current", "earliest", "id"),
    Index("articles_language", "language", "earliest"),
    Index("articles_source", "source", "earliest"),
)
"""A row a version of an address; `current` marks the newest. `earliest` and `latest` are ISO dates (inclusive), `raw` its JSON."""

READINGS = Table(
    "readings",
    META,
    Column("article", String, ForeignKey("articles.id"), primary_key=True),
    Column("made_by", String, nullable=False),
    Column("raw", LargeBinary, nullable=False),
    Column("vector", LargeBinary, nullable=False),
)
"""`raw` is the reading's JSON less article and vector; `vector` little-endian float32."""

LEDGER = Table(
    "ledger",
    META,
    Column("asked", String, primary_key=True),
    Column("digest", String, primary_key=True),
    Column("article", String, ForeignKey("articles.id"), nullable=False),
    Index("ledger_article", "article"),
)
"""Which bytes from which address became which article."""

STORIES = Table(
    "stories",
    META,
    Column("id", String, primary_key=True),
    Column("first", String),
    Column("last", String),
    Column("size", Integer, nullable=False),
    Column("raw", LargeBinary, nullable=False),
    Index("stories_order", "last", "size", "id"),
)
"""`raw` is the story's JSON less its members."""

MEMBERS = Table(
    "members",
    META,
    Column("story", String, ForeignKey("stories.id"), primary_key=True),
    Column("article", String, ForeignKey("articles.id"), primary_key=True),
    Column("place", Integer, nullable=False),
    Column("raw", LargeBinary, nullable=False),
    Index("members_article", "article"),
)

REDIRECTS = Table("redirects", META, Column("old", String, primary_key=True), Column("new", String, nullable=False))
"""Stories that were merged away, and where they went."""

PROBLEMS = Table(
    "problems",
    META,
    Column("url", String, primary_key=True),
    Column("stage", String, primary_key=True),
    Column("raw", LargeBinary, nullable=False),
)

PAGES = Table(
    "pages",
    META,
    Column("asked", String, primary_key=True),
    Column("digest", String, primary_key=True),
    Column("fetched", String),
    Column("raw", LargeBinary, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
"""The pages that became articles, to be read again: `raw` is the page's JSON less its body, `body` its bytes (zlib)."""

OBSERVED = Table(
    "observed",
    META,
    Column("n", Integer, primary_key=True),
    Column("url", String, nullable=False, unique=True),
    Column("article", String, nullable=False),
    Column("site", String, nullable=False),
    Column("template", String, nullable=False),
    Column("document", String, nullable=False),
    Column("day", String, nullable=False),
    Column("size", Float, nullable=False),
    Column("counted", Integer, nullable=False),
    Column("wait", Integer, nullable=False),
    Column("fresh", Integer, nullable=False),
    Index("observed_site", "site", "counted", "n"),
    Index("observed_article", "article"),
    Index("observed_wait", "wait"),
)
"""A row an address whose lines were counted, by the current version. Versions of one text share a `document` (the address of the first);
`size` is the length of its text lines in words; `counted` is 0 where newer pages of the site took its place; `wait` says that it is to be
read again: 1 by the lines learned, 2 from the page's bytes; `fresh` that nothing was learned since it was counted."""

SIGHTINGS = Table(
    "sightings",
    META,
    Column("page", Integer, ForeignKey("observed.n"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("site", String, nullable=False),
    Column("key", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("size", Float, nullable=False),
    Column("text", String, nullable=False),
    Index("sightings_key", "site", "key"),
)
"""A row a line of an observed page; fields as in `model.furniture.Sighting`, `size` its words."""

FURNITURE = Table(
    "furniture",
    META,
    Column("site", String, primary_key=True),
    Column("template", String, primary_key=True),
    Column("key", String, primary_key=True),
    Column("text", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("reason", String, nullable=False),
)
"""What was learned: a function of the sightings, kept because it is needed whenever a page comes."""

CORRECTIONS = Table(
    "corrections",
    META,
    Column("n", Integer, primary_key=True),
    Column("site", String, nullable=False),
    Column("key", String, nullable=False),
    Column("text", String, nullable=False),
    Column("verdict", String, nullable=False),
    Column("at", String, nullable=False),
    Column("undone", String),
)
"""What people said of lines, in order; rows are never changed but to say when they were undone."""

CASTS = Table(
    "casts",
    META,
    Column("story", String, primary_key=True),
    Column("seal", String, nullable=False),
    Column("raw", LargeBinary, nullable=False),
)
"""Who is named in each story, and who of them may be one: `raw` is the cast's JSON, `seal` stands for what it was made of."""

MERGES = Table(
    "merges",
    META,
    Column("n", Integer, primary_key=True),
    Column("one", String, nullable=False),
    Column("other", String, nullable=False),
    Column("raw", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)
"""Which entities are one: a function of casts and judgements, kept because it is needed whenever names are shown. Numbers are never used
twice, so that the last one tells whether anything changed."""

JUDGEMENTS = Table(
    "judgements",
    META,
    Column("n", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("one", String, nullable=False),
    Column("other", String, nullable=False),
    Column("by", String, nullable=False),
    Column("at", String, nullable=False),
    Column("undone", String),
)
"""What people said of who is who and of stories, in order; rows are never changed but to say when they were undone. `one` and `other` are
entity ids, or for "merge" and "split" JSON arrays of article ids."""

SLIPS = Table(
    "slips",
    META,
    Column("article", String, ForeignKey("articles.id"), primary_key=True),
    Column("day", Integer, nullable=False),
    Column("made_by", String, nullable=False),
    Column("raw", LargeBinary, nullable=False),
    Index("slips_day", "day", "article"),
)
"""What filing knows of each current article; `day` (an ordinal) is that at which it is filed."""

PLACED = Table(
    "placed",
    META,
    Column("article", String, primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("event", String, nullable=False),
    Column("raw", LargeBinary, nullable=False),
    Index("placed_day", "day"),
    Index("placed_event", "event"),
)
"""From the end of which day an article is in which event (empty: a round-up), as which member."""

CHAINED = Table(
    "chained",
    META,
    Column("event", String, primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("story", String, nullable=False),
    Index("chained_day", "day"),
    Index("chained_story", "story"),
)
"""From the end of which day an event is of which story."""

DUE = Table("due", META, Column("day", Integer, primary_key=True))
"""Days whose articles changed since they were filed."""

FILED = Table(
    "filed",
    META,
    Column("n", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("story", String, nullable=False),
    Column("article", String, nullable=False),
    Column("other", String, nullable=False),
    Column("by", String, nullable=False),
    Index("filed_story", "story"),
    Index("filed_other", "other"),
    Index("filed_article", "article"),
    sqlite_autoincrement=True,
)
"""The log of filing: rows are only added."""

COPIES = Table(
    "copies",
    META,
    Column("story", String, primary_key=True),
    Column("seal", String, nullable=False),
    Column("raw", LargeBinary, nullable=False),
    Column("verdicts", LargeBinary, nullable=False),
    Column("breadth", LargeBinary),
)
"""Which texts of each story are copies: `raw` is the JSON of the copies, `verdicts` that of what was found of pairs (zlib), `breadth` how
broad the reporting is, null where that is to be counted again; `seal` stands for what they were made of."""

NEWS = Table(
    "news",
    META,
    Column("n", Integer, ForeignKey("articles.n", ondelete="CASCADE"), primary_key=True),
    Column("id", String, nullable=False),
    Column("at", String, nullable=False),
    Column("first", String),
    Column("last", String),
    Column("language", String, nullable=False),
    Column("source", String, nullable=False),
    Column("outlet", String, nullable=False),
    Column("country", String, nullable=False),
    Column("section", String, nullable=False),
    Index("news_at", "at", "id"),
    Index("news_id", "id"),
    Index("news_language", "language", "at", "id"),
    Index("news_source", "source", "at", "id"),
    Index("news_country", "country", "at", "id"),
    Index("news_section", "section", "at", "id"),
)
"""A narrow row an article that lists show (the newest version of an address), so that they need not walk through texts: `at` is its
moment of publication (UTC, as far as it is known), `first` and `last` are the days that it may lie on, `outlet` is the title of its
source; unknown things are empty."""

SUBJECTS = Table(
    "subjects",
    META,
    Column("subject", String, primary_key=True),
    Column("n", Integer, ForeignKey("news.n", ondelete="CASCADE"), primary_key=True),
    Index("subjects_n", "n"),
)
"""What each of them speaks of: ids of topics and keys of issues."""

PULSE = Table("pulse", META, Column("n", Integer, primary_key=True), Column("beat", Integer, nullable=False))
"""One row, whose `beat` rises with every row of `news` that comes or goes (by triggers)."""

WORDS = "words"
"""The full-text table (FTS5, contentless): rowid is `articles.n`, columns title, body, lemmas hold segmented text."""
