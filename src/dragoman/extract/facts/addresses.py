"""The address of an article: canonical links believed where they can be, tracking parameters and copies in archives taken off."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

# Query parameters that tell where a reader came from and nothing of the page.
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|gclsrc|msclkid|yclid|ysclid|_ga|_gl|mc_[ce]id|igshid|twclid|wt\.\w+|at_\w+|xtor|ncid|cmpid|cmp|icid|"
    r"s_cid|smid|ito|ocid|guccounter|guce_\w+|spm|from_source|ref_src|ref_url|hsa_\w+|pk_\w+|mtm_\w+|piwik_\w+|_hs\w+|vero_\w+|wickedid|"
    r"share_token|taid|__twitter_impression|echobox|ftag|cvid|sr_share",
    re.IGNORECASE,
)
# Copies that archives and translators serve under their own host: the address of the page stands in theirs.
_COPY = re.compile(r"^https?://(?:web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?|archive\.org/wayback/\w+)/(?P<url>https?:/{1,2}.+)$", re.I)
_AMP_HOST = re.compile(r"^(?:amp|m|mobile|wap|3g)\.(?=[^.]+\.[^.]+)", re.IGNORECASE)


def canonical(links: Iterable[str], base: str | None) -> str | None:
    """The first of `links` (canonical links first, then those of the page's data) that can be the article's address. One that names the
    site's root or no host is a mistake of the template, and so is one on an unrelated host whose path has nothing of the page's own."""
    own = original(base) if base else None
    for link in links:
        address = _resolved(link, own or "")
        if address is not None and _may_be(address, own):
            return clean(original(address))
    return clean(own) if own else None


def _resolved(link: str, base: str) -> str | None:
    link = link.strip()
    if link.startswith("//") and not base:
        link = f"https:{link}"
    try:
        address = urljoin(base, link)
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname or not (parts.path.strip("/") or parts.query):
        return None
    return address if "." in parts.hostname and not any(char.isspace() or char in "<>{}\"'" for char in address) else None


def _may_be(address: str, own: str | None) -> bool:
    """Whether the address can be that of the page at `own`: on a host of the same site always; elsewhere where its path ends alike, as
    a page served under a second name has."""
    if own is None:
        return True
    there, here = urlsplit(original(address)), urlsplit(own)
    if _site(there.hostname) == _site(here.hostname):
        return not _is_folder(there.path, here.path) or bool(there.query)
    tails = [path.rstrip("/").rpartition("/")[2].casefold() for path in (there.path, here.path)]
    return tails[0] == tails[1] != "" and len(tails[0]) >= 6


def _is_folder(path: str, page: str) -> bool:
    """Whether a path is a section that the page's own path stands in."""
    folder = path.casefold().rstrip("/") + "/"
    return folder.count("/") <= 2 and page.rstrip("/").count("/") >= 2 and page.casefold().startswith(folder) and page.casefold() != folder


def _site(host: str | None) -> str:
    """The registered name of a host, near enough: its last two labels, three where the second last is a short one under a country."""
    labels = (host or "").lower().split(".")
    wide = len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= 3
    return ".".join(labels[-3:] if wide else labels[-2:])


def original(address: str) -> str:
    """The address of the page that an archive's address is a copy of, others as they are."""
    copy = _COPY.match(address)
    return re.sub(r"^(https?:)/+", r"\1//", copy["url"]) if copy else address


def clean(address: str) -> str:
    """Without tracking parameters, the mark within the page and the default port; nothing else is touched."""
    try:
        parts = urlsplit(address.strip())
        pairs = parse_qsl(parts.query, keep_blank_values=True, max_num_fields=200)
    except ValueError:
        return address
    kept = [pair for pair in pairs if not _TRACKING.fullmatch(pair[0])]
    query = parts.query if len(kept) == len(pairs) else urlencode(kept)
    host = parts.netloc.lower()
    for scheme, port in (("http", ":80"), ("https", ":443")):
        host = host.removesuffix(port) if parts.scheme == scheme else host
    fragment = parts.fragment if parts.fragment.startswith(("!", "/")) else ""
    return urlunsplit((parts.scheme, host, parts.path, query, fragment)).strip()


def elsewhere(link: str, own: str | None) -> str | None:
    """The address of a link that leads to a page of another site than `own`."""
    address = _resolved(link, "")
    if address is None or own is None:
        return None
    there, here = clean(original(address)), original(own)
    return None if _site(urlsplit(there).hostname) == _site(urlsplit(here).hostname) else there


def same_page(one: str, other: str) -> bool:
    """Whether two addresses name one page but for scheme, `www.`, mobile hosts and a slash at the end."""
    keys = []
    for address in (one, other):
        try:
            parts = urlsplit(clean(original(address)))
        except ValueError:
            return one == other
        host = _AMP_HOST.sub("", (parts.hostname or "").removeprefix("www."))
        keys.append((host, parts.path.rstrip("/"), parts.query))
    return keys[0] == keys[1]
