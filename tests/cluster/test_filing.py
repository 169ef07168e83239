import random
from pathlib import Path

import pytest

from dragoman.cluster.card import card
from dragoman.cluster.filing import Filing, canonical
from dragoman.model.story import Rulings

TOPICS = (
    ("Missile talks in Geneva", "Negotiators met in Geneva to discuss missiles, exercises and the limits of the alliance.", ("NATO", "RU")),
    ("Volcano erupts near the islands", "A volcano under the sea erupted and sent waves to the coast of the islands.", ("TO", "NZ")),
    ("Tennis star loses visa case", "A court rejected the appeal of the tennis player against the loss of his visa.", ("AU", "person:n")),
    ("Grain corridor reopened", "Ships loaded with wheat left the port through the grain corridor for the first time.", ("UA", "TR")),
)


def articles(made, copies=3):
    """`copies` reports of each topic, one a day."""
    return [
        made(f"a{topic}{copy}", title, f"{text} Report number {copy}.", day=f"2022-01-1{copy}", source=f"{copy}.example", entities=entities)
        for topic, (title, text, entities) in enumerate(TOPICS)
        for copy in range(copies)
    ]


def parted(stories):
    return sorted(sorted(member.article for member in story.members) for story in stories)


def test_reports_of_one_happening_become_one_story(made):
    stories, gone = Filing().refile([card(reading) for reading in articles(made)])
    assert parted(stories) == [[f"a{topic}{copy}" for copy in range(3)] for topic in range(4)]
    assert gone == ()
    story = next(story for story in stories if story.members[0].article == "a00")
    assert (story.title, story.languages, story.first, story.last) == ("Missile talks in Geneva", ("en",), "2022-01-10", "2022-01-12")
    assert all(member.by == "filing@2" and member.why for member in story.members)


def test_the_order_of_arrival_does_not_matter(made):
    cards = [card(reading) for reading in articles(made)]
    first, _ = Filing().refile(cards)
    for seed in range(3):
        shuffled = random.Random(seed).sample(cards, len(cards))
        assert Filing().refile(shuffled) == (first, ())


def test_filing_one_by_one_tells_which_story_changed(made):
    filing = Filing()
    state = filing.start()
    changed = {}
    for reading in articles(made):
        state, stories = filing.file(reading, state)
        assert len(stories) == 1
        changed[stories[0].id] = stories[0]
    assert parted(changed.values()) == parted(filing.refile([card(reading) for reading in articles(made)])[0])


def test_a_desk_taken_up_again_goes_on_where_it_stood(made):
    filing, readings = Filing(), articles(made)
    cards = [card(reading) for reading in readings]
    stories, _ = filing.refile(cards[:-1])
    _, changed = filing.place(cards[-1], filing.resume(cards, stories))
    assert "a30" in {member.article for member in changed[0].members}
    assert len(changed[0].members) == 3


def test_a_story_is_found_under_its_old_id_when_earlier_articles_arrive(made):
    cards = [card(reading) for reading in articles(made)]
    old, _ = Filing().refile([one for one in cards if one.article[-1] != "0"])
    new, gone = Filing().refile(cards, old)
    assert new == Filing().refile(cards)[0]
    assert set(dict(gone)) == {story.id for story in old}
    assert set(dict(gone).values()) == {story.id for story in new}


def test_stories_that_become_one_leave_a_redirect(made):
    filing, readings = Filing(), articles(made, 2)[:2]
    apart = [filing.refile([card(reading)])[0][0] for reading in readings]
    (story,), gone = filing.refile([card(reading) for reading in readings], apart)
    assert {old for old, _ in gone} | {story.id} == {one.id for one in apart}
    assert all(new == story.id for _, new in gone)


def test_ids_stay_different_when_a_story_is_split(made):
    readings = articles(made, 2)
    filing = Filing()
    right, _ = filing.refile([card(reading) for reading in readings])
    wrong = [right[0].__class__(right[0].id, tuple(member for story in right for member in story.members), "all")]
    new, _ = filing.refile([card(reading) for reading in readings], wrong)
    assert len({story.id for story in new}) == len(new) == 4
    assert wrong[0].id in {story.id for story in new}


def test_articles_of_unknown_date_come_last(made):
    known, bounded, unknown = made("b", day="2022-01-10"), made("c", earliest="2022-01-01", latest="2022-01-20"), made("a")
    assert [one.article for one in sorted(map(card, (unknown, known, bounded)), key=canonical)] == ["c", "b", "a"]


def test_a_chain_of_loose_likeness_does_not_swallow_everything(made):
    letters = random.Random(1)
    words = ["".join(letters.choices("abcdefghijklmnopqrstuvwxyz", k=7)) for _ in range(60)]
    readings = [made(f"a{n:02}", " ".join(words[n : n + 6]), " ".join(words[n : n + 10]), day="2022-01-10") for n in range(40)]
    stories, _ = Filing().refile([card(reading) for reading in readings])
    assert max(len(story.members) for story in stories) < 30


def test_nothing_filed_gives_no_stories():
    assert Filing().refile([]) == ((), ())


def test_the_seed_captures_are_one_story_of_two_texts():
    folder = Path(__file__).parents[2].parent / "shared" / "seeds"
    if not folder.is_dir():
        pytest.skip("../shared is not here")
    desk = pytest.importorskip("dragoman.desk").Desk.open(desk="nowhere")
    readings = list(desk.read([str(path) for path in sorted(folder.glob("0*.txt"))]))
    from dragoman.cluster.copies import copies, independent

    (story,), _ = Filing().refile([card(reading) for reading in readings])
    assert story.languages == ("en", "zh")
    assert min(member.score for member in story.members) > 0.5
    assert independent(readings, copies(readings)).independent == 2


def test_what_people_said_is_obeyed_and_taking_it_back_restores_what_was(made):
    filing, cards = Filing(), [card(reading) for reading in articles(made)]
    before, _ = filing.refile(cards)
    words = Rulings((("a00", "a10"),), (("a20", "a21"), ("a20", "a22")), {"a00": "judgement 1", "a10": "judgement 1", "a20": "judgement 2"})
    after, gone = filing.refile(cards, before, words)
    homes = {member.article: story.id for story in after for member in story.members}
    assert homes["a00"] == homes["a10"]
    assert homes["a20"] not in (homes["a21"], homes["a22"])
    assert gone == ()
    assert len({story.id for story in after}) == len(after) == 5
    moved = next(member for story in after for member in story.members if member.article == "a20")
    assert (moved.by, moved.why[0].feature) == ("judgement 2", "judgement")
    again, gone = filing.refile(cards, after)
    assert again == before
    assert gone == ((homes["a20"], homes["a21"]),)
