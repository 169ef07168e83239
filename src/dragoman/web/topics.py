"""What articles speak of: IPTC Media Topics, and the issues of what is said and demanded (`languages/*/issues.toml`). Their names as
messages of the catalog.

The topics of the first level are those of the IPTC Media Topics (https://iptc.org/standards/media-topics/, CC BY 4.0)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from dragoman.web.names import Name
from dragoman.web.words import WORDS, later

IPTC: Final[Mapping[str, str]] = {
    "medtop:01000000": later("arts, culture, entertainment and media"),
    "medtop:02000000": later("crime, law and justice"),
    "medtop:03000000": later("disaster, accident and emergency incident"),
    "medtop:04000000": later("economy, business and finance"),
    "medtop:05000000": later("education"),
    "medtop:06000000": later("environment"),
    "medtop:07000000": later("health and medicine"),
    "medtop:08000000": later("human interest"),
    "medtop:09000000": later("labour"),
    "medtop:10000000": later("lifestyle and leisure"),
    "medtop:11000000": later("politics and government"),
    "medtop:12000000": later("religion"),
    "medtop:13000000": later("science and technology"),
    "medtop:14000000": later("society"),
    "medtop:15000000": later("sport"),
    "medtop:16000000": later("conflict, war and peace"),
    "medtop:17000000": later("weather"),
}


def known(topic: str) -> bool:
    """Whether a topic or an issue is one that our tables name."""
    return topic in IPTC or topic in WORDS["issue"]


def is_issue(topic: str) -> bool:
    """Whether it is the key of an issue; ids of topics have a prefix."""
    return ":" not in topic


def name(topic: str, label: str, say: Callable[[str], str]) -> str:
    """The name of a topic or an issue in the reader's language where a table has it, else its label, else its id in words."""
    message = IPTC.get(topic) or WORDS["issue"].get(topic)
    return say(message) if message else Name(label or topic.rpartition(":")[2].replace("-", " ").replace("_", " "))
