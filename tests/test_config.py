"""Settings: later layers win, and a wrong value names itself."""

from __future__ import annotations

import pytest

from dragoman.config import SETTINGS, load
from dragoman.errors import ConfigError


def test_defaults_stand_where_nothing_else_is_said() -> None:
    config = load()
    assert {name: config[name] for name in config} == {setting.name: setting.default for setting in SETTINGS}
    assert {config.origin(name) for name in config} == {"default"}


def test_the_command_line_beats_the_environment_beats_the_file() -> None:
    file, environment = 'desk = "one"\nport = 1\nhost = "h"', {"DRAGOMAN_DESK": "two", "DRAGOMAN_PORT": "2", "PATH": "/bin"}
    config = load(file, environment, {"desk": "three"})
    assert (config["desk"], config["port"], config["host"]) == ("three", 2, "h")
    assert [config.origin(name) for name in ("desk", "port", "host")] == ["command line", "environment", "dragoman.toml"]


@pytest.mark.parametrize(("text", "value"), [("yes", True), ("0", False), ("TRUE", True), ("off", False)])
def test_switches_are_read_from_words(text: str, value: bool) -> None:
    assert load(environment={"DRAGOMAN_ROBOTS": text})["robots"] is value


@pytest.mark.parametrize(
    ("file", "environment", "named"),
    [
        ("no_such = 1", {}, "no_such"),
        ("", {"DRAGOMAN_PORT": "many"}, "port"),
        ("robots = 'perhaps'", {}, "robots"),
        ("port = true", {}, "port"),
        ("desk = [1]", {}, "desk"),
        ("= broken", {}, "dragoman.toml"),
    ],
)
def test_a_wrong_setting_is_an_error_that_names_it(file: str, environment: dict[str, str], named: str) -> None:
    with pytest.raises(ConfigError, match=named):
        load(file, environment)


def test_an_integer_serves_where_a_number_is_wanted() -> None:
    assert load("timeout = 5")["timeout"] == 5.0
