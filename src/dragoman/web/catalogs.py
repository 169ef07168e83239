"""Keeps the portal's gettext catalogs: `python -m dragoman.web.catalogs` gathers the messages of templates and pages, brings every
`locale/<code>/LC_MESSAGES/portal.po` up to date and compiles it. New messages stand empty in the .po until somebody translates them;
English, the language of the messages, fills itself. A new language is a new folder with an empty .po; docs/recipes/add-a-portal-language.md
tells how."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from dragoman.web.tongues import DEFAULT, DOMAIN

HERE = Path(__file__).parent
METHODS = [("templates/**.html", "jinja2"), ("**.py", "python")]
OPTIONS = {"templates/**.html": {"newstyle_gettext": "true", "silent": "false", "trim_blocks": "true", "lstrip_blocks": "true"}}
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "say": None, "later": None}
_STAMP = datetime(2026, 1, 1, tzinfo=UTC)


def messages() -> Catalog:
    """Every message of the portal as it is written in the code."""
    found = Catalog(domain=DOMAIN, charset="utf-8")
    for file, _line, message, _comments, context in extract_from_dir(HERE, METHODS, OPTIONS, KEYWORDS):
        found.add(message, None, [(file.replace("\\", "/"), 0)], context=context)
    return found


def sources() -> Iterator[tuple[str, Path]]:
    """(language code, .po file) of every catalog, sorted."""
    for file in sorted(HERE.glob(f"locale/*/LC_MESSAGES/{DOMAIN}.po")):
        yield file.parts[-3], file


def read(file: Path) -> Catalog:
    """A catalog as its file has it. Where its header says nothing of plural forms they are those that Babel knows."""
    code = file.parts[-3].replace("-", "_")
    with file.open("rb") as raw:
        found = read_po(raw, locale=code, domain=DOMAIN, charset="utf-8")
    found.locale = code
    found.creation_date = found.revision_date = _STAMP
    return found


def _own_words(catalog: Catalog) -> None:
    for message in catalog:
        if message.id and isinstance(message.id, (tuple, list)):
            message.string = tuple(message.id)[: catalog.num_plurals]
        elif message.id:
            message.string = message.id


def updated(file: Path) -> Catalog:
    """A catalog with today's messages: translations kept, dropped messages gone, nothing guessed."""
    old = read(file)
    old.update(messages(), no_fuzzy_matching=True)
    old.obsolete.clear()
    if file.parts[-3] == DEFAULT:
        _own_words(old)
    return old


def po_bytes(catalog: Catalog) -> bytes:
    """The .po file, the same for the same messages."""
    body = io.BytesIO()
    write_po(body, catalog, omit_header=True, sort_output=True, width=0, include_lineno=False)
    header = f'msgid ""\nmsgstr ""\n"Language: {catalog.locale_identifier}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    plural = f'"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: {catalog.plural_forms}\\n"\n\n'
    return (header + plural).encode() + body.getvalue()


def mo_bytes(catalog: Catalog) -> bytes:
    """The compiled catalog."""
    body = io.BytesIO()
    write_mo(body, catalog)
    return body.getvalue()


def missing(catalog: Catalog) -> list[str]:
    """Messages without a whole translation, fuzzy ones included."""
    empty = []
    for message in catalog:
        strings = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
        if message.id and (message.fuzzy or not all(strings)):
            empty.append(str(message.id))
    return empty


def main() -> int:
    """Brings every catalog up to date; 1 where some message has no translation yet."""
    lacking = 0
    for _code, file in sources():
        file.write_bytes(po_bytes(updated(file)))
        fresh = read(file)
        file.with_suffix(".mo").write_bytes(mo_bytes(fresh))
        for message in missing(fresh):
            sys.stderr.write(f"{file.parts[-3]}: {message}\n")
            lacking += 1
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
