from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

import portal_beside as beside
from dragoman.web import catalogs, tongues


def test_the_portal_speaks_seven_languages():
    assert {"ar", "en", "es", "fr", "ru", "zh-Hans", "zh-Hant"} <= set(tongues.codes())
    names = {tongue.code: tongue.autonym for tongue in tongues.everyone()}
    assert (names["zh-Hans"], names["zh-Hant"], names["ru"], names["ar"]) == ("简体中文", "繁體中文", "Русский", "العربية")
    assert tongues.get("zh-Hans").catalog.gettext("Search") == "检索"
    assert tongues.get("zh-Hant").catalog.gettext("Search") == "搜尋"
    assert tongues.get("xx").code == "en"
    assert [tongue.code for tongue in tongues.everyone() if tongue.direction == "rtl"] == ["ar"]


@pytest.mark.parametrize(
    ("asked", "served"),
    [
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-SG", "zh-Hans"),
        ("zh-TW", "zh-Hant"),
        ("zh-HK", "zh-Hant"),
        ("zh-MO", "zh-Hant"),
        ("zh-Hant-SG", "zh-Hant"),
        ("zh-hans-hk", "zh-Hans"),
        ("zh_TW", "zh-Hant"),
        ("ar-EG", "ar"),
        ("fr-CA", "fr"),
        ("es-419", "es"),
        ("ru-Latn", "ru"),
    ],
)
def test_a_tag_is_served_in_its_script(asked, served):
    assert tongues.get(asked).code == served
    assert tongues.choose(asked, None, None) == served
    assert tongues.choose(None, None, "xx, " + asked.replace("_", "-") + ";q=0.5") == served


def test_address_beats_cookie_beats_header():
    assert tongues.choose("zh", "en", "en") == "zh-Hans"
    assert tongues.choose(None, "zh", "en") == "zh-Hans"
    assert tongues.choose(None, None, "zh-CN,zh;q=0.9,en;q=0.8") == "zh-Hans"
    assert tongues.choose("xx", "nonsense", None) == "en"


def test_the_header_is_weighed():
    assert tongues.choose(None, None, "en;q=0.2, zh;q=0.7") == "zh-Hans"
    assert tongues.choose(None, None, "zh;q=0, xx") == "en"


@given(st.text(max_size=200), st.text(max_size=20))
def test_no_header_breaks_the_choice(header, cookie):
    assert tongues.choose(None, cookie, header) in tongues.codes()


def test_direction_of_foreign_text():
    assert [tongues.direction(code) for code in ("ar", "he", "en", "zh", "nonsense-code")] == ["rtl", "rtl", "ltr", "ltr", "auto"]


def test_unknown_languages_get_no_tag():
    assert [tongues.tag(code) for code in ("zh", "zh-Hant", "xx", "und", 'en"><b', "")] == ["zh", "zh-Hant", "", "", "", ""]


def test_a_title_for_the_reader_or_none():
    titles = {"en": "Talks", "zh-Hant": "會談"}
    assert tongues.pick(titles, "zh") == ("會談", "zh-Hant")
    assert tongues.pick(titles, "en") == ("Talks", "en")
    assert tongues.pick(titles, "ru") is None
    assert tongues.pick({"zh-Hant": "會談", "zh": "会谈"}, "zh-Hans") == ("会谈", "zh")


# Every page in every language: the words of others are marked as such, the desk's own are translated.

PAGES = [*beside.addresses(), "/nothing-here", "/?since=never"]
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
    for text in tree.xpath("//body//text()[normalize-space()]"):
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
        for node in tree.xpath("//*[@lang][not(ancestor-or-self::svg)]"):
            wanted = tongues.direction(node.get("lang")) if node.get("lang") else "auto"
            assert node.get("dir") == wanted or (node.tag == "bdi" and wanted == "auto"), html.tostring(node)
        assert not [value for node in tree.iter() if isinstance(node.tag, str) for value in node.attrib.values() if "<bdi" in value]
