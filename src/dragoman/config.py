"""The settings: one table of name, type, default and help. Defaults first, then `dragoman.toml`, then `DRAGOMAN_*`.

This module is pure: the desk hands it the text of the file and the environment.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from dragoman.errors import ConfigError


class Setting(Struct, frozen=True):
    """One setting. Its type is the type of its default; the value of a `secret` one is shown to nobody."""

    name: str
    default: str | int | float | bool
    help: str
    secret: bool = False


SETTINGS: tuple[Setting, ...] = (
    Setting("desk", "desk", "folder that holds the desk (created when first written)"),
    Setting("store", "sqlite", "where readings are kept: a part of the store room"),
    Setting("embedder", "e5", "what makes event vectors: a part of the embedders"),
    Setting("annotators", "all", "annotators to run, comma-separated, or 'all'"),
    Setting("workers", 1, "processes that read pages; each loads its own models"),
    Setting("batch", 16, "articles read before they are filed and stored"),
    Setting("keep_pages", True, "keep the bytes of pages (compressed), so that they can be read again with better rules"),
    Setting("max_bytes", 15_000_000, "largest page that is read, in bytes"),
    Setting("timeout", 20.0, "seconds to wait for a server"),
    Setting("pace", 1.0, "seconds between two requests to one host"),
    Setting("private_addresses", False, "let the fetcher reach loopback, private and link-local addresses"),
    Setting("robots", True, "obey robots.txt when collecting from the web"),
    Setting("user_agent", "Dragoman/0.1 (self-hosted news desk)", "how the fetcher names itself"),
    Setting("host", "127.0.0.1", "address that the portal listens on"),
    Setting("port", 8000, "port that the portal listens on"),
    Setting("https", False, "the portal is reached by https (a proxy in front does it): browsers are told to use nothing else"),
    Setting("proxies", "", "addresses of proxies in front of the portal, comma-separated, that are believed in whose name they ask"),
    Setting("rate", 600, "requests a minute that the portal takes from one address, and from one account; 0: any number"),
    Setting("form_rate", 30, "forms a minute that the portal takes from one address, and from one account; 0: any number"),
    Setting("max_form", 65_536, "largest form that the portal takes, in bytes"),
    Setting("images", False, "show pictures of articles, fetched by the desk in the reader's place; off: captions only"),
    Setting("max_image", 5_000_000, "largest picture that is shown, in bytes"),
    Setting("image_cache", 200_000_000, "bytes of pictures that are kept in the desk's folder"),
    Setting("takedown_requests", True, "let readers of the portal ask for the removal of an article"),
    Setting("judging", False, "without accounts: let whoever reaches the portal say which names or stories are one, and undo it"),
    Setting("accounts", False, "ask who is there: people log in, and roles say what each may do; off: one reader, on this machine"),
    Setting("open_reading", False, "with accounts: let those read who did not log in"),
    Setting("registration", "closed", "with accounts: who may make one: closed, invitation or open"),
    Setting("captcha", "failures", "with accounts: when digits are to be read or heard to log in: never, failures (after some) or always"),
    Setting("session_days", 14, "with accounts: days after which a browser that was not used is logged out"),
    Setting(
        "public_address",
        "",
        "the portal's address in mails and for log-in elsewhere (https://desk.example); empty: host and port",
    ),
    Setting("smtp_host", "", "mail server; empty: no mail is sent, and links are printed for the admin"),
    Setting("smtp_port", 587, "port of the mail server"),
    Setting("smtp_user", "", "name at the mail server; empty: none is asked for"),
    Setting("smtp_password", "", "password at the mail server", secret=True),
    Setting("smtp_security", "starttls", "how the way to the mail server is hidden: starttls, tls or none"),
    Setting("mail_from", "", "address that mails come from"),
    Setting("oidc_issuer", "", "address of an OpenID provider to log in by; empty: none"),
    Setting("oidc_client", "", "the desk's name at the OpenID provider"),
    Setting("oidc_secret", "", "the desk's password at the OpenID provider", secret=True),
    Setting("oidc_name", "OpenID", "what the provider is called on the page of log-in"),
    Setting(
        "oidc_accounts",
        "link",
        "whom the provider lets in: link (those whose confirmed address it vouches for), make (anybody)",
    ),
)


class Config(Mapping[str, Any]):
    """Settings with their values, and where each came from ("default", "dragoman.toml", "environment", "command line")."""

    def __init__(self, values: Mapping[str, Any], origins: Mapping[str, str]) -> None:
        self._values, self._origins = dict(values), dict(origins)

    def __getitem__(self, name: str) -> Any:
        return self._values[name]

    def __iter__(self) -> Any:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def origin(self, name: str) -> str:
        """Where the value of a setting came from."""
        return self._origins[name]


def load(file: str = "", environment: Mapping[str, str] | None = None, given: Mapping[str, Any] | None = None) -> Config:
    """Settings from the text of `dragoman.toml`, the environment and the command line, later ones winning.

    Raises `ConfigError` naming the setting that is unknown or has a wrong value.
    """
    known = {setting.name: setting for setting in SETTINGS}
    values: dict[str, Any] = {name: setting.default for name, setting in known.items()}
    origins = dict.fromkeys(known, "default")
    try:
        from_file = tomllib.loads(file)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"dragoman.toml: {error}") from error
    prefix = "DRAGOMAN_"
    from_environment = {key[len(prefix) :].lower(): value for key, value in (environment or {}).items() if key.startswith(prefix)}
    layers = (("dragoman.toml", from_file), ("environment", from_environment), ("command line", given or {}))
    for origin, layer in layers:
        for name, value in layer.items():
            if name not in known:
                raise ConfigError(f"{origin}: there is no setting {name!r}; `dragoman doctor` lists them")
            values[name] = _fit(known[name], value, origin)
            origins[name] = origin
    return Config(values, origins)


def _fit(setting: Setting, value: Any, origin: str) -> Any:
    """The value as the type of the setting's default."""
    kind = type(setting.default)
    if isinstance(value, kind) and not (kind is int and isinstance(value, bool)):
        return value
    text = str(value).strip().lower()
    if kind is bool:
        if text in ("1", "true", "yes", "on"):
            return True
        if text in ("0", "false", "no", "off"):
            return False
    elif kind is not str and not isinstance(value, bool):
        try:
            return kind(text)
        except ValueError:
            pass
    elif kind is str and isinstance(value, (int, float)):
        return str(value)
    raise ConfigError(f"{origin}: {setting.name} wants {kind.__name__}, not {value!r}")
