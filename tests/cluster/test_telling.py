from dragoman.cluster.card import card
from dragoman.cluster.telling import grown, story
from dragoman.cluster.windows import event_of
from dragoman.model.filing import Placed
from dragoman.model.story import Member


def test_a_story_is_told_by_its_articles_in_order(made):
    cards = [card(made("a2", "Talks", day="2022-01-12")), card(made("a1", "会谈", "", "zh", day="2022-01-10"))]
    placed = [Placed(one.article, 1, "0000001 a1 a1", Member(one.article, 0.9)) for one in cards]
    roundup = Placed("r", 1, "", Member("r", 0.3, roundup=True))
    told = story("s1", placed, {one.article: one for one in cards}, [roundup])
    assert [member.article for member in told.members] == ["a1", "a2", "r"]
    assert told.members[0].event == event_of("0000001 a1 a1")
    assert (told.id, told.languages, told.first, told.last) == ("s1", ("en", "zh"), "2022-01-10", "2022-01-12")
    assert told.titles == {"en": "Talks", "zh": "会谈"}


def test_a_story_grows_by_an_article_without_the_others_at_hand(made):
    first = card(made("a1", "Talks", day="2022-01-10"))
    before = story("s1", [Placed("a1", 1, "0000001 a1 a1", Member("a1", 1.0))], {"a1": first})
    after = grown(before, Member("a2", 0.8), card(made("a2", "会谈", "", "zh", day="2022-01-12")))
    assert [member.article for member in after.members] == ["a1", "a2"]
    assert (after.title, after.languages, after.first, after.last) == ("Talks", ("en", "zh"), "2022-01-10", "2022-01-12")
    assert grown(before, Member("a3", 0.8), card(made("a3"))).last == "2022-01-10"
