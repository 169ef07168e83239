"""An OpenID provider on loopback that does as it is told, well-behaved or not."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, parse_qsl, unquote, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

CLIENT, SECRET = "desk", "s&cret/of the desk"
KEY, OTHER_KEY = RSAKey.generate_key(2048, {"kid": "one"}), RSAKey.generate_key(2048, {"kid": "one"})


class Provider:
    """`person` are the claims it vouches for; `bad` names one thing that it does wrongly."""

    def __init__(self) -> None:
        self.person: dict[str, Any] = {"sub": "p-1", "email": "ada@paper.example", "email_verified": True, "preferred_username": "ada"}
        self.bad = ""
        self.issuer = ""
        self.codes: dict[str, dict[str, str]] = {}
        self.asked: list[str] = []

    def places(self) -> dict[str, Any]:
        issuer = "https://elsewhere.example" if self.bad == "issuer" else self.issuer
        return {
            "issuer": issuer,
            "authorization_endpoint": f"{self.issuer}/auth",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_post"] if self.bad == "post only" else ["client_secret_basic"],
        }

    def agree(self, address: str) -> str:
        """What the person's browser is sent to after saying yes: our address with a code."""
        given = dict(parse_qsl(urlsplit(address).query))
        code = f"code-{len(self.codes)}"
        self.codes[code] = given
        return f"{given['redirect_uri']}?{urlencode({'code': code, 'state': given['state'], 'iss': self.issuer})}"

    def token(self, form: dict[str, str], authorization: str) -> tuple[int, dict[str, Any]]:
        given = self.codes.pop(form.get("code", ""), None)
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        client, _, secret = (
            base64.b64decode(authorization.removeprefix("Basic ")).decode().partition(":")
            if authorization
            else (form.get("client_id", ""), "", form.get("client_secret", ""))
        )
        known = (unquote(client), unquote(secret)) == (CLIENT, SECRET)
        if given is None or not known or challenge != given["code_challenge"] or form.get("redirect_uri") != given["redirect_uri"]:
            return 400, {"error": "invalid_grant"}
        return 200, {"access_token": "unused", "token_type": "Bearer", "id_token": self.id_token(given["nonce"])}

    def id_token(self, nonce: str) -> str:
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": nonce, **self.person}
        claims |= {
            "late": {"exp": now - 3600},
            "nonce": {"nonce": "another"},
            "audience": {"aud": "another"},
            "token issuer": {"iss": "https://elsewhere.example"},
            "party": {"aud": [CLIENT, "b"], "azp": "b"},
        }.get(self.bad, {})
        if self.bad == "shared secret":
            return jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(SECRET))
        if self.bad == "unsigned":
            parts = [json.dumps(part).encode() for part in ({"alg": "none"}, claims)]
            return ".".join(base64.urlsafe_b64encode(part).rstrip(b"=").decode() for part in parts) + "."
        return jwt.encode({"alg": "RS256", "kid": "one"}, claims, OTHER_KEY if self.bad == "key" else KEY)

    def answer(self, handler: BaseHTTPRequestHandler, body: str) -> tuple[int, Any]:
        path = urlsplit(handler.path).path
        self.asked.append(path)
        if path == "/.well-known/openid-configuration":
            return 200, self.places()
        if path == "/keys":
            return 200, {"keys": [KEY.as_dict(private=False)]}
        if path == "/token":
            form = {name: values[0] for name, values in parse_qs(body).items()}
            return self.token(form, handler.headers.get("Authorization", ""))
        return 404, {}


@contextmanager
def running() -> Iterator[Provider]:
    """The provider, served on a free port until the block ends."""
    provider = Provider()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
            status, found = provider.answer(self, body)
            raw = json.dumps(found).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw)

        do_POST = do_GET  # noqa: N815

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    provider.issuer = f"http://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
