"""Which addresses the fetcher may reach. A page that names an address inside the house must not make the desk fetch it
(server-side request forgery, OWASP A10:2021)."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from dragoman.errors import FetchError

Resolve = Callable[[str, int], Sequence[str]]


def is_public(address: str) -> bool:
    """Whether an IP address is out on the internet. IPv4 addresses carried in IPv6 (mapped, 6to4, NAT64) count as what they carry."""
    try:
        ip = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if inner is None and ip in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def admit(url: str, resolve: Resolve, private: bool = False) -> str:
    """The IP address to connect to for `url`, so that what was checked is what is reached (no DNS rebinding).

    Raises `FetchError`: "bad address" for anything but http(s) with a host, "unknown host", "private address".
    """
    try:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise FetchError("bad address", f"{url}: {error}") from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise FetchError("bad address", f"{url} is no http(s) address")
    try:
        found = resolve(parts.hostname, port)
    except OSError as error:
        raise FetchError("unknown host", f"{parts.hostname}: {error}") from error
    if not found:
        raise FetchError("unknown host", parts.hostname)
    for address in found:
        if not private and not is_public(address):
            detail = f"{parts.hostname} is {address}; set private_addresses to allow it"
            raise FetchError("private address", detail)
    return found[0]
