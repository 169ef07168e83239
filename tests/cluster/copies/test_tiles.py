from dragoman.cluster.copies.prints import printed
from dragoman.cluster.copies.tiles import Tile, bridged, covered, in_order, tiles

ONE = "the cat sat on the old mat and looked at the moon above the quiet harbour"


def test_tiles_are_longest_runs_in_order_of_the_first_text():
    found = tiles(printed(ONE), printed("and looked at the moon while the cat sat on the old mat"))
    assert [(tile.a, tile.length) for tile in found] == [(0, 7), (7, 5)]
    assert [tile.b for tile in found] == [6, 0]


def test_numbers_do_not_part_a_tile():
    assert tiles(printed("rain of 12 mm in the north"), printed("rain of 5 mm in the north")) == (Tile(0, 0, 7),)


def test_of_crossing_tiles_the_heavier_chain_keeps_the_order():
    kept = in_order((Tile(0, 20, 3), Tile(5, 0, 10), Tile(16, 11, 4)))
    assert [tile.a for tile in kept] == [5, 16]
    assert in_order(()) == ()


def test_tiles_with_a_few_words_between_are_one_edited_run():
    assert bridged((Tile(0, 0, 4), Tile(6, 5, 4), Tile(30, 40, 4))) == [(0, 10), (30, 34)]


def test_words_of_either_text_are_marked():
    assert covered((Tile(1, 0, 2),), 4) == [False, True, True, False]
    assert covered((Tile(1, 0, 2),), 3, second=True) == [True, True, False]
