from __future__ import annotations

from dragoman.actors.records import LANGUAGES, body_entries, entries, load, party_files, split, surfaces


def test_variants_are_parted_by_bars() -> None:
    assert split("北约|北大西洋公约组织") == ("北约", "北大西洋公约组织")
    assert split("") == ()


def test_only_language_keys_are_surfaces() -> None:
    assert surfaces({"id": "x", "zh": "甲|乙", "zh-Hant": "丙", "roles": []}) == {"zh": ("甲", "乙"), "zh-Hant": ("丙",)}


def test_every_party_file_is_named_after_its_party() -> None:
    assert party_files()
    for file in party_files():
        assert file == f"parties/{load(file)['party'].removeprefix('org:')}.toml"


def test_party_files_hold_nothing_that_no_loader_reads() -> None:
    known = {"party", "organs", "person", "organ", "office", "metonym"}
    keys = {
        "person": {"id", "roles", "country", "speaks", "no_surname", "wikidata", *LANGUAGES},
        "organ": {"id", "wikidata", *LANGUAGES},
        "office": {"id", "full", "organ", "several", *LANGUAGES},
        "metonym": {"of", *LANGUAGES},
    }
    for file in party_files():
        assert set(load(file)) <= known, file
    for kind, allowed in keys.items():
        for party, entry in entries(kind):
            assert set(entry) <= allowed, (party, entry)


def test_common_offices_hold_nothing_that_no_loader_reads_and_have_titles_in_every_language() -> None:
    for kind, entry in load("offices.toml").items():
        assert set(entry) <= {"full", "organ", "several", *LANGUAGES}, kind
        assert {*LANGUAGES} - {"zh-Hant"} <= set(entry), kind
        assert "{}" in entry["full"], kind


def test_body_entries_hold_nothing_that_no_loader_reads() -> None:
    for identity, entry in body_entries().items():
        assert set(entry) <= {"party", "kind", "type", "metonym", "wikidata", *LANGUAGES}, identity
