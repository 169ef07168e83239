"""Chinese names by their reading in characters, pinyin and Cyrillic."""

from __future__ import annotations

import pytest

from dragoman.link.characters import read


@pytest.mark.parametrize(
    ("name", "latin", "russian"),
    [
        ("何志刚", "He Zhigang", "Хэ Чжиган"),
        ("李伟", "Li Wei", "Ли Вэй"),
        ("王丽娟", "Wang Lijuan", "Ван Лицзюань"),
        ("许辉", "Xu Hui", "Сюй Хуэй"),
    ],
)
def test_three_ways_to_write_a_name(name: str, latin: str, russian: str) -> None:
    assert read((name, "zh"), (latin, "en")) is True
    assert read((name, "zh"), (russian, "ru")) is True
    assert read((russian, "ru"), (latin, "en")) is True


def test_another_reading_is_another_person() -> None:
    assert read(("李雯", "zh"), ("Li Wei", "en")) is False
    assert read(("李雯", "zh"), ("Ли Вэй", "ru")) is False
    assert read(("Li Wen", "en"), ("Ли Вэй", "ru")) is False


def test_other_names_are_not_read() -> None:
    assert read(("贝凯莱·德斯塔", "zh"), ("Bekele Desta", "en")) is None
    assert read(("Анна Ли", "ru"), ("Anna Li", "en")) is None
    assert read(("Bekele Desta", "en"), ("Бекеле Деста", "ru")) is None
    assert read(("Li Wei", "en"), ("Лі Вей", "uk")) is None
