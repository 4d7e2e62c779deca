"""Print the catalogue of events: python -m helpdesk.api.asyncapi > docs/reference/asyncapi.yaml"""

import json
import os
import re
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

import django

from helpdesk.api.told import TOLD
from helpdesk.webhooks.terms import FOR_SELLERS, PUBLISHED, TEST_KIND, TYPE, Noun

_PLAIN = re.compile(r"[A-Za-z_$][A-Za-z0-9_$./-]*")
_WORDS = ("null", "true", "false", "yes", "no")  # which YAML takes for something else
_HEADERS = {
    "webhook-id": "The event's id: the same whenever the same event is sent again.",
    "webhook-timestamp": "When this request was signed, in seconds since 1970.",
    "webhook-signature": "`v1,` and the base64 of an HMAC-SHA-256, for each live secret one, spaces between.",
}


def catalogue() -> str:
    """As it is kept in docs/reference: every kind that leaves the house, as YAML."""
    schemas = import_module("helpdesk.api.v1.api").api.get_openapi_schema()["components"]["schemas"]
    return "\n".join(_yaml(_document(schemas))) + "\n"


def _document(schemas: Mapping[str, Any]) -> dict[str, Any]:
    named = {_name(kind): _message(kind) for kind in sorted(PUBLISHED)} | {_name(TEST_KIND): _test()}
    told = {name: {"$ref": f"#/components/messages/{name}"} for name in named}
    shapes = {name: schemas[name] for name in ("Event", "EventData", "Reference")}
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Helpdesk events",
            "version": "1",
            "description": "CloudEvents 1.0 (JSON, structured), signed as Standard Webhooks.",
        },
        "defaultContentType": "application/cloudevents+json",
        "channels": {
            "webhook": {
                "address": None,
                "description": "POST to the address of each webhook; those of one subject in their order.",
                "messages": told,
                "bindings": {"http": {}},
            }
        },
        "operations": {"send": {"action": "send", "channel": {"$ref": "#/channels/webhook"}}},
        "components": {
            "messages": named,
            "messageTraits": {
                "signed": {
                    "headers": {
                        "type": "object",
                        "required": [*_HEADERS],
                        "properties": {
                            name: {"type": "string", "description": says} for name, says in _HEADERS.items()
                        },
                    }
                }
            },
            "schemas": shapes,
        },
    }


def _message(kind: str) -> dict[str, Any]:
    published = PUBLISHED[kind]
    to = "the Platform and the Seller" if published.audiences & FOR_SELLERS else "the Platform"
    subject = "the Platform's id" if published.noun is Noun.SELLER else "id"
    return {
        "name": TYPE + kind,
        "summary": TOLD[kind],
        "description": f"Subject: `{published.noun}/<{subject}>`. Told to {to}.",
        "traits": [{"$ref": "#/components/messageTraits/signed"}],
        "payload": {
            "allOf": [
                {"$ref": "#/components/schemas/Event"},
                {"properties": {"type": {"const": TYPE + kind}}},
            ]
        },
    }


def _test() -> dict[str, Any]:
    said = {"type": {"const": TYPE + TEST_KIND}, "data": {"type": "object", "required": ["webhook"]}}
    return {
        "name": TYPE + TEST_KIND,
        "summary": "Somebody tried the webhook.",
        "description": f"Subject: `{Noun.WEBHOOK}/<id>`. Of no entry: without archivenumber and leafhash.",
        "traits": [{"$ref": "#/components/messageTraits/signed"}],
        "payload": {"type": "object", "required": ["id", "type", "subject", "data"], "properties": said},
    }


def _name(kind: str) -> str:
    return "".join(part.capitalize() for part in re.split(r"[._]", kind))


def _yaml(value: Mapping[str, Any], depth: int = 0) -> Iterator[str]:
    """Lines of block YAML; strings that are no plain words as JSON has them."""
    for name, item in value.items():
        yield from _entry(f"{'  ' * depth}{_scalar(name)}:", item, depth)


def _entry(head: str, item: Any, depth: int) -> Iterator[str]:
    if isinstance(item, dict) and item:
        yield head
        yield from _yaml(item, depth + 1)
    elif isinstance(item, list) and item and isinstance(item[0], dict):
        yield head
        for one in item:
            first, *rest = _yaml(one, depth + 2)
            yield f"{'  ' * (depth + 1)}- {first.lstrip()}"
            yield from rest
    else:
        yield f"{head} {_scalar(item)}"


def _scalar(item: Any) -> str:
    if isinstance(item, str) and _PLAIN.fullmatch(item) and item not in _WORDS:
        return item
    return json.dumps(item, ensure_ascii=False)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "helpdesk.config.settings")
    django.setup()
    sys.stdout.write(catalogue())
