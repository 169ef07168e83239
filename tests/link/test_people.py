from __future__ import annotations

from dragoman.link.people import Company, persons
from dragoman.model.annotations import Mention


def mentions(*names: str, role: str | None = None) -> list[Mention]:
    return [Mention(at * 50, at * 50 + len(name), name, "person", role=role) for at, name in enumerate(names)]


def company(language: str = "en", date: str | None = "2022-01-12", *parties: str) -> Company:
    return Company(language, date, frozenset(parties))


def test_a_surname_goes_to_the_person_named_in_full_before_it() -> None:
    found = persons(mentions("Ann Example", "Bob Sample", "Example", "Sample"), company())
    assert [person.members for person in found] == [[0, 2], [1, 3]]


def test_the_nearest_bearer_of_a_shared_surname_gets_it() -> None:
    found = persons(mentions("Ann Example", "Bob Example", "Example"), company())
    assert [person.members for person in found] == [[0], [1, 2]]


def test_a_full_name_that_the_tables_do_not_know_keeps_its_surname_from_them() -> None:
    found = persons(mentions("Adam Smith", "Smith"), company("en", "2022-01-12", "US", "NATO"))
    assert [(person.entity, person.members) for person in found] == [(None, [0, 1])]


def test_a_bare_surname_needs_the_company_of_its_party() -> None:
    alone = persons(mentions("Ryabkov"), company("en", None))
    beside = persons(mentions("Ryabkov"), company("en", None, "RU"))
    assert alone[0].entity is None
    assert beside[0].entity == "person:sergei-ryabkov"


def test_the_date_tells_bearers_of_one_surname_apart() -> None:
    assert persons(mentions("Johnson"), company("en", "2022-01-12", "GB"))[0].entity == "person:boris-johnson"
    assert persons(mentions("Johnson"), company("en", "2024-05-01", "US"))[0].entity == "person:mike-johnson"


def test_equally_good_bearers_leave_a_surname_unlinked() -> None:
    assert persons(mentions("Sullivan"), company("en", "2022-01-12", "US"))[0].entity is None


def test_the_office_beside_the_name_decides() -> None:
    found = persons(mentions("Sullivan", role="national security adviser"), company("en", "2022-01-12", "US"))
    assert found[0].entity == "person:jake-sullivan"


def test_a_family_name_in_front_is_known_from_the_tables() -> None:
    found = persons(mentions("Xi Jinping", "Xi"), company("en", "2022-01-12", "CN"))
    assert [(person.entity, person.members) for person in found] == [("person:xi-jinping", [0, 1])]


def test_variants_of_a_given_name_are_one_person() -> None:
    found = persons(mentions("Vladimir V. Putin", "Vladimir Putin", "Putin"), company())
    assert [(person.entity, person.members) for person in found] == [("person:vladimir-putin", [0, 1, 2])]


def test_a_transliterated_name_in_chinese_joins_its_full_form() -> None:
    found = persons(mentions("安·例子曼", "例子曼"), company("zh"))
    assert [person.members for person in found] == [[0, 1]]


def test_a_family_name_in_front_of_an_unknown_full_name_is_that_person() -> None:
    found = persons(mentions("Yan Beispiel", "Yan"), company())
    assert [person.members for person in found] == [[0, 1]]


def test_a_bare_surname_in_foreign_letters_needs_its_office() -> None:
    assert persons(mentions("Lee"), company("zh", None, "KR"))[0].entity is None
    assert persons(mentions("Lee", role="总统"), company("zh", "2025-07-01", "KR"))[0].entity == "person:lee-jae-myung"


def test_nobody_is_linked_by_surname_before_the_first_office() -> None:
    assert persons(mentions("Hegseth"), company("en", "2010-01-01", "US"))[0].entity is None


def test_another_spelling_of_the_given_name_is_the_same_person() -> None:
    assert persons(mentions("Aleksander Lukashenko"), company())[0].entity == "person:alexander-lukashenko"
    assert persons(mentions("Джо Салливан"), company("ru"))[0].entity is None
