from __future__ import annotations

import time
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

import pytest

import identity_provider as provider
from dragoman.accounts.oidc import Provider
from dragoman.accounts.visitors import OidcError, Visitor
from dragoman.errors import DragomanError

BACK = "http://127.0.0.1:8000/login/openid/back"


@pytest.fixture
def there() -> Iterator[provider.Provider]:
    with provider.running() as made:
        yield made


def ours(there: provider.Provider, secret: str = provider.SECRET) -> Provider:
    return Provider(there.issuer, provider.CLIENT, secret, BACK)


def walk(there: provider.Provider, mine: Provider | None = None) -> Visitor:
    mine = mine or ours(there)
    address, knock = mine.leave("/stories", time.time())
    brought = dict(parse_qsl(urlsplit(there.agree(address)).query))
    return mine.returned(knock, brought, time.time())


def test_a_visitor_comes_back_with_what_the_provider_vouches_for(there):
    assert walk(there) == Visitor(there.issuer, "p-1", "ada@paper.example", "ada")


def test_the_question_has_state_nonce_and_challenge_and_no_secret(there):
    address, knock = ours(there).leave("/", 1000.0)
    asked = dict(parse_qsl(urlsplit(address).query))
    assert asked["state"] == knock.state
    assert asked["nonce"] == knock.nonce
    assert asked["code_challenge_method"] == "S256"
    assert knock.verifier not in address
    assert provider.SECRET not in address
    assert "openid" in asked["scope"]


def test_two_questions_share_nothing(there):
    one, two = (ours(there).leave("/", 0.0)[1] for _ in range(2))
    assert not {one.state, one.nonce, one.verifier} & {two.state, two.nonce, two.verifier}


def test_an_address_that_was_not_verified_is_not_passed_on(there):
    there.person["email_verified"] = False
    assert walk(there).email == ""
    there.person["email_verified"] = "true"
    assert walk(there).email == ""


def test_a_provider_that_wants_the_secret_in_the_form_gets_it_there(there):
    there.bad = "post only"
    assert walk(there).subject == "p-1"


@pytest.mark.parametrize("bad", ["late", "nonce", "audience", "token issuer", "party", "shared secret", "unsigned", "key", "issuer"])
def test_what_does_not_hold_is_refused(there, bad):
    there.bad = bad
    with pytest.raises(OidcError):
        walk(there)


@pytest.mark.parametrize("subject", ["", 7, None, "x" * 256])
def test_a_token_that_names_nobody_is_refused(there, subject):
    there.person["sub"] = subject
    with pytest.raises(OidcError):
        walk(there)


def test_a_wrong_secret_is_refused(there):
    with pytest.raises(OidcError):
        walk(there, ours(there, "wrong"))


def test_an_answer_to_another_browsers_question_is_refused(there):
    mine = ours(there)
    _, knock = mine.leave("/", time.time())
    other, _ = mine.leave("/", time.time())
    brought = dict(parse_qsl(urlsplit(there.agree(other)).query))
    with pytest.raises(OidcError, match="browser"):
        mine.returned(knock, brought, time.time())


def test_a_code_of_another_question_is_refused(there):
    mine = ours(there)
    address, knock = mine.leave("/", time.time())
    other, _ = mine.leave("/", time.time())
    there.agree(address)
    stolen = dict(parse_qsl(urlsplit(there.agree(other)).query)) | {"state": knock.state}
    with pytest.raises(OidcError):
        mine.returned(knock, stolen, time.time())


def test_refusals_and_answers_of_another_provider_are_told(there):
    mine = ours(there)
    address, knock = mine.leave("/", time.time())
    with pytest.raises(OidcError, match="access_denied"):
        mine.returned(knock, {"state": knock.state, "error": "access_denied"}, time.time())
    with pytest.raises(OidcError, match="no code"):
        mine.returned(knock, {"state": knock.state}, time.time())
    brought = dict(parse_qsl(urlsplit(there.agree(address)).query)) | {"iss": "https://elsewhere.example"}
    with pytest.raises(OidcError, match="another provider"):
        mine.returned(knock, brought, time.time())


def test_a_provider_that_is_not_there_is_an_error_that_a_person_can_read():
    with pytest.raises(DragomanError, match="cannot be asked"):
        Provider("http://127.0.0.1:9", "desk", "", BACK).leave("/", 0.0)
