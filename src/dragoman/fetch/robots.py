"""robots.txt (RFC 9309): what a site allows us to fetch (pure; the file's text is passed in)."""

from __future__ import annotations

from protego import Protego


class Robots:
    """The rules of the sites seen so far, by scheme and host."""

    def __init__(self, agent: str) -> None:
        self.agent = agent
        self._rules: dict[str, Protego | None] = {}

    def knows(self, site: str) -> bool:
        """Whether the site's file was learned already."""
        return site in self._rules

    def learn(self, site: str, status: int, text: str) -> None:
        """Takes a site's file. RFC 9309, 2.3.1: 4xx means all is allowed, 5xx that all is forbidden for now."""
        if status >= 500:
            self._rules[site] = Protego.parse("User-agent: *\nDisallow: /")
        else:
            self._rules[site] = Protego.parse(text) if status == 200 else None

    def allows(self, site: str, url: str) -> bool:
        """Whether the learned rules allow the address."""
        rules = self._rules.get(site)
        return rules is None or bool(rules.can_fetch(url, self.agent))
