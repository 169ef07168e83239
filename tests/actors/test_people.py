from __future__ import annotations

import pytest

from dragoman import actors
from dragoman.actors.people import offices, organs, people, surname_of, surnames, tenures
from dragoman.actors.places import bodies
from dragoman.actors.records import entries

DAYS = ("2022-01-12", "2023-06-01", "2024-06-01", "2025-06-01")
G20 = "AR AU BR CA CN DE FR GB ID IN IT JP KR MX RU SA TR US ZA"
NATO = "AL BE BG CA CZ DE DK EE ES FI FR GB GR HR HU IS IT LT LU LV ME MK NL NO PL PT RO SE SI SK TR US"
AT_WAR = (
    "AF AM AZ BF BY CD ER ET GY HT IL IN IQ IR KH KP KR LB LY ML MM NE PK PS RS RU RW SD SO SS SY TH TW UA VE XK YE"  # and their neighbours
)
STATES = sorted({*G20.split(), *NATO.split(), *AT_WAR.split()})
HEADS = (
    "president",
    "acting-president",
    "prime-minister",
    "premier",
    "chancellor",
    "king",
    "supreme-leader",
    "junta-leader",
    "leadership-council-chair",
    "presidential-council-chair",
    "sovereignty-council-chair",
)
FOREIGN = ("foreign-minister", "secretary-of-state")
NOT_KNOWN = {
    ("ME", "2023-06-01"): "not known to us",
    ("SD", "2022-01-12"): "not known to us",
    ("SD", "2025-06-01"): "not known to us",
    ("SS", "2022-01-12"): "not known to us",
    ("SS", "2023-06-01"): "not known to us",
    ("SS", "2024-06-01"): "not known to us",
    ("SS", "2025-06-01"): "not known to us",
}
"""Foreign ministers that we do not name, with the reason."""


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Vladimir Putin", "Putin"),
        ("Ursula ~von der Leyen", "von der Leyen"),
        ("~Xi Jinping", "Xi"),
        ("让-伊夫·勒德里昂", "勒德里昂"),
        ("ジョー・バイデン", "バイデン"),
        ("习近平", None),
        ("Naruhito", None),
    ],
)
def test_the_surname_is_the_last_part_unless_marked(name: str, surname: str | None) -> None:
    assert surname_of(name) == surname


def test_no_mark_is_left_in_a_name() -> None:
    assert not any("~" in text for person in people().values() for names in person.names.values() for text in names)


def test_surnames_belong_to_people() -> None:
    assert all(person in people() and surname for person, _, surname in surnames())


def test_every_role_that_looks_like_a_key_is_an_office() -> None:
    for party, entry in entries("person"):
        for kind, *_ in entry.get("roles", ()):
            assert kind != kind.lower() or any(office in offices() for office in (f"office:{kind}", f"office:{party.lower()}-{kind}")), kind


def test_metonyms_stand_for_organs_that_exist() -> None:

    for party, entry in entries("metonym"):
        assert "of" not in entry or f"org:{entry['of']}" in {**organs(), **bodies()}, (party, entry)


def test_an_organ_by_pattern_is_named_in_three_languages() -> None:
    found = organs()["org:ua-mfa"]
    assert "乌外交部" in found.names["zh"]
    assert "Ukrainian Foreign Ministry" in found.names["en"]
    assert "МИД Украины" in found.names["ru"]
    assert "МЗС України" in found.names["uk"]


def test_tenures_name_offices_and_people_that_exist() -> None:
    assert all(one.office in offices() and one.person in people() for one in tenures())


def test_one_person_in_two_party_files_keeps_both_careers() -> None:
    assert {role.party for role in people()["person:donald-tusk"].roles} == {"EU", "PL"}


def test_a_family_name_that_stands_first_does_so_in_every_language() -> None:
    own = {(language, surname) for person, language, surname in surnames() if person == "person:xi-jinping"}
    assert own == {("en", "Xi"), ("ru", "Си"), ("uk", "Сі"), ("ar", "شي")}


def found(party: str, kinds: tuple[str, ...], day: str) -> list[str]:
    return [who for kind in kinds for who in actors.holders(f"office:{party.lower()}-{kind}", day)]


@pytest.mark.parametrize("party", STATES)
@pytest.mark.parametrize("day", DAYS)
def test_somebody_leads_the_state(party: str, day: str) -> None:
    assert found(party, HEADS, day)


@pytest.mark.parametrize("party", STATES)
@pytest.mark.parametrize("day", DAYS)
def test_somebody_is_foreign_minister(party: str, day: str) -> None:
    assert bool(found(party, FOREIGN, day)) == ((party, day) not in NOT_KNOWN)


@pytest.mark.parametrize(
    "office",
    [
        "nato-secretary-general",
        "eu-high-representative",
        "eu-commission-president",
        "eu-council-president",
        "un-secretary-general",
        "un-human-rights-chief",
        "osce-chairman",
        "iaea-director-general",
        "who-director-general",
        "imf-managing-director",
        "wto-director-general",
        "icc-prosecutor",
        "african-union-commission-chair",
        "arab-league-secretary-general",
        "csto-secretary-general",
        "sco-secretary-general",
    ],
)
def test_somebody_heads_the_body(office: str) -> None:
    assert all(len(actors.holders(f"office:{office}", day)) == 1 for day in DAYS)


@pytest.mark.parametrize(
    ("office", "day", "holders"),
    [
        ("us-secretary-of-state", "2022-01-12", {"antony-blinken"}),
        ("us-secretary-of-state", "2014-03-01", {"john-kerry"}),
        ("us-national-security-adviser", "2019-01-01", {"john-bolton"}),
        ("us-president", "2021-01-20", {"donald-trump", "joe-biden"}),
        ("de-chancellor", "2021-12-08", {"angela-merkel", "olaf-scholz"}),
        ("de-foreign-minister", "2015-02-12", {"frank-walter-steinmeier"}),
        ("fr-prime-minister", "2015-11-13", {"manuel-valls"}),
        ("gb-foreign-minister", "2013-09-01", {"william-hague"}),
        ("gb-prime-minister", "2022-09-06", {"boris-johnson", "liz-truss"}),
        ("ru-president", "2010-01-01", {"dmitry-medvedev"}),
        ("ru-defence-minister", "2008-08-08", {"anatoly-serdyukov"}),
        ("ua-president", "2008-01-01", {"viktor-yushchenko"}),
        ("ua-defence-minister", "2022-02-24", {"oleksii-reznikov"}),
        ("cn-president", "2012-01-01", {"hu-jintao"}),
        ("jp-prime-minister", "2022-07-08", {"fumio-kishida"}),
        ("ir-foreign-minister", "2024-06-01", {"ali-bagheri-kani"}),
        ("osce-chairman", "2025-03-01", {"elina-valtonen"}),
        ("un-general-assembly-president", "2023-10-27", {"dennis-francis"}),
        ("hamas-political-chief", "2024-09-01", {"yahya-sinwar"}),
        ("hezbollah-secretary-general", "2006-07-12", {"hassan-nasrallah"}),
        ("kr-acting-president", "2025-01-15", {"choi-sang-mok"}),
        ("va-pope", "2025-05-01", set()),
    ],
)
def test_well_known_facts(office: str, day: str, holders: set[str]) -> None:
    assert set(actors.holders(f"office:{office}", day)) == {f"person:{who}" for who in holders}


def test_there_are_more_than_two_thousand_people_and_most_have_ukrainian_names() -> None:
    people = [actor for actor in actors.all_actors() if actor.type == "person"]
    assert len(people) > 2000
    assert sum("uk" in actor.names for actor in people) > 0.95 * len(people)


def test_leaders_of_movements_speak_for_them_and_not_for_the_state() -> None:
    assert actors.party("person:hassan-nasrallah") == "org:hezbollah"
    assert actors.party("person:khalil-al-hayya") == "org:hamas"
    assert actors.party("person:abdul-malik-al-houthi", "2024-01-01") == "org:houthis"
