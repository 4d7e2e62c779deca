"""Appeals, each decided once."""

from django.db import models
from django.db.models import Q

from helpdesk.archive.terms import Audience
from helpdesk.enforcement.terms.appeals import Against, Verdict

_OF_SELLERS = (Against.MEASURE.value, Against.VIOLATION.value)


class Appeal(models.Model):
    """One; its id is its entry's. `subject_id` is the measure or the violation, `code` its kind.

    `stays`: the measure stands still since it was filed. `settled_by` is the decision's entry. A Buyer's is
    against the refusal of a message; the Seller sees nothing of it.
    """

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    buyer_id = models.UUIDField(null=True)
    audience = models.SmallIntegerField(default=1, db_default=1)
    against = models.TextField()
    subject_id = models.UUIDField()
    code = models.TextField()
    stays = models.BooleanField()
    at = models.DateTimeField()
    due_at = models.DateTimeField()
    settled_by = models.UUIDField(null=True)
    settled_at = models.DateTimeField(null=True)
    verdict = models.TextField(null=True)

    class Meta:
        db_table = "enforcement_appeal"
        constraints = [
            models.UniqueConstraint(fields=["seller_id", "subject_id"], name="enforcement_appealed_once"),
            models.CheckConstraint(
                condition=Q(against__in=[*map(str, Against)]), name="enforcement_appeal_against"
            ),
            models.CheckConstraint(
                condition=Q(buyer_id=None, audience=Audience.SELLER.value, against__in=_OF_SELLERS)
                | Q(buyer_id__isnull=False, audience=Audience.BUYER.value, against=Against.REFUSAL.value),
                name="enforcement_appeal_owner",
            ),
            models.CheckConstraint(
                condition=Q(settled_by=None, settled_at=None, verdict=None)
                | Q(settled_by__isnull=False, settled_at__isnull=False, verdict__in=[*map(str, Verdict)]),
                name="enforcement_appeal_settled",
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_at", "id"], name="enforcement_appeals_due", condition=Q(settled_by=None)
            ),
            models.Index(fields=["at"], name="enforcement_appeals_filed"),
            models.Index(
                fields=["buyer_id", "-at"],
                name="enforcement_appeals_of_buyer",
                condition=Q(buyer_id__isnull=False),
            ),
        ]
