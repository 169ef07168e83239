from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from dragoman.web import render, sanitise
from dragoman.web.tongues import codes

WEB = Path(sanitise.__file__).parent


def vectors() -> tuple[str, ...]:
    name = "dragoman_web_vectors"
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name("vectors.py"))
    assert spec is not None
    assert spec.loader is not None
    sys.modules[name] = module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: tuple[str, ...] = module.VECTORS
    return found


VECTORS = vectors()
OURS = {
    ("sanitise.py", "nh3.clean"),
    ("render.py", "message"),  # a translation; what is put into it is escaped
    ("pages/second.py", "offer.picture"),  # squares of a QR code, drawn here
}
"""What becomes markup and is no literal."""


def harm(text: str) -> list[str]:
    """Elements and attributes of a text that are not allowed."""
    tree = html.fragment_fromstring(re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", " ", text), create_parent="div")  # lxml takes no control characters
    elements = [node for node in tree.iter() if node is not tree]
    return [str(node.tag) for node in elements if not isinstance(node.tag, str) or node.tag not in sanitise.TAGS or node.attrib]


def test_there_are_at_least_sixty_vectors_and_each_once():
    assert len(VECTORS) == len(set(VECTORS)) >= 60


@pytest.mark.parametrize("vector", VECTORS)
def test_nothing_of_a_vector_is_left_but_words(vector):
    for text in (vector, f"<p>{vector}</p>", f'<p title="{vector}">x</p>', f"<a href='{vector}'>x</a>"):
        clean = sanitise.sanitised(text)
        assert harm(clean) == [], clean
        assert harm(sanitise.sanitised(clean)) == [], clean


@given(st.text(alphabet="<>/=\"'&;!-[] abpsvgmthscriptylenoj:#\x00\n", max_size=80))
def test_no_soup_of_tags_gets_through(soup):
    assert harm(sanitise.sanitised(soup)) == []


def test_what_is_allowed_stays():
    assert sanitise.sanitised("<p>A <em>word</em><script>x</script></p>") == "<p>A <em>word</em></p>"
    assert sanitise.plain("<p>A &amp; <b>B</b><style>x</style></p>") == "A & B"


@pytest.mark.parametrize("code", codes())
def test_every_template_escapes(code):
    environment = render.environment(code)
    assert environment.autoescape is True
    made = environment.from_string("{{ x }}|{{ x|sanitised }}").render(x="<i onclick=y>z</i>")
    assert made == "&lt;i onclick=y&gt;z&lt;/i&gt;|<i>z</i>"


def test_no_template_and_no_module_goes_round_the_sanitiser():
    for file in (WEB / "templates").rglob("*.html"):
        text = file.read_text("utf-8")
        assert not re.search(r"\|\s*safe\b|autoescape|Markup", text), file.name
        assert not re.search(r"\s[\w-]+=\{\{", text), f"{file.name}: an attribute without quotes"
        assert not re.search(r"<(script|style)(?![^>]*\bsrc=)[^>]*>", text), file.name
    found = {
        (file.relative_to(WEB).as_posix(), call)
        for file in WEB.rglob("*.py")
        for call in re.findall(r"Markup\(([\w.]+)", file.read_text("utf-8"))
    }
    assert found == OURS
