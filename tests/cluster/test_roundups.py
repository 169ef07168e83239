from msgspec.structs import replace

from dragoman.cluster.card import card
from dragoman.cluster.filing import Filing

FACTS = (
    ("t", "Missile talks in Geneva", "Negotiators met in Geneva to discuss missiles and the limits of the alliance.", ("NATO", "RU")),
    (
        "v",
        "Tennis star loses visa case",
        "A court rejected the appeal of the tennis player against the loss of his visa.",
        ("AU", "person:n"),
    ),
)


def filed(made, *extra):
    cards = [
        card(made(f"{name}{copy}", title, text, day="2022-01-10", entities=names)) for name, title, text, names in FACTS for copy in (1, 2)
    ]
    return Filing().refile([*cards, *extra])[0]


def roundup(made):
    text = " ".join(text for _, _, text, _ in FACTS)
    names = tuple(name for *_, names in FACTS for name in names)
    found = card(made("r", "What to know: missile talks in Geneva, tennis star loses visa case", text, day="2022-01-10", entities=names))
    return replace(found, roundup=True)


def test_a_round_up_stands_in_every_story_that_it_speaks_of_and_moves_none(made):
    plain, stories = filed(made), filed(made, roundup(made))
    assert [replace(story, members=tuple(one for one in story.members if not one.roundup)) for story in stories] == list(plain)
    assert [story.members[-1].roundup for story in stories] == [True, True]
    assert stories[0].members[-1].why[0].feature == "round-up"


def test_a_round_up_of_nothing_that_is_held_is_a_story_of_its_own(made):
    other = replace(card(made("r", "Morning news", "Nothing much", day="2022-03-10")), roundup=True)
    stories = filed(made, other)
    assert [member.article for member in next(story for story in stories if len(story.members) == 1).members] == ["r"]
