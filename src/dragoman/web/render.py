"""Answers become HTML: one Jinja environment a language, always escaping, failing on names that a template does not have."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Any

from babel.numbers import format_decimal, format_percent
from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from dragoman.export import cited
from dragoman.web import dates, keys, names, outletcards, sessions, shown, themes, tongues, topics, words, zones
from dragoman.web.asked import Answer, Asked
from dragoman.web.sanitise import sanitised
from dragoman.web.words import later

MENU = (
    ("/", later("Latest")),
    ("/stories", later("Stories")),
    ("/agenda", later("Agenda")),
    ("/statements", later("Statements")),
    ("/entities", later("Names")),
    ("/topics", later("Topics")),
    ("/sources", later("Sources")),
    ("/health", later("Health")),
)


def _zoned(show: Callable[..., dates.When]) -> Callable[..., dates.When]:
    """A function of templates that gets the reader's time zone first."""

    @pass_context
    def told(context: Context, *values: Any) -> dates.When:
        return show(zones.find(context["asked"].zone), *values)

    return told


@cache
def _number(tongue: tongues.Tongue) -> Callable[[float], str]:
    """Writes numbers as a language writes them; those met before at once."""
    return lru_cache(maxsize=2048)(lambda value: format_decimal(value, locale=tongue.locale))


def _gettext(tongue: tongues.Tongue) -> tuple[Callable[..., Markup], Callable[..., Markup]]:
    """gettext and ngettext for templates: values are escaped, whole numbers written as the language writes them."""

    number = _number(tongue)

    def filled(message: str, values: Mapping[str, Any]) -> Markup:
        written = {name: number(value) if type(value) is int else value for name, value in values.items()}
        return Markup(message) % written  # the message is ours

    def one(message: str, /, **values: Any) -> Markup:
        return filled(tongue.catalog.gettext(message), values)

    def many(single: str, plural: str, number: int, /, **values: Any) -> Markup:
        return filled(tongue.catalog.ngettext(single, plural, number), {"num": number, **values})

    return one, many


def _term(group: str, key: str, say: Callable[[str], str]) -> str:
    """A term of the desk in the reader's language; one that the tables do not have is English."""
    message = words.term(group, key)
    return say(message) if key in words.WORDS.get(group, {}) else names.Name(message, tongues.DEFAULT)


def _globals(tongue: tongues.Tongue) -> Mapping[str, Any]:
    """What every template can call, in one language."""
    locale, say = tongue.locale, tongue.catalog.gettext
    return {
        "tongue": tongue,
        "tongues": tongues.everyone(),
        "menu": MENU,
        "themes": themes.THEMES,
        "schemes": themes.SCHEMES,
        "keys_sheet": keys.SHEET,
        "keys_go": keys.GO,
        "term": lambda group, key: _term(group, key, say),
        "language_name": lru_cache(maxsize=512)(lambda code: shown.language_name(code, locale) or say("unknown language")),
        "country_name": lru_cache(maxsize=512)(lambda code: shown.country_name(code, locale)),
        "subject_name": lambda subject: say(words.term("issue", subject)),
        "party_name": lambda party: shown.party_name(party, locale),
        "published": _zoned(lambda zone, value: dates.published(value, locale, say, zone)),
        "happens": _zoned(lambda zone, event: dates.event(event, locale, say, zone)),
        "lasting": _zoned(lambda zone, first, last: dates.lasting(first, last, locale, say, zone)),
        "day": _zoned(lambda zone, value: dates.iso(value, locale, zone)),
        "number": _number(tongue),
        "signed": lambda value, places=1: format_decimal(value, f"+0.{'0' * places};-0.{'0' * places}", locale=locale),
        "percent": lru_cache(maxsize=2048)(lambda share: format_percent(share, locale=locale)),
        "article_link": shown.article_link,
        "evidence_link": shown.evidence_link,
        "entity_link": shown.entity_link,
        "topic_link": shown.topic_link,
        "topic_name": lambda topic, label="": topics.name(topic, label, say),
        "source_link": outletcards.link,
        "outlet_card": outletcards.card,
        "outlet_kind": lambda card: outletcards.kind_name(card, say),
        "owner_name": lambda card: outletcards.owner_name(card, locale),
        "wikidata_link": shown.wikidata_link,
        "foreign": shown.foreign,
        "web_address": shown.web_address,
        "snippet": shown.snippet,
        "short": shown.short,
        "reason": lambda why, articles: shown.reason(why, articles, locale),
        "entity_name": lambda entity: shown.entity_name(entity, locale),
        "speaker_name": lambda speaker, language=None: shown.speaker_name(speaker, locale, language),
        "isolated": lambda name: names.isolated(name, tongue.code),
        "in_language": lambda text, code: names.isolated(names.Name(text, code or ""), tongue.code),
        "figures_alike": shown.figures_alike,
        "label_language": shown.label_language,
        "alike": cited.alike,
        "place_name": lambda event, language=None: shown.place_name(event, locale, language),
        "gap_words": lambda gap: tuple(say(part) if part and place == 0 else part for place, part in enumerate(shown.gap_words(gap))),
        "pick": tongues.pick,
        "login_link": sessions.login_link,
    }


@cache
def environment(code: str) -> Environment:
    """The templates as readers of that language get them."""
    tongue = tongues.get(code)
    made = Environment(
        loader=PackageLoader("dragoman.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_translations(tongue.catalog, newstyle=True)  # type: ignore[attr-defined]
    made.globals["gettext"], made.globals["ngettext"] = _gettext(tongue)
    made.filters["sanitised"] = sanitised
    made.globals.update(_globals(tongue))
    return made


def html(answer: Answer, asked: Asked) -> str:
    """A page in the reader's language."""
    template = environment(asked.tongue.code).get_template(answer.template)
    return template.render({"asked": asked, **answer.context})
