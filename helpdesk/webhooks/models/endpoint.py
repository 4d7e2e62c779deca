"""Endpoints: where events are sent, and how they fare."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from helpdesk.webhooks.terms import MAX_DESCRIPTION, MAX_URL, PauseReason


class Endpoint(models.Model):
    """`turn` counts secrets; the one before `turn` signs too, until `retiring_until`. No secret is stored.

    `after` is the last number of the log when the endpoint was added or went on: it is told of what came
    later. `failures` counts those in a row, `rest_until` is when it is tried again after several.
    """

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    url = models.CharField(max_length=MAX_URL)
    kinds = ArrayField(models.TextField())
    description = models.CharField(max_length=MAX_DESCRIPTION, blank=True, default="")
    version = models.IntegerField(default=1)
    turn = models.IntegerField(default=1)
    secret_fingerprint = models.BinaryField()
    retiring_until = models.DateTimeField(null=True)
    after = models.BigIntegerField()
    created_at = models.DateTimeField()
    paused_at = models.DateTimeField(null=True)
    paused_as = models.TextField(null=True)
    removed_at = models.DateTimeField(null=True)
    failures = models.IntegerField(default=0)
    failing_since = models.DateTimeField(null=True)
    gone_at = models.DateTimeField(null=True)
    rest_until = models.DateTimeField(null=True)

    class Meta:
        db_table = "webhooks_endpoint"
        constraints = [
            models.CheckConstraint(
                condition=Q(paused_at=None, paused_as=None)
                | Q(paused_at__isnull=False, paused_as__in=[why.value for why in PauseReason]),
                name="webhooks_paused",
            ),
            models.CheckConstraint(condition=Q(turn__gte=1, version__gte=1), name="webhooks_counts"),
        ]
        indexes = [
            models.Index(
                fields=["seller_id"], condition=Q(removed_at=None, paused_at=None), name="webhooks_told"
            ),
        ]
