"""Getting pages: http, files, archives, recordings; encodings, robots and pace."""

from dragoman.registry import Table

FETCHERS = Table(
    "fetchers",
    {
        "http": "dragoman.fetch.http:HttpFetcher",
        "file": "dragoman.fetch.file:FileFetcher",
        "archive": "dragoman.fetch.archive:ArchiveFetcher",
        "recorded": "dragoman.fetch.recorded:RecordedFetcher",
    },
)
