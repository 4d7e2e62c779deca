"""Cases as they stand now."""

from django.db import models
from django.db.models import Q

from helpdesk.archive.database.keys import SellerKey
from helpdesk.cases.terms.names import BEFORE_PLATFORM


class Case(models.Model):
    """Its id is that of the entry that opened it. `kind`, `stage` and `outcome` are those of its latest step.

    `state` is what the engine needs to know (`rules.storing`), `law` and `contract_on` by whose law and from
    which day it counts. `due_at` and `due_code` are what the `owner`, whose turn it is, owes next.
    `message_id` is the message that declared it, `last_by` the entry of its latest step.
    """

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    chain = models.UUIDField()
    buyer_id = models.UUIDField()
    audience = models.SmallIntegerField(default=0)
    order_id = models.UUIDField()
    n = models.IntegerField()
    number = models.CharField(max_length=16)
    situation = models.TextField()
    side = models.TextField()
    kind = models.TextField()
    version = models.SmallIntegerField()
    market = models.TextField()
    law = models.TextField()
    contract_on = models.DateField()
    message_id = models.UUIDField(null=True)
    at = models.DateTimeField()
    dated_at = models.DateTimeField()
    state = models.JSONField()
    stage = models.TextField()
    owner = models.TextField()
    outcome = models.TextField(blank=True)
    ended_at = models.DateTimeField(null=True)
    last_by = models.UUIDField()
    last_n = models.IntegerField()
    last_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True)
    due_code = models.TextField(blank=True)
    next_at = models.DateTimeField(null=True)  # when the sweep looks at it

    class Meta:
        db_table = "cases_case"
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="", ended_at=None) | (~Q(outcome="") & Q(ended_at__isnull=False)),
                name="cases_case_ended",
            ),
            models.CheckConstraint(condition=Q(dated_at__lte=models.F("at")), name="cases_case_dated"),
            SellerKey(column="chain", to="conversations.Conversation", name="cases_case_conversation"),
            SellerKey(column="order_id", to="marketplace.Order", name="cases_case_order"),
        ]
        indexes = [
            models.Index(fields=["seller_id", "-at", "-id"], name="cases_of_seller"),
            models.Index(fields=["buyer_id", "-at", "-id"], name="cases_of_buyer"),
            models.Index(fields=["seller_id", "chain", "n"], name="cases_in"),
            models.Index(fields=["seller_id", "number"], name="cases_number"),
            models.Index(
                fields=["seller_id", "owner", "due_at"], name="cases_open", condition=Q(ended_at=None)
            ),
            models.Index(fields=["seller_id", "order_id"], name="cases_of_order"),
            models.Index(fields=["stage"], name="cases_stage", condition=Q(ended_at=None)),
            models.Index(
                fields=["due_at", "id"],
                name="cases_before_platform",
                condition=Q(ended_at=None, stage__in=BEFORE_PLATFORM),
            ),
            models.Index(
                fields=["next_at", "seller_id", "id"], name="cases_next", condition=Q(next_at__isnull=False)
            ),
        ]
