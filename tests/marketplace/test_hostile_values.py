"""Hostile values in every field of every record: refused with a place, or stored exactly as sent."""

import copy
from collections.abc import Iterator
from typing import Any

import pytest

from helpdesk.archive.database.scope import everything
from helpdesk.marketplace.models import Buyer
from tests.marketplace import samples

pytestmark = pytest.mark.usefixtures("database")

HOSTILE: list[Any] = [
    *(
        "",
        " ",
        "\x00",
        "\ud800",
        "a\r\nb",
        "x" * 10_000,
        "\U0001d54f" * 40,
        "\u202eevil",
        "e" + "\u0301" * 50,
    ),
    *(
        "'; DROP TABLE marketplace_order; --",
        "%(id)s %s {0}",
        "<script>alert(1)</script>",
        "../../etc/passwd",
    ),
    *(None, True, -1, 0, 10**18, 10**400, 1.5, [], {}, [[]], {"": ""}),
    *("9999-12-31T23:59:60Z", "2026-13-01T00:00:00Z", "-1", "1e9", "NaN"),
]


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in a record, the inner ones first."""
    children = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for name, child in children:
        yield from places(child, (*path, name))
    if path:
        yield path


def with_value(record: samples.Record, path: tuple[Any, ...], value: Any) -> samples.Record:
    changed = copy.deepcopy(record)
    inner: Any = changed
    for name in path[:-1]:
        inner = inner[name]
    inner[path[-1]] = value
    return changed


def test_no_value_in_any_field_breaks_the_import() -> None:
    samples.import_(*samples.everything())
    hostile = [
        with_value(record | {"version": version}, path, value)
        for version, value in enumerate(HOSTILE, start=2)
        for record in samples.everything()
        for path in places(record)
    ]
    report = samples.import_(*hostile)
    assert report.lines == len(hostile) > 2000
    assert report.rejected > report.applied.total()
    assert "record.conflict" not in {problem.flaw.code for problem in report.problems}


def test_a_text_is_stored_as_it_was_sent_or_refused() -> None:
    texts = {f"b-{place}": value for place, value in enumerate(HOSTILE) if isinstance(value, str)}
    buyers = [samples.buyer(id=id, display_name=text) for id, text in texts.items()]
    report = samples.import_(samples.market(), *buyers)
    with everything():
        stored = dict(Buyer.objects.values_list("external_id", "display_name"))
    assert stored.items() <= {id: text.strip() for id, text in texts.items()}.items()
    assert len(stored) == len(texts) - report.rejected > 5
