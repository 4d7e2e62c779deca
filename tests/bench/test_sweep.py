"""What `bin/bench sweep` accepts as a plan."""

from typing import Any

import pytest

from tests.bench.sweep import INDEX, told


def plan(*scans: dict[str, Any]) -> dict[str, Any]:
    """A plan over these scans, beside the one that row security reads its scope with."""
    scope = {"Node Type": "Result", "Parent Relationship": "InitPlan"}
    under = [{"Parent Relationship": "Outer", "Actual Rows": 100.0, **scan} for scan in scans]
    return {"Node Type": "Limit", "Shared Hit Blocks": 9, "Shared Read Blocks": 2, "Plans": [scope, *under]}


def test_one_scan_of_the_index_is_told() -> None:
    said = told(plan({"Node Type": "Index Scan", "Index Name": INDEX}))
    assert said == f"Index Scan on {INDEX}, 100 rows, 11 blocks"


@pytest.mark.parametrize(
    "scans",
    [
        [],
        [{"Node Type": "Seq Scan"}],
        [{"Node Type": "Index Scan", "Index Name": "deadlines_due"}],
        [{"Node Type": "Index Scan", "Index Name": INDEX}] * 2,
        [{"Node Type": "Index Scan", "Index Name": INDEX}, {"Node Type": "Seq Scan"}],
    ],
)
def test_anything_else_is_not(scans: list[dict[str, Any]]) -> None:
    with pytest.raises(AssertionError, match=r"not one index|the whole table"):
        told(plan(*scans))
