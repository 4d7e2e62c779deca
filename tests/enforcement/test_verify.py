"""`verify` compares what measures take away with the measures, which repeat their entries."""

from datetime import timedelta

import pytest
from django.db import connections

from helpdesk.enforcement import actions
from helpdesk.enforcement.terms import MeasureKind
from helpdesk.kernel.ids import uuid7
from tests.cast import ANNA, ANNAS_SHOP, FELIX
from tests.enforcement.test_lift_measure import REASON, limited
from tests.enforcement.told import Tale, restricted, verified

DAY = timedelta(days=1)


@pytest.mark.parametrize("kind", MeasureKind)
def test_each_kind_agrees_with_what_it_takes(tale: Tale, kind: MeasureKind) -> None:
    limited(tale, kind)
    assert verified() == []


def test_a_removal_agrees_through_stay_and_resumption(tale: Tale) -> None:
    """Stayed on its tenth day of thirty, it goes on with twenty of them."""
    measure = limited(tale, MeasureKind.REMOVAL)
    assert restricted(tale.now) == ["suspension"]
    tale.later(10 * DAY)
    actions.stay_measure(actor=FELIX, now=tale.later(), measure=measure, because_of=uuid7(), key="stay")
    assert verified() == []
    tale.later(9 * DAY)
    actions.resume_measure(actor=FELIX, now=tale.later(), measure=measure, because_of=uuid7(), key="resume")
    assert restricted(tale.later()) == ["suspension"]
    assert restricted(tale.later(20 * DAY)) == ["removal"]
    assert verified() == []
    actions.lift_measure(actor=FELIX, now=tale.later(), measure=measure, reason=REASON, key="lift")
    assert verified() == []


def test_what_ended_before_it_was_lifted_stays_as_it_was(tale: Tale) -> None:
    measure = limited(tale)
    tale.later(8 * DAY)
    actions.lift_measure(actor=FELIX, now=tale.later(), measure=measure, reason=REASON, key="lift")
    assert verified() == []


@pytest.mark.parametrize(
    ("change", "table"),
    [
        ("UPDATE marketplace_restriction SET kind = 'selling'", "marketplace_restriction"),
        (
            "UPDATE marketplace_restriction SET ends_at = ends_at - interval '1 day'",
            "marketplace_restriction",
        ),
        ("UPDATE marketplace_restriction SET ends_at = NULL", "marketplace_restriction"),
        (
            "UPDATE marketplace_restriction SET lifted_at = ends_at, lifted_by = entry",
            "marketplace_restriction",
        ),
        ("DELETE FROM marketplace_restriction", "enforcement_measure"),
        (
            """INSERT INTO marketplace_restriction (seller_id, id, measure_id, kind, factor, starts_at, entry)
            SELECT seller_id, gen_random_uuid(), gen_random_uuid(), 'removal', 1000, starts_at, entry
            FROM marketplace_restriction""",
            "marketplace_restriction",
        ),
    ],
)
def test_a_change_by_the_owner_is_found_and_named(tale: Tale, change: str, table: str) -> None:
    limited(tale)
    with connections["owner"].cursor() as cursor:
        cursor.execute(change)
    [found] = verified()
    assert (found.code, found.row.split(" ")[0]) == ("row.stale", table)
    assert found.chain is not None
    assert found.chain.seller_id == ANNAS_SHOP == ANNA.seller_id
