"""The catalogue of events: what is kept in docs/reference is what is sent."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from helpdesk.api.asyncapi import catalogue
from helpdesk.webhooks.terms import PUBLISHED

KEPT = Path(__file__).resolve().parents[2] / "docs/reference/asyncapi.yaml"


def test_the_kept_catalogue_is_up_to_date() -> None:
    """When it changed on purpose: python -m helpdesk.api.asyncapi > docs/reference/asyncapi.yaml"""
    assert KEPT.read_text("utf-8") == catalogue()


def test_it_names_every_kind_and_each_reference_leads_somewhere() -> None:
    document = yaml.safe_load(KEPT.read_text("utf-8"))
    assert document["asyncapi"] == "3.0.0"
    names = {message["name"] for message in document["components"]["messages"].values()}
    assert names == {f"helpdesk.{kind}" for kind in PUBLISHED} | {"helpdesk.webhook.test"}
    for reference in references(document):
        found: Any = document
        for part in reference.removeprefix("#/").split("/"):
            found = found[part]
        assert found


def references(value: Any) -> Iterator[str]:
    """Every $ref below."""
    if isinstance(value, dict):
        if "$ref" in value:
            yield value["$ref"]
        for item in value.values():
            yield from references(item)
    elif isinstance(value, list):
        for item in value:
            yield from references(item)
