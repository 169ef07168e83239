"""Users, codes and foreign identities in the desk's file."""

import pytest
from msgspec.structs import replace

from dragoman.errors import NotFoundError, TakenError
from dragoman.model.account import ForeignIdentity, User
from dragoman.store.memory import Memory

ANA = User(
    "u1", "Ana Ruiz", "Ana@Paper.example", "editor", "$argon2id$x", "es", "Europe/Madrid", "dark", True, None, "2031-03-10T10:00:00+00:00"
)
BO = User("u2", "Bo", role="admin", created="2031-03-10T11:00:00+00:00")


@pytest.fixture
def store():
    made = Memory()
    made.add_user(ANA)
    return made


def test_users_come_back_the_same_in_order_of_names(store):
    store.add_user(BO)
    assert store.users() == (ANA, BO)
    assert store.user("u2") == BO
    with pytest.raises(NotFoundError):
        store.user("u3")


@pytest.mark.parametrize("typed", ["ana ruiz", " ANA RUIZ ", "ana@paper.EXAMPLE", "Ａna Ruiz"])
def test_a_user_is_found_by_name_or_address_in_any_case(store, typed):
    assert store.called(typed) == ANA


@pytest.mark.parametrize("typed", ["ana", "", "ruiz@paper.example", "%"])
def test_nobody_else_is_found(store, typed):
    store.add_user(BO)
    assert store.called(typed) is None


@pytest.mark.parametrize("user", [replace(BO, name="ANA ruiz"), replace(BO, email="ana@PAPER.example")])
def test_a_name_or_address_is_one_users(store, user):
    with pytest.raises(TakenError):
        store.add_user(user)
    store.add_user(BO)
    with pytest.raises(TakenError):
        store.change_user(user)
    assert store.user("u2") == BO


def test_several_users_may_have_no_address(store):
    store.add_user(BO)
    store.add_user(replace(BO, id="u3", name="Cy"))
    assert len(store.users()) == 3


def test_the_first_user_is_added_once(store):
    with pytest.raises(TakenError):
        store.add_user(BO, only_first=True)
    empty = Memory()
    empty.add_user(BO, only_first=True)
    assert empty.users() == (BO,)


def test_changes_leave_the_step_alone(store):
    assert store.step("u1", 7)
    store.change_user(replace(ANA, role="reader", step=1))
    assert (store.user("u1").role, store.user("u1").step) == ("reader", 7)
    with pytest.raises(NotFoundError):
        store.change_user(BO)


def test_a_step_is_used_once_and_never_an_earlier_one(store):
    assert [store.step("u1", step) for step in (5, 5, 4, 6)] == [True, False, False, True]


def test_recovery_codes_work_once(store):
    store.set_codes("u1", ["h1", "h2"])
    assert store.codes_left("u1") == 2
    assert [store.spend_code("u1", code) for code in ("h1", "h1", "h3")] == [True, False, False]
    assert not store.spend_code("u2", "h2")
    store.set_codes("u1", [])
    assert store.codes_left("u1") == 0


def test_an_account_elsewhere_is_one_users(store):
    mine = ForeignIdentity("https://id.example", "42", "u1", "2031-03-10T10:00:00+00:00")
    store.add_identity(mine)
    assert (store.identity("https://id.example", "42"), store.identities_of("u1")) == (mine, (mine,))
    with pytest.raises(TakenError):
        store.add_identity(replace(mine, user="u2"))
    store.drop_identity("https://id.example", "42")
    assert store.identity("https://id.example", "42") is None
