"""Hostile pages: each must end within the budget, with an article or a reason, without a crash and without much memory.

Every page is made by code and read in a process of its own, forked from a warm one: its seconds are those of one core, its memory is the
peak of that process. Exit 1 where a page takes longer or more than it may, or ends in anything but an article or a stated reason.

    python benchmarks/hostile.py [--seconds N] [--megabytes N] [--only WORDS]
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import time
from collections.abc import Callable

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

from dragoman.errors import ExtractError, FetchError
from dragoman.extract import extract
from dragoman.fetch.encoding import decide
from dragoman.model.page import Page

WORDS = b"<p>The ministers met in the capital on Tuesday and agreed to meet again before the end of the month.</p>"
STORY = b"<html><head><title>Ministers meet in the capital</title></head><body><article><h1>Ministers meet in the capital</h1>" + WORDS * 4
HEAD, STORY_OF = b"<html><head>", WORDS * 4
LD = b'<script type="application/ld+json">'


def deep(*tags: str) -> Callable[[], bytes]:
    opening = "".join(f"<{tag}>" for tag in tags).encode()
    return lambda: b"<html><body>" + opening * (100_000 // len(tags)) + WORDS


def many(piece: bytes, times: int, head: bytes = STORY, foot: bytes = b"</article></body></html>") -> Callable[[], bytes]:
    return lambda: head + piece * times + foot


def text(piece: str, times: int) -> Callable[[], bytes]:
    return lambda: (piece * times).encode("utf-8", "surrogatepass")


PAGES: dict[str, Callable[[], bytes]] = {
    # nesting
    "100,000 elements deep, closed": lambda: b"<html><body>" + b"<div>" * 100_000 + b"text" + b"</div>" * 100_000,
    **{f"100,000 deep: {' '.join(tags)}": deep(*tags) for tags in (
        ("span",), ("x-unknown",), ("svg",), ("math", "mi"), ("b", "i"), ("font",), ("table", "tr", "td"), ("ul", "li"), ("dl", "dd"),
        ("blockquote",), ("a",), ("p",), ("form",), ("select", "option"), ("object",), ("noscript",), ("template",), ("ruby", "rt"),
        ("iframe",), ("button",), ("h1",), ("article",), ("textarea",), ("frameset",),
    )},
    "900 elements deep": lambda: b"<html><body>" + b"<div>" * 900 + WORDS * 4,
    "900 quotations deep": lambda: b"<html><body>" + b"<blockquote><p>" * 450 + WORDS * 4,
    "900 lists deep": lambda: b"<html><body>" + b"<ul><li>" * 450 + WORDS * 4,
    "10,000 open formatting elements": lambda: b"<html><body>" + b"<b><i>" * 5_000 + WORDS,
    "5,000 nested tables": lambda: b"<table><tr><td>" * 5_000 + WORDS,
    # attributes
    "200,000 attributes": lambda: b"<html><body><p " + b'a="b" ' * 200_000 + b">" + WORDS,
    "200,000 different attributes": lambda: b"<html><body><p " + b" ".join(b'a%d="b"' % n for n in range(200_000)) + b">" + WORDS,
    "10,000 attributes under the bound": lambda: b"<html><body><p " + b" ".join(b"a%d=b" % n for n in range(10_000)) + b">" + WORDS * 4,
    "100 tags of 4,000 attributes": lambda: STORY + (b"<p " + b" ".join(b"a%d" % n for n in range(4_000)) + b">x</p>") * 100,
    "400 tags of 400 attributes": lambda: STORY + (b"<p " + b" ".join(b"a%d" % n for n in range(400)) + b">x</p>") * 400,
    "one attribute of 10 MB": lambda: b'<html><body><p a="' + b"x" * 10_000_000 + b'">' + WORDS,
    "50 MB of attributes": lambda: STORY + (b"<p " + b'class="aaaaaaaa" ' * 60 + b">x</p>") * 48_000,
    "14 MB of attributes": lambda: STORY + (b"<p " + b'class="aaaaaaaa" ' * 60 + b">x</p>") * 13_000,
    "2.9 MB of class names": lambda: STORY + (b'<p class="' + b"author date source " * 100 + b'">x</p>') * 1_500,
    "a quote that never ends": lambda: STORY + b'<p title="' + b"word > " * 300_000,
    "a tag that never ends": lambda: STORY + b"<p " + b"word " * 500_000,
    "500,000 opening brackets": many(b"<", 500_000),
    "500,000 broken tags": many(b"<a <", 500_000),
    # entities, comments, scripts
    "200,000 entities, encoded twice": many(b"&amp;lt;", 200_000),
    "1,000,000 entities": many(b"&lt;", 700_000),
    "300,000 numeric entities": many(b"&#x4e2d;", 300_000),
    "entities without end": many(b"&amp", 700_000),
    "comment that never ends": lambda: b"<html><body>" + WORDS + b"<!--" + b"-" * 2_000_000,
    "700,000 open comments": many(b"<!--", 700_000),
    "700,000 open scripts": many(b"<script>", 350_000),
    "300,000 open styles": many(b"<style ", 350_000),
    "svg left open 300,000 times": many(b"<svg>", 300_000),
    "closings only": many(b"</p>", 700_000),
    "declarations": many(b"<!DOCTYPE html>", 190_000),
    "processing instructions": many(b"<?xml a?>", 300_000),
    "cdata": many(b"<![CDATA[x]]>", 200_000),
    "script of 10 MB": lambda: b"<html><body><script>" + b"var a = '<p>';" * 700_000 + b"</script>" + WORDS,
    "embedded data without end": many(b"data:image/png;base64", 140_000),
    # elements of a kind
    "20,000 paragraphs": lambda: b"<html><body><article>" + WORDS * 20_000,
    "100,000 authors": many(b'<span class="author">A B</span>', 100_000),
    "29,000 authors": many(b'<span class="author">A B</span>', 29_000),
    "100,000 times": many(b'<time datetime="2022-01-12">12.01.2022</time>', 60_000),
    "29,000 times": many(b'<time datetime="2022-01-12">12.01.2022</time>', 29_000),
    "29,000 dates beside the title": many(b'<b class="date">2022-01-12 10:10</b>', 29_000, STORY.partition(b"<p>")[0], WORDS * 4),
    "50,000 links": many(b'<a href="/x">A headline of another story</a>', 50_000),
    "29,000 links in paragraphs": many(b'<a href="/x">word</a> ', 29_000, STORY + b"<p>"),
    "14,000 paragraphs with a link": many(b'<p>A <a href="/x">word</a> of it.</p>', 14_000),
    "100,000 metas": many(b'<meta name="author" content="A B">', 85_000, b"<html><head>", b"</head><body>" + WORDS * 4),
    "59,000 metas": many(b'<meta name="author" content="A B">', 59_000, b"<html><head>", b"</head><body>" + WORDS * 4),
    "59,000 different dates in metas": many(b'<meta name="date" content="99">', 59_000, b"<html><head>", b"</head><body>" + WORDS * 4),
    "59,000 canonical links": many(b'<link rel="canonical" href="//">', 59_000, b"<html><head>", b"</head><body>" + WORDS * 4),
    "200,000 headings": many(b"<h1>x</h1>", 200_000),
    "29,000 headings": many(b"<h1>Ministers meet</h1>", 29_000),
    "29,000 figures": many(b"<figure><img src=x><figcaption>c</figcaption></figure>", 9_900),
    "59,000 pictures": many(b'<img src="a.jpg">', 59_000),
    "29,000 breadcrumbs": many(b'<div class="crumb">x > y</div>', 29_000),
    "29,000 items of microdata": many(b'<div itemscope itemtype="//schema.org/NewsArticle"><b itemprop="author">x</b></div>', 14_500),
    "microdata 250 deep": lambda: STORY + b'<div itemscope itemprop="author" itemtype="//schema.org/NewsArticle">' * 240 + b"x",
    "59,000 line breaks": many(b"x<br>", 59_000),
    "table 10,000 x 10": many(b"<tr>" + b"<td>cell" * 10 + b"</tr>", 10_000, STORY + b"<table>"),
    "table 1,000 x 10": many(b"<tr>" + b"<td>cell" * 10 + b"</tr>", 1_000, STORY + b"<table>"),
    "29,000 list items": many(b"<li>item</li>", 29_000, STORY + b"<ul>"),
    "29,000 hidden elements": many(b'<p style="display: none">x</p>', 29_000),
    # JSON-LD
    "JSON-LD of 20 MB": lambda: HEAD + LD + b'{"a":"' + b"x" * 20_000_000 + b'"}</script>' + STORY_OF,
    "JSON-LD of 2.8 MB": lambda: HEAD + LD + b'{"@type":"NewsArticle","articleBody":"' + b"word " * 560_000 + b'"}</script>' + STORY_OF,
    "JSON-LD 100,000 deep": lambda: HEAD + LD + b'{"@graph":[' * 100_000 + b"</script>" + STORY_OF,
    "JSON-LD 900 deep": lambda: HEAD + LD + b"[" * 900 + b"1" + b"]" * 900 + b"</script>" + STORY_OF,
    "JSON-LD with a million items": lambda: HEAD + LD + b"[" + b"{}," * 900_000 + b"{}]</script>" + STORY_OF,
    "JSON-LD with 50,000 articles": lambda: HEAD + LD + b"[" + b'{"@type":"Article","author":"A"},' * 50_000 + b"{}]</script>" + STORY_OF,
    "JSON-LD with 100,000 authors": lambda: HEAD + LD + b'{"@type":"Article","author":["A"' + b',"B"' * 99_999 + b"]}</script>" + STORY_OF,
    "JSON-LD broken, 2 MB": lambda: HEAD + LD + b'{"a":"b" ' * 220_000 + b"</script>" + STORY_OF,
    "29,000 scripts of JSON-LD": many(LD + b'{"@type":"NewsArticle"}</script>', 29_000, b"<html><head>", WORDS * 4),
    # bytes
    "zero bytes": lambda: b"<html><body>" + b"\0" * 1_000_000 + WORDS,
    "UTF-7": lambda: b'<html><head><meta charset="utf-7"><body>' + b"+ADw-script+AD4-" * 100_000 + WORDS * 4,
    "lone surrogates": text("<p>\ud800\udc00 word \udfff</p>", 30_000),
    "surrogate entities": many(b"&#xd800;&#xdfff;", 100_000),
    "controls of direction": many("\u202e\u2066abc\u2069\u200f".encode(), 100_000),
    "combining marks": many("a\u0301\u0302\u0303".encode(), 300_000),
    "letters that grow when folded": text("\ufdfa", 300_000),
    "text encoded twice": text("<p>Ð¿Ñ€Ð¸Ð²ÐµÑ‚</p>", 100_000),
    "escapes of ISO 2022": lambda: b"\x1b$B" * 500_000 + WORDS,
    "half a character, often": lambda: b"<html><body>" + b"\xe4\xb8 " * 500_000 + WORDS,
    # captures
    "line of 2 MB": lambda: b"The ministers met " * 110_000,
    "line of 5 MB": lambda: b"The ministers met in the capital. " * 150_000,
    "Chinese line of 5 MB": lambda: "部长们星期二在首都举行了会议。".encode() * 110_000,
    "1,000,000 lines": lambda: b"The ministers met.\n" * 700_000,
    "19,000 lines": lambda: b"The ministers met.\n" * 19_000,
    "19,000 different lines": lambda: b"".join(b"The ministers met on day %d of May 2021 and agreed.\n" % n for n in range(19_000)),
    "19,000 lines of the title": lambda: b"<Ministers meet in the capital\n" * 19_000,
    "500,000 empty lines": lambda: b"\n" * 500_000 + WORDS,
    "brackets": lambda: b"[[((" * 200_000,
    "quotes": lambda: "“".encode() * 200_000,
    "digits": lambda: b"1" * 1_000_000,
    "dates": lambda: b"2022-01-12 " * 90_000,
    "dashes": lambda: "BRUSSELS — ".encode() * 90_000,
    "open tags in a capture": lambda: b"Ministers meet in the capital\n" + b"<a " * 300_000,
    "19,000 bylines": lambda: b"By Jane Miller and John Smith\n" * 19_000,
    "19,000 credits": lambda: "来源：新华社 记者 王小明 李大华\n".encode() * 19_000,
    # just under the bounds
    "29,900 links in one paragraph": many(b'<a href="/x">word</a> ', 29_900, STORY + b"<p>"),
    "14,900 paragraphs with a link": many(b'<p>A <a href="/x">word</a> of it.</p>', 14_900),
    "29,900 authors": many(b'<span class="author">A B</span>', 29_900),
    "19,900 times": many(b'<time datetime="2022-01-12">12.01.2022</time>', 19_900),
    "9,900 headings": many(b"<h1>Ministers meet</h1>", 9_900),
    "11,900 pictures with captions": many(b"<figure><img src='//a.example/p.jpg'><figcaption>A caption</figcaption></figure>", 11_900),
    "29,900 hidden elements": many(b'<p style="display: none">x</p>', 29_900),
    "9,900 paragraphs with dates": many(b"<p>Monday, 12 January 2022, 10:10</p>", 9_900),
    "4,900 paragraphs with dates": many(b"<p>Monday, 12 January 2022, 10:10</p>", 4_900),
    "19,900 bylines": many(b"<p>By Jane Miller and John Smith</p>", 19_900),
    "19,900 crumbs": many(b'<div class="crumb">x > y</div>', 19_900),
    "table 9,900 x 2": many(b"<tr><td>cell</td><td>cell</td></tr>", 9_900, STORY + b"<table>"),
    **{
        f"capture of 11,900 {name}": lambda line=line: "".join(f"{line} {number}\n" for number in range(11_900)).encode()
        for name, line in {
            "dates": "Monday, 12 January 2022",
            "bylines": "By Jane Miller and John Smith",
            "offers": "Read more: another story of the day",
            "sentences": "The ministers met in the capital.",
            "Chinese sentences": "部长们星期二在首都举行了会议。",
            "quotes": "“The ministers met”, he said.",
            "brackets": "[The ministers (met)]",
            "credits": "来源：示例报 记者 王小明",
        }.items()
    },
    "capture of one line of 950,000 characters": lambda: b"word " * 190_000,
}  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=2.0)
    parser.add_argument("--megabytes", type=int, default=500)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    extract(Page("u", "u", STORY, "utf-8"))  # warm-up
    extract(Page("u", "u", "部长们星期二在首都举行了会议，决定月底前再次举行会议讨论预算问题。\n".encode() * 4, "utf-8"))
    bad = 0
    for name, make in PAGES.items():
        if options.only not in name:
            continue
        seconds, megabytes, made = apart(make)
        signs = {"LATE": seconds > options.seconds, "FAT": megabytes > options.megabytes, "FAILED": made.startswith("!")}
        over = [sign for sign, shown in signs.items() if shown]
        bad += bool(over)
        print(f"{' '.join(over):8} {seconds:6.2f} s {megabytes:5.0f} MB  {name}: {made[:100]}", flush=True)
    print(f"{bad} of {len(PAGES)} over the bounds of {options.seconds} s and {options.megabytes} MB")
    return int(bad > 0)


def apart(make: Callable[[], bytes]) -> tuple[float, float, str]:
    """Reads a page in a forked process: seconds, megabytes at its peak, and what became of it."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writing, json.dumps(read(make())).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read()
    _, status, used = os.wait4(child, 0)
    seconds, made = json.loads(said) if said else (used.ru_utime, f"! ended with {status}")
    return seconds, used.ru_maxrss / 1024, made


def read(body: bytes) -> tuple[float, str]:
    resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
    started = time.process_time()
    try:
        made = f"an article of {len(extract(Page('u', 'u', body, decide(body))).text)} characters"
    except (ExtractError, FetchError) as error:
        made = f"refused: {error.reason}: {error}"
    except Exception as error:  # noqa: BLE001 - any crash is what is looked for
        made = f"! {type(error).__name__}: {error}"
    return time.process_time() - started, made


if __name__ == "__main__":
    sys.exit(main())
