"""Forget the parcels' numbers that cases hold for their next steps, once their words are ordered to go."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Exists, OuterRef

from helpdesk.archive.database.scope import acting
from helpdesk.archive.queries import erasures
from helpdesk.archive.terms import Numbered
from helpdesk.cases.models import Case, Step
from helpdesk.cases.terms.fields import FIELDS, FieldType
from helpdesk.kernel.actor import Actor

_TEXTS = frozenset(name for name, field in FIELDS.items() if field.type is FieldType.TEXT)


def forget_numbers(*, actor: Actor, now: datetime, entries: Sequence[Numbered]) -> None:
    """Of the threads of these `erased` entries. Safe to repeat; two SQL statements and one for each case."""
    threads = {(one.seller_id, one.chain) for one in entries}
    gone = erasures().filter(seller_id=OuterRef("seller_id"), id=OuterRef("id"))
    steps = Step.objects.filter(seller_id=OuterRef("seller_id"), case_id=OuterRef("id"))
    with acting(actor):
        for seller_id, chain in threads:
            here = Case.objects.filter(seller_id=seller_id, chain=chain)
            for row in here.filter(Exists(steps.filter(Exists(gone)))):
                _strip(row)


def _strip(row: Case) -> None:
    facts = row.state["facts"]
    kept = {name: value for name, value in facts.items() if name not in _TEXTS}
    if kept != facts:
        state = {**row.state, "facts": kept}
        Case.objects.filter(seller_id=row.seller_id, id=row.id).update(state=state)
