"""Every page in every language of the portal: the words of others are marked as such, the desk's own are translated."""

from __future__ import annotations

import re
import unicodedata

import pytest
from lxml import html

from dragoman.web import catalogs, tongues

STORY = "sfeed0001feed0001"
PAGES = [
    "/",
    "/stories",
    f"/story/{STORY}",
    "/agenda",
    "/statements",
    "/entities",
    "/search",
    "/search?q=cod",
    "/health",
    "/nothing-here",
    "/?since=never",
]
SCRIPTS = {"ar": {"ARABIC"}, "ru": {"CYRILLIC"}, "uk": {"CYRILLIC"}, "zh": {"CJK"}, "en": {"LATIN"}, "fr": {"LATIN"}, "es": {"LATIN"}}
QUOTED = re.compile("“.*?”|«.*?»|「.*?」")
NAMES_OF_THINGS = (
    "self::code|self::kbd|self::samp|self::time|self::data|self::option|self::*[contains(@class,'wordmark')]|self::*[@translate='no']"
)


def scripts(text: str) -> set[str]:
    return {unicodedata.name(char, "").split(" ")[0].split("-")[0] for char in text if char.isalpha()} - {"", "FEMININE", "MASCULINE"}


def own_words(code: str) -> set[str]:
    """The portal's messages in that language that hold no value, as they stand on pages."""
    found = set()
    for message in catalogs.read(dict(catalogs.sources())[code]):
        strings = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
        found |= {" ".join(text.split()) for text in strings if message.id}
    return found


def marked(node) -> str:
    """The language that a node is marked to be in."""
    return node.xpath("string(ancestor-or-self::*[@lang][1]/@lang)")


def unmarked(tree, code: str) -> list[str]:
    """Texts whose letters are not those of the language that they are marked to be in."""
    own = own_words(code)
    found = []
    for text in tree.xpath("//body//text()[normalize-space()][not(ancestor::nav[contains(@class,'crumbs')])]"):
        node = text.getparent() if not text.is_tail else text.getparent().getparent()
        words = " ".join(text.split())
        wanted = SCRIPTS.get(marked(node).split("-")[0])
        if wanted is None or scripts(words) <= wanted or words in own or node.tag in ("script", "style"):
            continue
        if QUOTED.sub("", words) != words and scripts(QUOTED.sub("", words)) <= wanted:
            continue  # what the reader typed, in an answer of ours
        if not node.xpath(f"ancestor-or-self::*[{NAMES_OF_THINGS}]"):
            found.append(f"{node.tag}.{node.get('class', '')}: {words[:80]}")
    return found


@pytest.mark.parametrize("code", tongues.codes())
def test_the_words_of_others_are_marked_with_their_language(client, code):
    found = {}
    for path in PAGES:
        tree = html.fromstring(client.get(path, headers={"Accept-Language": code}).content.decode())
        if lacking := unmarked(tree, code):
            found[path] = lacking
    assert found == {}


@pytest.mark.parametrize("code", tongues.codes())
def test_a_marked_text_has_a_direction(client, code):
    for path in PAGES:
        tree = html.fromstring(client.get(path, headers={"Accept-Language": code}).content.decode())
        for node in tree.xpath("//*[@lang]"):
            wanted = tongues.direction(node.get("lang")) if node.get("lang") else "auto"
            assert node.get("dir") == wanted or (node.tag == "bdi" and wanted == "auto"), html.tostring(node)
        assert not [value for node in tree.iter() if isinstance(node.tag, str) for value in node.attrib.values() if "<bdi" in value]
