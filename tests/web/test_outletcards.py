from __future__ import annotations

from babel import Locale

from dragoman.model.article import SourceRef
from dragoman.web import outletcards
from dragoman.web.outletcards import OutletCard, card, in_table, owner_name

EN = Locale("en")


def test_an_outlet_is_known_by_its_host_or_by_a_name_that_is_its_own():
    assert in_table(SourceRef("www.tass.ru", "anything")) == "tass.ru"
    assert in_table(SourceRef("reuters", "Reuters")) == "reuters.com"
    assert in_table(SourceRef("unknown", "")) is None


def test_a_site_that_bears_the_name_of_an_outlet_on_another_domain_is_not_it():
    assert card(SourceRef("reuters.example", "Reuters")).reviewed is False


def test_what_nobody_says_is_none():
    found = card(SourceRef("host.example", ""))
    assert (found.title, found.country, found.owner, found.kind, found.known) == ("host.example", None, None, None, True)
    assert card(SourceRef("unknown", "")).known is False


def test_the_country_of_the_article_goes_before_that_of_the_table():
    assert card(SourceRef("tass.ru", "TASS", "DE")).country == "DE"
    assert card(SourceRef("tass.ru", "TASS")).country == "RU"


def test_an_owner_that_is_a_state_has_its_name_in_the_reader_s_language():
    assert owner_name(OutletCard("x", "X", True, owner="RU"), Locale("zh")) == "俄罗斯"
    assert owner_name(OutletCard("x", "X", True, owner="Acme Press"), EN) == "Acme Press"
    assert owner_name(OutletCard("x", "X", True), EN) == ""


def test_links_keep_slashes_of_ids_apart_from_the_path():
    assert outletcards.link("a/b~c", "World & more") == "/source/a~1b~0c?section=World%20%26%20more"
