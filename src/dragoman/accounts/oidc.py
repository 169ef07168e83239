"""Log-in by an OpenID provider (OpenID Connect Core 1.0): code flow with PKCE (RFC 7636), state and nonce, addresses by discovery."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import httpx
from authlib.common.errors import AuthlibBaseError
from authlib.oauth2.rfc6749.parameters import prepare_grant_uri
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from dragoman.accounts.visitors import Knock, OidcError, Visitor

SCOPE = "openid email profile"
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
"""Signatures of public keys only: "none" and shared secrets are refused, whatever the token's head says."""

LEEWAY = 60
"""Seconds that the clocks of provider and desk may differ."""

MOST = 1_000_000
"""Bytes of an answer of the provider."""

DISCOVERY = "/.well-known/openid-configuration"


class Provider:
    """An OpenID provider, by the settings `oidc_issuer`, `oidc_client` and `oidc_secret`. `back` is our address that it leads back to."""

    def __init__(self, issuer: str, client: str, secret: str, back: str, transport: httpx.BaseTransport | None = None) -> None:
        self.issuer, self._client, self._secret, self._back = issuer.rstrip("/"), client, secret, back
        self._http = httpx.Client(timeout=15.0, follow_redirects=False, trust_env=False, transport=transport)
        self._known: Mapping[str, Any] | None = None

    def leave(self, leads: str, now: float) -> tuple[str, Knock]:
        """Where the browser is sent, and what it must bring back. Raises `OidcError`."""
        knock = Knock(secrets.token_urlsafe(24), secrets.token_urlsafe(24), secrets.token_urlsafe(48), leads, int(now))
        there = prepare_grant_uri(
            self._places()["authorization_endpoint"],
            client_id=self._client,
            response_type="code",
            redirect_uri=self._back,
            scope=SCOPE,
            state=knock.state,
            nonce=knock.nonce,
            code_challenge=create_s256_code_challenge(knock.verifier),
            code_challenge_method="S256",
        )
        return there, knock

    def returned(self, knock: Knock, brought: Mapping[str, str], now: float) -> Visitor:
        """Who came back. `brought` are the parameters of our address. Raises `OidcError`."""
        if not secrets.compare_digest(brought.get("state", "").encode(), knock.state.encode()):
            raise OidcError("the answer of the provider is not of this browser's question; start again")
        if brought.get("error") or not brought.get("code"):
            raise OidcError(f"the provider refused: {brought.get('error', 'no code')[:60]}")
        if brought.get("iss", self._places()["issuer"]) != self._places()["issuer"]:  # RFC 9207
            raise OidcError("the answer is of another provider")
        tokens = self._exchanged(brought["code"], knock.verifier)
        claims = self._claims(tokens, knock.nonce, now)
        email = claims.get("email") if claims.get("email_verified") is True else ""
        name = claims.get("preferred_username") or claims.get("name") or ""
        return Visitor(claims["iss"], claims["sub"], *(word if isinstance(word, str) else "" for word in (email, name)))

    def _exchanged(self, code: str, verifier: str) -> Mapping[str, Any]:
        form = {"grant_type": "authorization_code", "code": code, "redirect_uri": self._back, "code_verifier": verifier}
        methods = self._places().get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
        auth = None
        if "client_secret_basic" in methods and self._secret:
            auth = httpx.BasicAuth(quote(self._client, safe=""), quote(self._secret, safe=""))  # RFC 6749, 2.3.1
        else:
            form |= {"client_id": self._client} | ({"client_secret": self._secret} if self._secret else {})
        return self._asked("POST", self._places()["token_endpoint"], data=form, auth=auth)

    def _claims(self, tokens: Mapping[str, Any], nonce: str, now: float) -> Mapping[str, Any]:
        """The claims of the identity token, all checked (OpenID Connect Core, 3.1.3.7)."""
        try:
            keys = KeySet.import_key_set(dict(self._asked("GET", self._places()["jwks_uri"])))  # type: ignore[arg-type]
            token = jwt.decode(str(tokens.get("id_token", "")), keys, algorithms=list(ALGORITHMS))
            claims = CodeIDToken(
                token.claims,
                token.header,
                options={
                    "iss": {"essential": True, "value": self._places()["issuer"]},
                    "aud": {"essential": True, "value": self._client},
                    "sub": {"essential": True},
                    "nonce": {"essential": True, "value": nonce},
                },
                params={"nonce": nonce, "client_id": self._client, "access_token": tokens.get("access_token")},
            )
            claims.validate(now=int(now), leeway=LEEWAY)
        except (JoseError, AuthlibBaseError, ValueError, TypeError, KeyError) as error:
            raise OidcError(f"the provider's identity token does not hold: {type(error).__name__}") from error
        if not isinstance(claims["sub"], str) or not 0 < len(claims["sub"]) <= 255:
            raise OidcError("the provider's identity token names nobody")
        return claims

    def _places(self) -> Mapping[str, Any]:
        """The provider's addresses (OpenID Connect Discovery 1.0, 4), asked for once."""
        if self._known is None:
            found = self._asked("GET", self.issuer + DISCOVERY)
            if str(found.get("issuer", "")).rstrip("/") != self.issuer:
                raise OidcError("the provider calls itself by another name than the setting oidc_issuer")
            schemes = ("https://", "http://") if self.issuer.startswith("http://") else ("https://",)
            for name in ("authorization_endpoint", "token_endpoint", "jwks_uri"):
                if not str(found.get(name, "")).startswith(schemes):
                    raise OidcError(f"the provider does not say where its {name} is")
            self._known = found
        return self._known

    def _asked(self, method: str, url: str, **more: Any) -> Mapping[str, Any]:
        try:
            answer = self._http.request(method, url, headers={"Accept": "application/json"}, **more)
            if answer.status_code != 200 or len(answer.content) > MOST:
                raise OidcError(f"the provider answered {answer.status_code}")
            found = answer.json()
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            raise OidcError(f"the provider cannot be asked: {type(error).__name__}") from error
        if not isinstance(found, dict):
            raise OidcError("the provider answered nonsense")
        return found
