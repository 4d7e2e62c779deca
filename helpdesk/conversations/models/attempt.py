"""Refused texts that a reviewer may find fine: the text itself stands in the Archive only."""

from django.db import models
from django.db.models import Q


class Attempt(models.Model):
    """One refused text; its id is its entry's. Settled once, by the entry `settled_by`.

    Its conversation need not be there: a first question that was refused has opened none. Of such a one
    `order_id` or `offer_id` and `market` say what it was about. A person looks at it until `check_due_at`
    where its author asked for that by the entry `check_by`, or where it was held: then it is its own.
    """

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    conversation_id = models.UUIDField()
    buyer_id = models.UUIDField()
    audience = models.SmallIntegerField()
    side = models.TextField()
    code = models.TextField()
    at = models.DateTimeField()
    order_id = models.UUIDField(null=True)
    offer_id = models.UUIDField(null=True)
    market = models.TextField(null=True)
    check_by = models.UUIDField(null=True)
    check_at = models.DateTimeField(null=True)
    check_due_at = models.DateTimeField(null=True)
    settled_by = models.UUIDField(null=True)
    settled_at = models.DateTimeField(null=True)
    outcome = models.TextField(null=True)

    class Meta:
        db_table = "conversations_attempt"
        constraints = [
            models.CheckConstraint(
                condition=Q(settled_by=None, settled_at=None, outcome=None)
                | Q(settled_by__isnull=False, settled_at__isnull=False, outcome__isnull=False),
                name="conversations_attempt_settled",
            ),
            models.CheckConstraint(
                condition=Q(check_by=None, check_at=None, check_due_at=None)
                | Q(check_by__isnull=False, check_at__isnull=False, check_due_at__isnull=False),
                name="conversations_attempt_checked",
            ),
            models.CheckConstraint(
                condition=Q(order_id=None, offer_id=None, market=None)
                | Q(order_id__isnull=False, offer_id=None, market__isnull=False)
                | Q(order_id=None, offer_id__isnull=False, market__isnull=False),
                name="conversations_attempt_about_one",
            ),
        ]
        indexes = [
            models.Index(fields=["at", "id"], name="conversations_to_settle", condition=Q(settled_by=None)),
            models.Index(
                fields=["check_due_at", "id"],
                name="conversations_to_check",
                condition=Q(settled_by=None, check_by__isnull=False),
            ),
        ]
