from dragoman.cluster.changes import gone, homes, log
from dragoman.model.story import Member, Story


def test_a_story_that_is_no_more_leads_to_where_most_of_it_went():
    before = {"a1": "s1", "a2": "s1", "a3": "s1", "b1": "s2", "c1": "s3"}
    after = {"a1": "s4", "a2": "s4", "a3": "s2", "b1": "s2"}
    assert gone(before, after) == (("s1", "s4"), ("s3", ""))
    assert gone(before, before) == ()


def test_the_log_says_what_happened_to_articles_and_stories():
    before = {"a1": "s1", "a2": "s1", "b1": "s2", "c1": "s3", "c2": "s3"}
    after = {"a1": "s2", "a2": "s2", "b1": "s2", "c1": "s3", "c2": "s5", "d1": "s2"}
    lines = [(line.kind, line.story, line.article, line.other, line.by) for line in log(before, after, {"d1": "filing@2"}, "now")]
    assert lines == [("merge", "s2", "", "s1", ""), ("split", "s5", "c2", "s3", ""), ("assign", "s2", "d1", "", "filing@2")]
    assert [line.kind for line in log({"a1": "s1", "b1": "s2", "b2": "s2"}, {"a1": "s1", "b1": "s1", "b2": "s2"}, {}, "now")] == ["move"]
    assert log(before, before, {}, "now") == []


def test_round_ups_are_at_home_only_where_they_stand_alone():
    shared = Member("r", 0.3, roundup=True)
    assert homes([Story("s1", (Member("a", 1.0), shared), ""), Story("s2", (Member("q", 1.0, roundup=True),), "")]) == {
        "a": "s1",
        "q": "s2",
    }
