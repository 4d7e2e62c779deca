"""Deliveries: one way of one notice out of the house."""

from django.db import models
from django.db.models import Q

from helpdesk.archive.database.keys import SellerKey
from helpdesk.notifications.terms import Channel, State


class Delivery(models.Model):
    """Waiting until `next_at`, or done with at `done_at`. Those of one `mail_id` leave in one mail.

    Whoever takes it up moves `next_at` behind the lease: nobody else has it until then. `answer` is the
    server's code. `number` orders what the Platform fetches.
    """

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    notice_id = models.UUIDField()
    person_id = models.UUIDField()
    buyer_id = models.UUIDField(null=True)
    audience = models.SmallIntegerField()
    channel = models.TextField()
    state = models.TextField(default=State.WAITING.value)
    due_at = models.DateTimeField()
    next_at = models.DateTimeField(null=True)
    mail_id = models.UUIDField(null=True)
    tries = models.SmallIntegerField(default=0)
    answer = models.TextField(blank=True, default="")
    done_at = models.DateTimeField(null=True)
    number = models.BigIntegerField(null=True)

    class Meta:
        db_table = "notifications_delivery"
        constraints = [
            models.UniqueConstraint(
                fields=["seller_id", "notice_id", "channel"], name="notifications_delivered_once"
            ),
            models.CheckConstraint(
                condition=Q(channel__in=[channel.value for channel in Channel]),
                name="notifications_delivery_channel",
            ),
            models.CheckConstraint(
                condition=Q(state=State.WAITING.value, next_at__isnull=False, done_at=None)
                | (~Q(state=State.WAITING.value) & Q(next_at=None, done_at__isnull=False)),
                name="notifications_delivery_state",
            ),
            SellerKey(column="notice_id", to="notifications.Notice", name="notifications_delivery_notice"),
        ]
        indexes = [
            models.Index(
                fields=["channel", "next_at"],
                condition=Q(next_at__isnull=False),
                name="notifications_due",
            ),
            models.Index(
                fields=["person_id", "-due_at"],
                name="notifications_ways_of_person",
            ),
            models.Index(fields=["mail_id"], condition=Q(mail_id__isnull=False), name="notifications_mail"),
            models.Index(
                fields=["-done_at"],
                condition=Q(state__in=[State.BOUNCED.value, State.GIVEN_UP.value]),
                name="notifications_lost",
            ),
            models.Index(fields=["number"], condition=Q(number__isnull=False), name="notifications_number"),
        ]
