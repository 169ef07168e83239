"""Accounts as the settings say."""

import pytest

from accounts.conftest import GOOD, SETTINGS
from dragoman.accounts.front import Accounts
from dragoman.accounts.letters import Letter, MailError
from dragoman.accounts.mailing import Mailing, Wording
from dragoman.errors import ConfigError, NotFoundError
from dragoman.store.memory import Memory


@pytest.mark.parametrize("name", ["registration", "captcha", "oidc_accounts"])
def test_a_setting_that_is_no_choice_is_told(clock, passwords, name) -> None:
    with pytest.raises(ConfigError, match=name):
        Accounts(Memory(), clock, SETTINGS | {name: "sometimes"}, passwords)


def test_riddles_outlast_the_process_and_are_told_in_two_ways(clock, passwords) -> None:
    book = Memory()
    riddle = Accounts(book, clock, SETTINGS, passwords).riddles.new(clock.now())
    again = Accounts(book, clock, SETTINGS, passwords)
    assert again.told(riddle, "picture").startswith(b"\x89PNG")
    assert again.told(riddle, "sound").startswith(b"RIFF")
    assert again.told("none", "picture") is None
    assert again.told("none", "sound") is None


class Kept:
    open = True

    def __init__(self) -> None:
        self.letters: list[Letter] = []

    def send(self, letter: Letter, now: object) -> None:
        self.letters.append(letter)


def test_who_registers_gets_a_letter_in_their_language_where_letters_can_be_sent(clock, passwords) -> None:
    accounts = Accounts(Memory(), clock, SETTINGS | {"public_address": "https://desk.example/"}, passwords)
    assert not accounts.mails
    made = accounts.people.register("Ada", GOOD, email="ada@paper.example")
    accounts.registered(made, "ada@paper.example", "fr")
    kept = Kept()
    accounts.mailing = Mailing(accounts.book, clock, kept, accounts.home, lambda work: work())  # type: ignore[arg-type]
    accounts.wording = lambda kind, language: Wording(f"{kind} {language}", "%(link)s")
    assert accounts.mails
    accounts.registered(made, "ada@paper.example", "fr")
    (letter,) = kept.letters
    assert (letter.subject, letter.to) == ("confirm fr", "ada@paper.example")
    assert letter.body == f"https://desk.example/confirm/{made.link}"
    assert accounts.mailing.confirmed(made.link or "").confirmed


def test_a_provider_is_there_where_the_settings_name_one(clock, passwords) -> None:
    with pytest.raises(NotFoundError):
        Accounts(Memory(), clock, SETTINGS, passwords).provider()
    named = Accounts(Memory(), clock, SETTINGS | {"oidc_issuer": "https://id.example", "oidc_client": "desk"}, passwords)
    assert named.provider() is named.provider()
    assert named.provider_name == "OpenID"


def test_an_invitation_is_mailed_where_it_can_be_and_its_link_is_good_anyway(clock, passwords) -> None:
    accounts = Accounts(Memory(), clock, SETTINGS | {"public_address": "https://desk.example/"}, passwords)
    link, mailed = accounts.invite("eve@paper.example", "editor", "boss", "fr")
    assert not mailed
    kept = Kept()
    accounts.mailing = Mailing(accounts.book, clock, kept, accounts.home)  # type: ignore[arg-type]
    accounts.wording = lambda kind, language: Wording(f"{kind} {language}", "%(link)s")
    assert accounts.invite("", "reader", "boss", "fr")[1] is False
    link, mailed = accounts.invite("eve@paper.example", "editor", "boss", "fr")
    assert mailed
    (letter,) = kept.letters
    assert (letter.to, letter.subject, letter.body) == ("eve@paper.example", "invite fr", link)
    assert link.startswith("https://desk.example/register?invitation=")
    kept.send = broken  # type: ignore[method-assign]
    link, mailed = accounts.invite("bob@paper.example", "editor", "boss", "fr")
    assert not mailed
    assert accounts.people.opened(link.rpartition("=")[2], "invite")
    assert accounts.book.audited(1)[0].what == "mail failed"


def broken(letter: Letter, now: object) -> None:
    raise MailError("no server")
