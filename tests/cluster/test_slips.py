from msgspec.structs import replace

from dragoman.cluster.card import card
from dragoman.cluster.slips import pack, unpack
from dragoman.cluster.windows import day_of


def test_a_card_comes_back_the_same(made):
    one = replace(
        card(made("a1", "导弹会谈", "北约", "zh", day="2022-01-10", entities=("NATO",), event_days=("2022-01-12",))), vector=(0.6, 0.8)
    )
    slip = pack(one, "me")
    assert unpack(slip) == one
    assert (slip.article, slip.day, slip.made_by) == ("a1", day_of(one), "me")
