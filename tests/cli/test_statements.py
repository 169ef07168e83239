"""`dragoman statements` lists who said what, by speaker, party, act and story."""


def test_filters_keep_what_they_name(ask) -> None:
    every = ask("statements", "--limit", "1000")["items"]
    assert every
    by_party = ask("statements", "--party", "RU", "--limit", "1000")["items"]
    assert by_party
    assert by_party == [item for item in every if item["party"] == "RU"]
    by_speaker = ask("statements", "--speaker", "ryabkov")["items"]
    assert {item["speaker"]["entity"] for item in by_speaker} == {"person:sergei-ryabkov"}
    assert len({item["speaker"]["name"] for item in by_speaker}) > 1, "one person, named in several scripts"
    assert all(item["act"] == "deny" for item in ask("statements", "--act", "deny")["items"])


def test_a_story_has_statements_of_its_members_only(ask) -> None:
    story = ask("stories")["items"][0]
    items = ask("statements", "--story", story["id"], "--limit", "1000")["items"]
    assert {item["evidence"]["article"] for item in items} <= set(story["members"])


def test_people_get_a_table(run, sample_desk) -> None:
    assert "speaker" in run("statements", "--desk", str(sample_desk), "--limit", "3").stdout


def test_a_speaker_is_found_by_any_of_his_names(ask) -> None:
    found = ask("statements", "--speaker", "Столтенберг", "--limit", "100")["items"]
    assert len({item["evidence"]["article"] for item in found}) > 1
    assert found == ask("statements", "--speaker", "斯托尔滕贝格", "--limit", "100")["items"]
