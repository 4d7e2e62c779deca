"""Draw samples: of all answers, the share whose quality a person marks."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings

from helpdesk.archive.terms import Numbered
from helpdesk.deadlines.models import Obligation, Sample
from helpdesk.deadlines.terms import SampleKind, Verdict
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.drawing import is_drawn

_PURPOSE = "quality"
_ANSWERED = (Verdict.MET.value, Verdict.LATE.value)


def draw_samples(*, actor: Actor, now: datetime, entries: Sequence[Numbered]) -> None:
    """Note the answers that are drawn; drawing twice changes nothing, and so does what is sampled already.

    Two SQL statements, none where nothing is drawn. Runs in the reaction's transaction and scope (`actor` is
    the system, which sees all rows).
    """
    share, secret = settings.HELPDESK.quality_share, settings.SECRET_KEY
    drawn = [
        one for one in entries if is_drawn(id=one.entry_id, secret=secret, purpose=_PURPOSE, share=share)
    ]
    if not drawn:
        return
    answered = Obligation.objects.filter(
        seller_id__in={one.seller_id for one in drawn},
        chain__in={one.chain for one in drawn},
        answered_by__in=[one.entry_id for one in drawn],
        verdict__in=_ANSWERED,
    )
    Sample.objects.bulk_create([_row(clock) for clock in answered], ignore_conflicts=True)


def _row(clock: Obligation) -> Sample:
    assert (
        clock.answered_by is not None
    )  # the constraint deadlines_obligation_answered, of what has a verdict
    assert clock.answered_at is not None
    return Sample(
        seller_id=clock.seller_id,
        kind=SampleKind.RANDOM.value,
        subject_id=clock.answered_by,
        obligation_id=clock.id,
        chain=clock.chain,
        buyer_id=clock.buyer_id,
        drawn_at=clock.answered_at,
    )
