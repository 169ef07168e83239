from __future__ import annotations

import pytest

from offices_beside import role_of


@pytest.mark.parametrize(
    ("text", "language", "person", "office"),
    [
        ("Egypt's irrigation minister Kari Berg spoke.", "en", "Kari Berg", "Egypt's irrigation minister"),
        ("Indian External Affairs Minister Kari Berg spoke.", "en", "Kari Berg", "Indian External Affairs Minister"),
        ("In Oslo President Kari Berg spoke.", "en", "Kari Berg", "President"),
        ("Norway's army chief, General Kari Berg, spoke.", "en", "Kari Berg", "Norway's army chief, General"),
        ("Kari Berg, spokeswoman for the Norwegian president, spoke.", "en", "Kari Berg", "spokeswoman for the Norwegian president"),
        ("В Осло президент Норвегии Кари Берг выступила.", "ru", "Кари Берг", "президент Норвегии"),
        ("Пресс-секретарь правительства Норвегии Кари Берг выступила.", "ru", "Кари Берг", "Пресс-секретарь правительства Норвегии"),
        ("Директор завода «Маяк» Кари Берг выступила.", "ru", "Кари Берг", "Директор завода «Маяк»"),
        ("Міністерка оборони Норвегії Карі Берг виступила.", "uk", "Карі Берг", "Міністерка оборони Норвегії"),
        (
            "Le ministre russe des Affaires étrangères Kari Berg a parlé.",
            "fr",
            "Kari Berg",
            "ministre russe des Affaires étrangères",
        ),
        ("Die russische Außenministerin Kari Berg sprach.", "de", "Kari Berg", "russische Außenministerin"),
        ("El ministro de Exteriores de Noruega, Kari Berg, habló.", "es", "Kari Berg", "ministro de Exteriores de Noruega"),
    ],
)
def test_an_office_reaches_as_far_as_its_words_do(text: str, language: str, person: str, office: str) -> None:
    found = role_of(text, language, person)
    assert found is not None
    assert found[0] == office


def test_an_office_before_another_name_is_that_persons() -> None:
    from_text = role_of("Kari Berg, Norwegian President Ann Example and others spoke.", "en", "Kari Berg", "Ann Example")
    assert from_text is None
