"""How careful the portal is with whoever asks: what the settings say of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct


class Care(Struct, frozen=True):
    """`rate` and `form_rate` are requests and forms a minute from one address (0: any number); where the desk is `alone` on its machine,
    the machine's own requests are not counted. `max_form` is in bytes. `https`: browsers are told to come by https only. `pleas`:
    requests to remove an article are taken from anybody."""

    https: bool = False
    rate: int = 0
    form_rate: int = 0
    alone: bool = True
    max_form: int = 65_536
    pleas: bool = False


def care(settings: Mapping[str, Any], alone: bool) -> Care:
    """What the settings say; `alone`: only this machine can reach the portal."""
    rates = max(0, settings["rate"]), max(0, settings["form_rate"])
    return Care(settings["https"], *rates, alone, max(1024, settings["max_form"]), settings["takedown_requests"])
