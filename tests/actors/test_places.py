from __future__ import annotations

from dragoman.actors.places import bodies, capitals, cities, regions
from dragoman.actors.records import load
from dragoman.actors.territories import countries


def test_no_body_takes_the_id_of_a_country() -> None:
    assert not set(bodies()) & set(countries())


def test_cities_borrow_names_in_other_languages_from_cldr() -> None:
    assert cities()["place:moscow"].names["uk"] == ("Москва",)
    assert cities()["place:vienna"].names["ja"] == ("ウィーン",)


def test_every_city_and_region_lies_in_a_known_country() -> None:
    for place in (*cities().values(), *regions().values()):
        assert place.country is None or place.country in countries(), place.id


def test_tables_of_places_are_sorted_and_full() -> None:
    for file in ("cities.toml", "regions.toml"):
        for slug, row in load(file).items():
            assert len(row) == 4, slug
            assert all(row[1:]), slug


def test_a_capital_lies_in_its_country() -> None:
    for country, city in capitals().items():
        assert cities()[city].country == country, city


def test_cities_have_names_of_their_own_where_cldr_has_none() -> None:
    assert cities()["place:kyiv"].names["uk"][0] == "Київ"
    assert cities()["place:geneva"].names["fr"] == ("Genève",)
    assert set(load("city_names.toml")) <= {"fr", "de", "es", "uk", "ar", "ja"}
    assert all("place:" + slug in cities() for names in load("city_names.toml").values() for slug in names)
