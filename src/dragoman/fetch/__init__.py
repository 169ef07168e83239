"""Getting pages: http, files, recordings; encodings, robots and pace."""

from dragoman.registry import Table

FETCHERS = Table(
    "fetchers",
    {
        "http": "dragoman.fetch.http:HttpFetcher",
        "file": "dragoman.fetch.file:FileFetcher",
        "recorded": "dragoman.fetch.recorded:RecordedFetcher",
    },
)
