"""Broken mark-up in text: tags whose attributes swallowed text, captions glued behind them, tags left over in a capture; and what other
machines left in it: shortcodes of publishing systems, Markdown, templates that nobody filled, scripts, style sheets, encoded files."""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec import Struct

from dragoman.text.html import strip_tags, unescape
from dragoman.text.lines import ends_sentence, letters, squeeze, weight

# An opening that looks like a tag up to the next ">" (or the end of the line, where it was never closed).
_BROKEN = re.compile(r"<[a-zA-Z!/][^<>]{0,400}(?:/?>|$)")
_ATTRIBUTE = re.compile(r"^</?[a-zA-Z][\w:-]*(?:\s+[\w:-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[\w./:#?&=%+,;@~-]+))?)*\s*/?>$")
CAPTION = 40
# Longer lines are not compared with code.
LONGEST = 2_000

# [name key=value ...] and [/name].
_SHORTCODE = re.compile(
    r"\[/?[a-z][\w-]{1,30}(?:\s+[\w-]{1,30}\s*=\s*(?:\"[^\"\]]{0,200}\"|'[^'\]]{0,200}'|[^\s\]\"']{1,200})){1,12}\s*/?\]|\[/[a-z][\w-]{1,30}\]"
)
_CAPTIONED = re.compile(r"\s*\[(?:caption|figure)\b[^\]]{0,400}\](?P<words>.*?)(?:\[/(?:caption|figure)\](?P<rest>.*))?$")
_PICTURE = re.compile(r"!\[[^\[\]]{0,300}\]\([^()\s]{1,500}(?:\s+\"[^\"]{0,200}\")?\)")
_LINK = re.compile(r"\[(?P<words>[^\[\]]{1,300})\]\((?:https?:)?/[^()\s]{0,500}(?:\s+\"[^\"]{0,200}\")?\)")
_TEMPLATE = re.compile(r"\{\{[^{}]{0,200}\}\}|\{%[^{}]{0,200}%\}|[$#]\{[^{}]{0,100}\}")
_ENCODED = re.compile(r"(?:data:[\w/+.-]{1,60};base64,)?[A-Za-z\d+/]{90,}={0,2}")
_CODE = re.compile(
    r"""\s*(?:@(?:media|import|font-face|charset|keyframes)\b.*
    |.*\bfunction\s*\w*\s*\([^()]*\)\s*\{.*
    |(?:var|let|const)\s+[\w$]+\s*=.*[;{(]
    |(?:window|document|googletag|dataLayer)[.\[].*[;{})]
    |(?:jQuery|\$|gtag|fbq)[.(].*[;{})]
    |[.\#]?[\w-]+(?:[\s,>.:\#\w-]{0,200})\{(?:\s*[\w-]+\s*:[^:;{}]+;)*(?:\s*[\w-]+\s*:[^:;{}]+)?\s*\}?
    |[\[{]\s*"[\w@-]+"\s*:.*
    |[\])}\s;,(]*[)}][\])}\s;,(]*)\s*""",
    re.X,
)
_SUSPECT = re.compile(r"[<&{}]|\]\(|\[/?[a-z]|[A-Za-z\d+/]{90}")
_SPACE = re.compile(r"&nbsp;?|&#160;?|&#xa0;?", re.I)


class Mended(Struct, frozen=True):
    """A line after mending: what stays as text, what was a caption, and the broken pieces."""

    text: str
    caption: str = ""
    debris: str = ""


def mend(line: str, title: str) -> Mended:
    """Takes leftover tags out of a line. Well-formed tags just go. At a broken one, words before it that belong to the title were an
    image's description, and short unfinished words after it the image's caption."""
    if not _SUSPECT.search(line) and not _is_code(line):
        return Mended(line)
    if _is_code(line):
        return Mended("", "", line)
    line = _SPACE.sub(" ", unescape(line))
    titled = _CAPTIONED.match(line)
    if titled is not None:
        rest = titled["rest"] or ""
        return Mended(
            _without_lumps(strip_tags(rest)), _without_lumps(strip_tags(titled["words"])), titled.group()[: len(line) - len(rest)]
        )
    return _of_tags(line, title)


def _is_code(line: str) -> bool:
    """Whether a whole line is a piece of a script, a style sheet or data."""
    return line.rstrip()[-1:] in tuple("{};)],(:") and len(line) < LONGEST and _CODE.fullmatch(line) is not None


def _without_lumps(text: str) -> str:
    """What no reader reads taken out of a line: shortcodes, pictures, templates, encoded files; links leave their words."""
    for lump in (_PICTURE, _SHORTCODE, _TEMPLATE, _ENCODED):
        text = lump.sub(" ", text)
    return squeeze(_LINK.sub(lambda link: link["words"], text))


def _of_tags(line: str, title: str) -> Mended:
    broken = [found for found in _BROKEN.finditer(line) if not _ATTRIBUTE.match(found.group())]
    if not broken:
        text = _without_lumps(strip_tags(line))
        lumps = [found.group() for lump in (_PICTURE, _SHORTCODE, _TEMPLATE, _ENCODED) for found in lump.finditer(line)]
        return Mended(text, "", " ".join(lumps))
    first, last = broken[0], broken[-1]
    before, after = (squeeze(strip_tags(part)) for part in (line[: first.start()], line[last.end() :]))
    inside = [squeeze(strip_tags(line[one.end() : other.start()])) for one, other in pairwise(broken)]
    injected = _of_title(before, title) or not before
    if injected and not ends_sentence(after) and weight(after) <= CAPTION:
        return Mended("", after, line)
    kept = [*([] if injected else [before]), *inside, after]
    return Mended(squeeze(" ".join(part for part in kept if part)), "", line)


def _of_title(words: str, title: str) -> bool:
    """Whether the words are the beginning of the title or a good part of it."""
    inner, whole = letters(words), letters(title)
    return bool(inner) and (whole.startswith(inner) or (len(inner) >= 6 and inner in whole))
