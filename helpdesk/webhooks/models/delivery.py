"""Deliveries: one event for one endpoint. They hold ids and codes; the event is made of its leaf."""

from django.db import models
from django.db.models import Q

from helpdesk.archive.database.keys import SellerKey
from helpdesk.webhooks.terms import SendingState, Trouble


class Delivery(models.Model):
    """Waiting until `next_at`, or done with at `done_at`. One that a worker has in hand waits for its lease.

    `chain` is what is kept in order; `of_seller_id` and `entry_id` are the entry, `number` its place in the
    log (null: a test, of no entry). `answer` is why the last request did not count, `millis` how
    long it took. Ids of one fan-out sort as the log does; those of tests say nothing of when they were made.
    """

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    endpoint_id = models.UUIDField()
    of_seller_id = models.BigIntegerField()
    entry_id = models.UUIDField()
    chain = models.UUIDField()
    number = models.BigIntegerField(null=True)
    kind = models.TextField()
    state = models.TextField(default=SendingState.WAITING.value)
    tries = models.SmallIntegerField(default=0)
    status = models.SmallIntegerField(null=True)
    answer = models.TextField(blank=True, default="")
    millis = models.IntegerField(null=True)
    created_at = models.DateTimeField()
    next_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "webhooks_delivery"
        constraints = [
            models.UniqueConstraint(fields=["seller_id", "endpoint_id", "number"], name="webhooks_told_once"),
            models.CheckConstraint(
                condition=Q(state=SendingState.WAITING.value, next_at__isnull=False, done_at=None)
                | Q(
                    state__in=[SendingState.DELIVERED.value, SendingState.DEAD.value],
                    next_at=None,
                    done_at__isnull=False,
                ),
                name="webhooks_delivery_state",
            ),
            SellerKey(column="endpoint_id", to="webhooks.Endpoint", name="webhooks_delivery_endpoint"),
        ]
        indexes = [
            models.Index(
                fields=["seller_id", "endpoint_id", "next_at"],
                condition=Q(next_at__isnull=False),
                name="webhooks_due",
            ),
            models.Index(
                fields=["seller_id", "endpoint_id", "chain", "number"],
                condition=Q(next_at__isnull=False),
                name="webhooks_ahead",
            ),
            models.Index(fields=["seller_id", "endpoint_id", "-created_at", "-id"], name="webhooks_latest"),
            models.Index(
                fields=["seller_id", "endpoint_id", "-created_at", "-id"],
                condition=Q(state=SendingState.DEAD.value),
                name="webhooks_dead",
            ),
            models.Index(fields=["done_at"], condition=Q(done_at__isnull=False), name="webhooks_done"),
            models.Index(
                fields=["done_at"],
                condition=Q(state=SendingState.DEAD.value) & ~Q(answer=Trouble.PAUSED.value),
                name="webhooks_given_up",
            ),
        ]
