from __future__ import annotations

import pytest

from offices_beside import role_of


@pytest.mark.parametrize(
    ("text", "language", "person", "office", "party"),
    [
        ("Norwegian Deputy Foreign Minister Kari Berg spoke.", "en", "Kari Berg", "Norwegian Deputy Foreign Minister", "NO"),
        ("Kari Berg, the Norwegian ambassador to Japan, spoke.", "en", "Kari Berg", "Norwegian ambassador to Japan", "NO"),
        ("Tuesday, the former Prime Minister of Japan Ken Oda spoke.", "en", "Ken Oda", "former Prime Minister of Japan", "JP"),
        ("Министр иностранных дел Норвегии Кари Берг выступила.", "ru", "Кари Берг", "Министр иностранных дел Норвегии", "NO"),
        ("Об этом сказала посол Норвегии Кари Берг.", "ru", "Кари Берг", "посол Норвегии", "NO"),
        ("挪威外交部副部长贝格发表讲话。", "zh", "贝格", "挪威外交部副部长", "NO"),
        ("会见了挪威首相贝格。", "zh", "贝格", "挪威首相", "NO"),
    ],
)
def test_the_office_beside_a_name_and_its_party(text: str, language: str, person: str, office: str, party: str) -> None:
    assert role_of(text, language, person) == (office, party)


@pytest.mark.parametrize(
    ("text", "language", "person"),
    [
        ("In Norway on Tuesday Kari Berg spoke.", "en", "Kari Berg"),
        ("Kari Berg, who lives in Norway, spoke.", "en", "Kari Berg"),
        ("В Норвегии Кари Берг выступила.", "ru", "Кари Берг"),
        ("挪威说，贝格将出席。", "zh", "贝格"),
    ],
)
def test_a_name_without_office_has_no_role(text: str, language: str, person: str) -> None:
    assert role_of(text, language, person) is None


def test_an_office_in_another_paragraph_does_not_count() -> None:
    assert role_of("the Norwegian minister\nKari Berg spoke.", "en", "Kari Berg") is None
