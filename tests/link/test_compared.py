"""Names part by part: each two are asked once, and always in the same direction."""

from __future__ import annotations

import pytest

from dragoman.link import compared
from dragoman.link.compared import bare, is_whole, listen, of_man_and_woman, one_script, other_initial, parted


def test_whole_names_are_compared_in_either_order() -> None:
    straight = parted(("Yuko Tanaka", "en"), ("Юко Танака", "ru"))
    turned = parted(("Tanaka Yuko", "en"), ("Юко Танака", "ru"))
    assert straight is not None
    assert turned is not None
    assert straight.least > 0.5
    assert turned.least > 0.5
    assert parted(("Y. Tanaka", "en"), ("Юко Танака", "ru")) is None
    assert parted(("Tanaka", "en"), ("Юко Танака", "ru")) is None


def test_another_given_name_is_another() -> None:
    found = parted(("Игорь Петров", "ru"), ("Victor Petrov", "en"))
    assert found is not None
    assert found.given < -3 < 5 < found.surname


def test_a_bare_name_is_a_surname_more_than_a_given_name() -> None:
    whole = ("Stoyan Georgiev", "en")
    assert bare(("格奥尔基耶夫", "zh"), whole) > bare(("斯托扬", "zh"), whole) > 0 > bare(("哈尔沃森", "zh"), whole)


def test_what_was_heard_is_not_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = [(("Стоян Георгиев", "ru"), ("Stoyan Georgiev", "en")), (("Игорь Петров", "ru"), ("Стоян Георгиев", "uk"))]
    listen(pairs)
    monkeypatch.setattr(compared, "logits", lambda *_: pytest.fail("asked again"))
    listen([(two, one) for one, two in pairs])
    assert parted(*pairs[0]) == parted(*reversed(pairs[0]))


@pytest.mark.parametrize(
    ("one", "other"),
    [(("Anna Ivanova", "en"), ("Иванов", "ru")), (("伊万诺娃", "zh"), ("Ivanov", "en")), (("Sokolsky", "en"), ("Сокольская", "ru"))],
)
def test_endings_tell_a_man_from_a_woman(one, other) -> None:
    assert of_man_and_woman(one, other)
    assert of_man_and_woman(other, one)
    assert not of_man_and_woman(one, one)
    assert not of_man_and_woman(("Medina", "en"), ("梅迪纳", "zh"))


def test_an_initial_begins_the_given_name() -> None:
    assert other_initial(("I. Petrenko", "en"), ("Василий Петренко", "ru"))
    assert not other_initial(("I. Petrenko", "en"), ("Иван Петренко", "ru"))
    assert not other_initial(("E. Petrenko", "en"), ("Юлия Петренко", "ru"))
    assert not other_initial(("Petrenko", "en"), ("Василий Петренко", "ru"))


def test_whole_names_and_scripts() -> None:
    assert is_whole("Ann Lee", "en")
    assert not is_whole("A. Lee", "en")
    assert one_script(("Ann Lee", "en"), ("Ann Lie", "de"))
    assert not one_script(("Ann Lee", "en"), ("Энн Ли", "ru"))
