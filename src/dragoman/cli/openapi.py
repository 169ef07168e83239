"""`dragoman openapi`: the document of the API."""

from __future__ import annotations

import sys

import msgspec

from dragoman.assembly import STAGES
from dragoman.cli.shared import AsJson
from dragoman.model.codec import to_json


def openapi(as_json: AsJson = False) -> None:
    """Print the OpenAPI 3.1 document of the portal's API; with --json on one line."""
    made = to_json(STAGES.load("openapi")())
    sys.stdout.write((made if as_json else msgspec.json.format(made, indent=2)).decode() + "\n")
