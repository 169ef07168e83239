"""Accounts: who may use the desk, and how they show that it is they. Tokens, passwords and codes are kept as hashes only."""

from __future__ import annotations

from dragoman.registry import Table

RIDDLES = Table("riddles", {"picture": "dragoman.accounts.drawn:picture", "sound": "dragoman.accounts.spoken:sound"})
"""Ways to tell the digits of a riddle; loaded when first asked for, because they bring much along."""

PROVIDERS = Table("providers", {"openid": "dragoman.accounts.oidc:Provider"})
"""Ways to log in elsewhere; loaded where a setting names one."""
