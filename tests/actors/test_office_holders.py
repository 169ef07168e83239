"""Who led and who spoke abroad for the states that news tells of most, on four days, and facts that everybody can check."""

from __future__ import annotations

import pytest

from dragoman import actors

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
