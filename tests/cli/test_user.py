"""`dragoman user`: accounts by command."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dragoman.desk import Desk


@pytest.fixture
def user(run):
    def go(*words: str) -> Any:
        done = run("user", *words, "--desk", "desk", "--json")
        assert done.exit_code == 0, done.output
        return json.loads(done.stdout)

    return go


def test_a_user_is_made_and_sets_the_password_by_the_link(user) -> None:
    made = user("add", "Ada", "--email", "ada@desk.example", "--role", "editor")
    assert (made["name"], made["role"], made["password"]) == ("Ada", "editor", False)
    secret = made["link"].rpartition("/password/")[2]
    with Desk.open(desk="desk") as desk:
        desk.accounts().people.set_password(secret, "a good long password")
        assert desk.accounts().gate.log_in("ada@desk.example", "a good long password").what == "in"
    (listed,) = user("list")["items"]
    assert listed["password"] is True
    assert "argon2" not in json.dumps(listed)
    assert user("reset", "ada")["link"] != made["link"]


def test_roles_change_and_accounts_are_shut_and_opened(user, run) -> None:
    user("add", "Boss", "--role", "admin")
    user("add", "Ada")
    assert user("role", "Ada", "analyst")["role"] == "analyst"
    assert user("disable", "Ada")["disabled"]
    assert user("enable", "Ada")["disabled"] is None
    assert run("user", "disable", "Boss", "--desk", "desk").exit_code == 1
    assert "analyst, open" in run("user", "enable", "Ada", "--desk", "desk").stdout
    assert "Boss" in run("user", "list", "--desk", "desk").stdout


def test_an_invitation_is_a_link_to_register(user) -> None:
    made = user("invite", "--role", "analyst")
    secret = made["link"].rpartition("/register?invitation=")[2]
    with Desk.open(desk="desk", registration="invitation") as desk:
        assert desk.accounts().people.register("Newcomer", "a good long password", secret).user.role == "analyst"


@pytest.mark.parametrize(
    "words", [(), ("add",), ("list", "x"), ("role", "Ada"), ("role", "Ada", "king"), ("forget", "Ada"), ("add", "x", "--role", "king")]
)
def test_wrong_use_is_told(run, words) -> None:
    assert run("user", *words, "--desk", "desk").exit_code == 2


def test_what_cannot_be_is_told(run, user) -> None:
    user("add", "Ada")
    assert run("user", "add", "ADA", "--desk", "desk").exit_code == 1
    assert run("user", "role", "Nobody", "reader", "--desk", "desk").exit_code == 1
    assert run("user", "add", "a@b", "--desk", "desk").exit_code == 1
