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
    for file, places in (("city_names.toml", cities()), ("region_names.toml", regions())):
        assert set(load(file)) == {"uk", "fr", "de", "es", "ar", "ja", "ko"}
        assert all("place:" + slug in places for names in load(file).values() for slug in names)


def test_regions_have_names_beyond_the_table() -> None:
    assert regions()["place:crimea"].names["uk"][0] == "Крим"
    assert "Bayern" in regions()["place:bavaria"].names["de"]


def test_every_state_has_its_seat_of_government_named_in_every_language() -> None:
    for code, actor in countries().items():
        if actor.kind == "country" and code not in ("SG", "VA"):
            seat = cities()[capitals()[code]]
            missing = {"uk", "ar", "ja", "ko"} - set(seat.names)
            assert not missing, (seat.id, missing)
