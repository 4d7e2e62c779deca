"""Agreements and confirmations: codes, amounts and days; the words stand in the Archive only."""

from django.db import models
from django.db.models import F, Q

from helpdesk.archive.database.keys import SellerKey


class Agreement(models.Model):
    """Its id is that of the entry that proposed it; its columns repeat leaves, which `verify` checks.

    `due_at` is the end of `until` as counted when it was proposed. `amends` is one that it is to replace;
    `replaced_by` the entry by which another took its place.
    """

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    conversation_id = models.UUIDField()
    buyer_id = models.UUIDField()
    audience = models.SmallIntegerField(default=0)
    n = models.IntegerField()
    what = models.TextField()
    type = models.TextField(null=True)
    side = models.TextField()
    owed_by = models.TextField(null=True)
    amount_minor = models.BigIntegerField(null=True)
    currency = models.TextField(null=True)
    until = models.DateField(null=True)
    due_at = models.DateTimeField(null=True)
    asks = models.SmallIntegerField(default=0)
    amends = models.UUIDField(null=True)
    at = models.DateTimeField()
    settled_by = models.UUIDField(null=True)
    settled_at = models.DateTimeField(null=True)
    outcome = models.TextField(null=True)
    kept_by = models.UUIDField(null=True)
    kept_at = models.DateTimeField(null=True)
    kept_side = models.TextField(null=True)
    lapsed_by = models.UUIDField(null=True)
    lapsed_at = models.DateTimeField(null=True)
    replaced_by = models.UUIDField(null=True)
    next_at = models.DateTimeField(null=True)  # when the sweep looks at it

    class Meta:
        db_table = "agreements_agreement"
        constraints = [
            models.CheckConstraint(
                condition=Q(what="agreement", type__isnull=False, owed_by__isnull=False)
                | Q(what="confirmation", type=None, owed_by=None, amount_minor=None, until=None, amends=None),
                name="agreements_what",
            ),
            models.CheckConstraint(
                condition=Q(amount_minor=None, currency=None) | Q(amount_minor__gt=0, currency__isnull=False),
                name="agreements_amount",
            ),
            models.CheckConstraint(
                condition=Q(until=None, due_at=None) | Q(until__isnull=False, due_at__gt=F("at")),
                name="agreements_until",
            ),
            models.CheckConstraint(
                condition=Q(settled_by=None, settled_at=None, outcome=None)
                | Q(settled_by__isnull=False, settled_at__isnull=False, outcome__isnull=False),
                name="agreements_settled",
            ),
            models.CheckConstraint(
                condition=Q(kept_by=None, kept_at=None, kept_side=None)
                | Q(kept_by__isnull=False, kept_at__isnull=False, outcome="confirmed"),
                name="agreements_kept",
            ),
            SellerKey(
                column="conversation_id",
                to="conversations.Conversation",
                name="agreements_agreement_conversation",
            ),
        ]
        indexes = [
            models.Index(fields=["seller_id", "-at", "-id"], name="agreements_of_seller"),
            models.Index(fields=["buyer_id", "-at", "-id"], name="agreements_of_buyer"),
            models.Index(fields=["seller_id", "conversation_id", "n"], name="agreements_in"),
            models.Index(fields=["at", "id"], name="agreements_old"),
            models.Index(
                fields=["next_at", "seller_id", "id"],
                name="agreements_next",
                condition=Q(next_at__isnull=False),
            ),
        ]
