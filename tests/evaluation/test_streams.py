from msgspec.structs import replace

from dragoman.cluster.card import Card
from dragoman.evaluation.partitions import b_cubed
from dragoman.evaluation.streams import Stream, homes, learned, shuffled


def stream(count=24):
    """Events of four articles within a day, in words of their own."""
    cards = []
    for number in range(count):
        event = f"e{number // 4}"
        words = {f"{event}{at}": 3.0 for at in range(6)} | {f"own{number}": 3.0, "said": 1.0}
        day = 738000 + number // 8
        cards.append(Card(f"x{number:02}", f"u{number}", "o", "en", event, day, day, (), words, {event: 1.0}, {}, {}, (), {}))
    return Stream(tuple(cards), tuple(card.title for card in cards))


def test_a_stream_is_parted_in_its_order():
    taught, held = stream().parted(0.75)
    assert (len(taught.cards), len(held.cards)) == (18, 6)
    assert taught.cards[-1].article < held.cards[0].article
    assert held.languages == ["en"] * 6


def test_without_dates_it_is_one_heap():
    plain = stream(4)
    assert not plain.open_ended
    assert Stream(tuple(replace(card, earliest=None, latest=None) for card in plain.cards), plain.gold).open_ended


def test_what_is_learned_files_the_rest():
    taught, held = stream(40).parted(0.6)
    by = learned(taught)
    found = homes(held.cards, by, held.open_ended)
    assert by.pair < by.join
    assert b_cubed([found[card.article][0] for card in held.cards], held.gold)[2] == 1.0
    assert learned(taught) == by


def test_orders_are_drawn_once_and_for_all():
    first, second = shuffled(20)
    assert sorted(first) == sorted(second) == list(range(20))
    assert first != second
    assert shuffled(20) == (first, second)
