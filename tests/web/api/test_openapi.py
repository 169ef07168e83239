from __future__ import annotations

import json
import re

import msgspec

from dragoman.web.api.endpoints import ENDPOINTS, ROOT
from dragoman.web.api.openapi import FILTERS, document
from dragoman.web.api.writing import WRITING

DOCUMENT = json.loads(msgspec.json.encode(document()))


def test_every_address_is_in_the_document_and_no_other():
    told = {(method.upper(), path) for path, methods in DOCUMENT["paths"].items() for method in methods}
    assert told == {("GET", ROOT + one.path) for one in ENDPOINTS} | {(one.method, ROOT + one.path) for one in WRITING}


def test_every_shape_that_is_pointed_to_is_there():
    text = json.dumps(DOCUMENT)
    named = set(re.findall(r'"#/components/schemas/([^"]+)"', text))
    assert named <= set(DOCUMENT["components"]["schemas"])
    assert {"Brief", "Reading", "Statement", "Refusal", "Said"} <= set(DOCUMENT["components"]["schemas"])


def test_every_filter_says_what_it_is():
    assert {name for one in ENDPOINTS for name in one.filters} | {"limit", "after"} == set(FILTERS)
    for path, methods in DOCUMENT["paths"].items():
        for operation in methods.values():
            assert len({(given["in"], given["name"]) for given in operation["parameters"]}) == len(operation["parameters"])
            assert ("{part}" in path) == any(given["in"] == "path" for given in operation["parameters"])


def test_names_of_operations_are_unique_and_every_error_is_told():
    operations = [operation for methods in DOCUMENT["paths"].values() for operation in methods.values()]
    assert len({operation["operationId"] for operation in operations}) == len(operations)
    assert all({"200", "400", "401", "403", "429", "503"} <= set(operation["responses"]) for operation in operations)
