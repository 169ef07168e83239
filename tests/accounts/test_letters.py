from __future__ import annotations

import email
import ipaddress
import socket
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given
from hypothesis import strategies as st

from dragoman.accounts.letters import Letter, MailError, Post, mail_address, message
from dragoman.errors import ConfigError

NOW = datetime(2031, 3, 10, 9, 30, tzinfo=UTC)


class Box:
    """Keeps what comes, and what was said to log in."""

    def __init__(self) -> None:
        self.envelopes: list[Any] = []
        self.said: list[Any] = []
        self.hidden: list[bool] = []
        self.port = 0

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        self.envelopes.append(envelope)
        self.hidden.append(server.transport.get_extra_info("ssl_object") is not None)
        return "250 kept"


def standing(**ways: Any) -> Iterator[Box]:
    """A mail server on a port of its own, until the test is over."""
    kept = Box()

    def known(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        kept.said.append(data)
        return AuthResult(success=data.login == b"desk" and data.password == b"word", handled=False)

    kept.port = _free()
    controller = Controller(kept, hostname="127.0.0.1", port=kept.port, authenticator=known, auth_require_tls=False, **ways)
    controller.start()
    yield kept
    controller.stop()


@pytest.fixture
def box() -> Iterator[Box]:
    yield from standing()


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for 127.0.0.1 that vouches for itself, and its key, in one file."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "mail of a test")])
    now, here = datetime.now(UTC), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
    made = x509.CertificateBuilder(
        name, name, key.public_key(), x509.random_serial_number(), now - timedelta(days=1), now + timedelta(days=1)
    )
    signed = made.add_extension(x509.SubjectAlternativeName([here]), critical=False).sign(key, hashes.SHA256())
    written = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file = tmp_path_factory.mktemp("papers") / "both.pem"
    file.write_bytes(signed.public_bytes(serialization.Encoding.PEM) + written)
    return file


def _served(papers: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(papers)
    return context


@pytest.fixture
def tls(papers: Path) -> Iterator[Box]:
    yield from standing(ssl_context=_served(papers))


@pytest.fixture
def starttls(papers: Path) -> Iterator[Box]:
    yield from standing(tls_context=_served(papers), require_starttls=True)


def _free() -> int:
    with socket.create_server(("127.0.0.1", 0)) as held:
        return int(held.getsockname()[1])


def settings(port: int, **more: Any) -> dict[str, Any]:
    plain = {"smtp_host": "127.0.0.1", "smtp_port": port, "smtp_user": "", "smtp_password": "", "smtp_security": "none"}
    return {**plain, "mail_from": "desk@paper.example", **more}


def test_a_letter_arrives_as_it_was_written(box):
    Post(settings(box.port)).send(Letter("ada@paper.example", "确认您的地址", "您好，\n\nhttp://desk.example/x\n"), NOW)
    (envelope,) = box.envelopes
    read = email.message_from_bytes(envelope.content, policy=default)
    assert envelope.rcpt_tos == ["ada@paper.example"]
    assert read["Subject"] == "确认您的地址"
    assert read["To"] == "ada@paper.example"
    assert read["Auto-Submitted"] == "auto-generated"
    assert read.get_content().replace("\r", "").strip() == "您好，\n\nhttp://desk.example/x"


def test_the_server_is_told_who_sends_where_it_asks(box):
    Post(settings(box.port, smtp_user="desk", smtp_password="word")).send(Letter("ada@paper.example", "a", "b"), NOW)
    assert len(box.envelopes) == 1
    with pytest.raises(MailError):
        Post(settings(box.port, smtp_user="desk", smtp_password="wrong")).send(Letter("ada@paper.example", "a", "b"), NOW)


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_letter_goes_by_a_hidden_way_to_a_server_that_is_trusted(request, papers, monkeypatch, security):
    box = request.getfixturevalue(security)
    monkeypatch.setenv("SSL_CERT_FILE", str(papers))
    way = settings(box.port, smtp_security=security, smtp_user="desk", smtp_password="word")
    Post(way).send(Letter("ada@paper.example", "a", "b"), NOW)
    assert [envelope.rcpt_tos for envelope in box.envelopes] == [["ada@paper.example"]]
    assert box.hidden == [True]


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_server_whose_certificate_is_not_trusted_gets_neither_letter_nor_password(request, security):
    box = request.getfixturevalue(security)
    with pytest.raises(MailError, match="CERTIFICATE_VERIFY_FAILED"):
        Post(settings(box.port, smtp_security=security, smtp_user="desk", smtp_password="word")).send(
            Letter("ada@paper.example", "a", "b"), NOW
        )
    assert (box.envelopes, box.said) == ([], [])


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_server_that_cannot_hide_the_letter_gets_neither_letter_nor_password(box, security):
    with pytest.raises(MailError):
        Post(settings(box.port, smtp_security=security, smtp_user="desk", smtp_password="word")).send(
            Letter("ada@paper.example", "a", "b"), NOW
        )
    assert (box.envelopes, box.said) == ([], [])


def test_a_certificate_for_another_host_is_not_taken(tls, papers, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(papers))
    with pytest.raises(MailError, match="CERTIFICATE_VERIFY_FAILED"):
        Post(settings(tls.port, smtp_security="tls", smtp_host="localhost")).send(Letter("ada@paper.example", "a", "b"), NOW)
    assert tls.envelopes == []


def test_without_a_server_nothing_is_sent():
    post = Post(settings(25, smtp_host=""))
    assert not post.open
    with pytest.raises(MailError, match="smtp_host"):
        post.send(Letter("ada@paper.example", "a", "b"), NOW)
    with pytest.raises(MailError, match="did not take"):
        Post(settings(_free())).send(Letter("ada@paper.example", "a", "b"), NOW)
    with pytest.raises(ConfigError, match="smtp_security"):
        Post(settings(25, smtp_security="maybe"))


@pytest.mark.parametrize(
    "to", ["ada@paper.example\r\nBcc: eve@evil.example", "ada@paper.example\nX: y", "ada@paper.example, eve@evil.example", "ada", ""]
)
def test_an_address_brings_no_header_of_its_own(to):
    with pytest.raises(MailError):
        message(Letter(to, "a", "b"), "desk@paper.example", NOW)


@given(st.text(max_size=60), st.text(max_size=200))
def test_a_subject_brings_no_header_of_its_own(subject, body):
    made = message(Letter("ada@paper.example", subject, body), "desk@paper.example", NOW)
    raw = email.message_from_bytes(made.as_bytes(), policy=default)
    assert {name.lower() for name in raw} == {
        "from", "to", "subject", "date", "message-id", "auto-submitted", "content-type", "content-transfer-encoding", "mime-version",
    }  # fmt: skip


@given(st.text(max_size=300))
def test_an_address_is_one_line_or_none(text):
    found = mail_address(text)
    assert found is None or (found == mail_address(found) and found.isascii() and len(found.split()) == 1 and "," not in found)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" Ada@Paper.Example ", "Ada@paper.example"),
        ("ada@bücher.example", "ada@xn--bcher-kva.example"),
        ("a.b+c@d-e.example", "a.b+c@d-e.example"),
        ("a..b@c.example", None),
        ('"a b"@c.example', None),
        ("a@[127.0.0.1]", None),
        ("a@-c.example", None),
        ("a@", None),
        ("@b", None),
        ("a" * 65 + "@b.example", None),
        ("a@" + ".".join(["b" * 60] * 5), None),
    ],
)
def test_addresses_that_mail_can_be_sent_to(typed, kept):
    assert mail_address(typed) == kept
