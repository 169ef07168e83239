"""Pictures of an article: figures with captions and credits, pictures in the text, the lead image of the page's data, and captions whose
picture is not known. Icons, portraits of authors, tracking pixels and pictures of other stories are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from urllib.parse import urljoin, urlsplit

import lxml.html

from dragoman.extract.facts import imagecredits
from dragoman.model.article import Image
from dragoman.text.lines import letters, squeeze

MOST = 30
# Bounds: pictures looked at, ancestors climbed, pieces of text of a caption.
LOOKED = 400
CLIMB = 12
CHUNKS = 60
LONGEST = 600
# Pictures of fewer pixels on a side are marks and buttons.
SMALLEST = 80
# How a caption begins that is only the text for readers who cannot see the picture.
ALT = "alt: "
_LAZY = (
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-lazy",
    "data-hi-res-src",
    "data-full-src",
    "data-url",
    "data-echo",
    "data-image",
)
_FIGURES = (
    "//*[self::figure or (@class[contains(., 'wp-caption')] or @id[contains(., 'wp-caption')]) "
    "and (self::div or self::dl or self::table or self::p or self::span)]"
)
_SETS = ("srcset", "data-srcset", "data-lazy-srcset")
_JUNK = re.compile(
    r"(?:^|[/_.\-])(?:logos?|icons?|sprites?|avatars?|gravatar|pixel|spacer|blank|placeholder|loading|loader|button|btn|badge|emoji|smil(?:ey|ies)|"
    r"tracking|beacon|qrcode|qr|erweima|captcha|1x1|transparent|clear|dot|arrow|bullet|default[_-]?image|fallback|no[_-]?image|nopic|stat|"
    r"adserver|advert|banner|share|twitter|facebook|whatsapp|telegram|weixin|wechat|weibo)(?:[/_.\-]|\d|$)|\.(?:svg|ico)$|doubleclick|"
    r"scorecardresearch|gravatar\.com|/ads?/",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"(?:^|[\s_-])(?:related|recommend\w*|sidebar|widget|teaser|card|promo\w*|comment\w*|author\w*|bio|avatar|nav|menu|footer|newsletter|more|"
    r"most|popular|trending|sponsor\w*|advert\w*|banner|share|social|logo|ads?)(?:$|[\s_-])",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"(?:article|story|post|entry|news)[_-]?(?:body|content|text|main|detail)|main[_-]?content|articlebody|TRS_Editor|zhengwen|content_area|entry",
    re.IGNORECASE,
)
_CAPTION = re.compile(r"caption|legend|pie-?foto|bildunterschrift|tushuo|epigrafe|subtitle-image|image-desc", re.IGNORECASE)
_CREDIT = re.compile(
    r"credit|copyright|photographer|photo-?by|image-?source|courtesy|byline|credito|bildquelle|(?:^|[\s_-])source(?:$|[\s_-])",
    re.IGNORECASE,
)
_SIZE = re.compile(
    r"[-_@](?:\d{2,4}x\d{2,4}|\d{2,4}w?|[sml]|large|medium|small|thumb|scaled|[23]x)(?=\.|$)|^\d{2,4}x\d{2,4}[-_]", re.IGNORECASE
)


def of_page(tree: lxml.html.HtmlElement, lead: str | None, captions: Sequence[str], base: str | None) -> tuple[Image, ...]:
    """Figures and pictures of the text in the page's order, the `lead` image of the page's data where it is none of them first, then
    `captions` of the text whose picture is not known."""
    known = {letters(caption): caption for caption in captions if letters(caption)}
    found: dict[str, Image] = {}
    for address, caption, credit in _pictures(tree, base, known):
        key = _key(address) if address else letters(caption)
        same = found.get(key)
        if key and (same is None or _poorer(same, caption)):
            found[key] = Image(same.url if same else address, caption, credit or (same.credit if same else None))
    first = absolute(base, lead)
    if first and _key(first) not in found and not _is_junk(first):
        found = {_key(first): Image(first, ""), **found}
    have = [letters(image.caption + (image.credit or "")) for image in found.values()]
    shown = {letters(image.caption) for image in found.values()}
    for caption in captions:
        words, credit = imagecredits.split(caption)
        if letters(words) and letters(words) in shown:
            continue
        if letters(caption) and not any(letters(caption) in one or (len(one) >= 8 and one in letters(caption)) for one in have):
            found.setdefault(letters(caption), Image(None, words, credit))
    return tuple(found.values())[:MOST]


def of_captions(captions: Sequence[str]) -> tuple[Image, ...]:
    """The captions of a text capture, whose pictures are not known."""
    return tuple(Image(None, *imagecredits.split(caption)) for caption in dict.fromkeys(captions))[:MOST]


def absolute(base: str | None, address: str | None) -> str | None:
    """An address of the web that a page refers to, None for embedded data, scripts and marks within the page."""
    if not address or address.strip().lower().startswith(("data:", "javascript:", "#", "mailto:", "about:")):
        return None
    try:
        return urljoin(base or "", address.strip())
    except ValueError:
        return None


def _poorer(image: Image, caption: str) -> bool:
    return bool(caption) and not caption.startswith(ALT) and (not image.caption or image.caption.startswith(ALT))


def _pictures(tree: lxml.html.HtmlElement, base: str | None, known: dict[str, str]) -> Iterator[tuple[str | None, str, str | None]]:
    """(address, caption, credit) of the figures and of the pictures in the text."""
    inside: set[lxml.html.HtmlElement] = set()
    for figure in islice(tree.xpath(_FIGURES), LOOKED):
        marks = f"{figure.get('class') or ''} {figure.get('id') or ''}"
        if figure.tag != "figure" and "wp-caption" not in marks.split():
            continue
        pictures = list(figure.iter("img", "amp-img"))
        inside.update(pictures)
        if pictures and not _is_others(figure):
            caption, credit = _told(figure)
            address = next((one for one in (_best(picture, base) for picture in pictures) if one), None)
            if address or caption:
                yield address, caption or _alt(pictures[0]), credit
    for picture in islice(tree.iter("img", "amp-img"), LOOKED):
        if picture in inside:
            continue
        words = _beside(picture, known)
        if words is None and not _in_text(picture):
            continue
        address = _best(picture, base)
        if address:
            caption, credit = imagecredits.split(words or "")
            yield address, caption or _alt(picture), credit


def _told(figure: lxml.html.HtmlElement) -> tuple[str, str | None]:
    """Caption and credit by the elements of a figure that are marked as such, else split in its caption."""
    marked = [
        one
        for one in figure.iter()
        if isinstance(one.tag, str) and one.tag not in ("img", "figure") and _CREDIT.search(one.get("class") or "")
    ]
    credit = next((words for one in marked if (words := _words(one)) and len(words) <= 120), None)
    holders = list(figure.iter("figcaption")) or [one for one in figure.iter() if _is_caption(one)][:1]
    whole = squeeze(" ".join(_words(one) for one in holders))
    if credit:
        rest = squeeze(whole.replace(credit, " ")) if credit in whole else whole
        return imagecredits.split(rest)[0] if rest != whole else whole, imagecredits.label_off(credit)
    return imagecredits.split(whole)


def _is_caption(element: lxml.html.HtmlElement) -> bool:
    marks = element.get("class") or ""
    return isinstance(element.tag, str) and element.tag != "figure" and marks != "wp-caption" and _CAPTION.search(marks) is not None


def _words(element: lxml.html.HtmlElement) -> str:
    return squeeze(" ".join(islice(element.itertext(), CHUNKS)))[:LONGEST]


def _alt(picture: lxml.html.HtmlElement) -> str:
    """The text for readers who cannot see the picture, marked as such; names of files are none."""
    words = squeeze(picture.get("alt") or "")
    return f"{ALT}{words[:LONGEST]}" if len(words) >= 4 and not re.search(r"\.\w{3,4}$|^\W*$|^https?:", words) else ""


def _best(picture: lxml.html.HtmlElement, base: str | None) -> str | None:
    """The largest version of a picture that its mark-up names, None for marks, buttons and pixels."""
    for side in ("width", "height"):
        size = re.match(r"\d+", picture.get(side) or "")
        if size and int(size.group()[:6]) < SMALLEST:
            return None
    sources = [picture]
    holder = next((one for one in islice(picture.iterancestors("picture"), 1)), None)
    sources += list(holder.iter("source")) if holder is not None else []
    ranked: list[tuple[float, int, str]] = []
    for element in sources[:8]:
        for name in _SETS:
            ranked += [(size, -len(ranked), address) for size, address in _candidates(element.get(name) or "")]
    ranked += [(300.0, -len(ranked) - place, picture.get(name) or "") for place, name in enumerate(_LAZY) if picture.get(name)]
    ranked.append((200.0, -len(ranked), picture.get("src") or ""))
    for _, _, address in sorted(ranked, reverse=True):
        whole = absolute(base, address)
        if whole and not _is_junk(whole):
            return whole
    return None


def _candidates(value: str) -> Iterator[tuple[float, str]]:
    """(width, address) of a `srcset`; a density counts as so many thousand pixels, none at all as the least."""
    for part in islice(re.split(r",\s+|,(?=https?:|//)", value[:20_000]), 20):
        bits = part.split()
        if bits:
            size = re.fullmatch(r"(\d{1,5}(?:\.\d+)?)([wx])", bits[1]) if len(bits) > 1 else None
            yield (float(size[1]) * (1000 if size[2] == "x" else 1) if size else 250.0), bits[0]


def _is_junk(address: str) -> bool:
    parts = urlsplit(address)
    return not parts.path.strip("/") or _JUNK.search(f"{parts.hostname or ''}/{'/'.join(parts.path.split('/')[-3:])}") is not None


def _key(address: str) -> str:
    """What two sizes of one picture have in common: the name of the file without its size."""
    path = urlsplit(address).path.rstrip("/")
    name = path.rpartition("/")[2]
    stem = _SIZE.sub("", name).rpartition(".")[0] or _SIZE.sub("", name)
    return stem.casefold() if len(stem) >= 6 else path.casefold()


def _is_others(element: lxml.html.HtmlElement) -> bool:
    """Whether a figure belongs to another story or to the site: it stands in an aside, a foot, a list of teasers, or in a link."""
    for place, one in enumerate(islice((element, *element.iterancestors()), CLIMB)):
        if one.tag in ("body", "html", "article", "main"):
            return False
        if one.tag in ("aside", "footer", "nav", "form") or (place and one.tag == "a"):
            return True
        if _OTHERS.search(f"{one.get('class') or ''} {one.get('id') or ''}"[:200]):
            return True
    return False


def _in_text(picture: lxml.html.HtmlElement) -> bool:
    """Whether a picture stands in the text of the article."""
    told = False
    for one in islice(picture.iterancestors(), CLIMB):
        marks = f"{one.get('class') or ''} {one.get('id') or ''}"[:200]
        if one.tag in ("aside", "footer", "nav", "form", "header", "li") or _OTHERS.search(marks):
            return False
        if _ARTICLE.search(marks) or one.get("itemprop") == "articleBody":
            told = True
            break
    return told


def _beside(picture: lxml.html.HtmlElement, known: dict[str, str]) -> str | None:
    """The caption in the element behind a picture, or behind the paragraph that holds it."""
    holder = picture
    for _ in range(3):
        following = holder.getnext()
        for one in (following, following.getnext() if following is not None else None):
            if one is not None and isinstance(one.tag, str):
                words = _words(one)
                if letters(words) in known or (_is_caption(one) and words):
                    return words
        parent = holder.getparent()
        if parent is None or parent.tag in ("body", "article", "main"):
            return None
        holder = parent
    return None
