"""Reports: their words and files stand in the Archive only."""

from django.db import models
from django.db.models import Q

_OPEN = Q(settled_by=None, settled_at=None, outcome=None, found=None, warned=False, last_until=None)


class Report(models.Model):
    """One report; its id is its entry's, and its columns repeat the leaf, which `verify` checks.

    `of_side` is whose report it is, and who sees it besides the Platform. The thread `file_id` need not be
    there. By `due_at` the Platform means to decide it. `ranks_last`: its reporter abused reports before.
    """

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    chain = models.UUIDField()
    n = models.IntegerField()
    file_id = models.UUIDField()
    buyer_id = models.UUIDField()
    audience = models.SmallIntegerField()
    of_side = models.TextField()
    person_id = models.UUIDField()
    about = models.TextField()
    message_id = models.UUIDField(null=True)
    message_n = models.IntegerField(null=True)
    order_id = models.UUIDField(null=True)
    what = models.TextField()
    channel = models.TextField()
    market = models.TextField()
    language = models.TextField()
    at = models.DateTimeField()
    due_at = models.DateTimeField()
    ranks_last = models.BooleanField(default=False)
    settled_by = models.UUIDField(null=True)
    settled_at = models.DateTimeField(null=True)
    outcome = models.TextField(null=True)
    found = models.TextField(null=True)
    warned = models.BooleanField(default=False)
    last_until = models.DateTimeField(null=True)

    class Meta:
        db_table = "reports_report"
        constraints = [
            models.UniqueConstraint(fields=["seller_id", "chain", "n"], name="reports_report_n"),
            models.UniqueConstraint(
                fields=["seller_id", "chain", "message_id"],
                condition=Q(message_id__isnull=False),
                name="reports_once_a_message",
            ),
            models.CheckConstraint(
                condition=_OPEN
                | Q(
                    settled_by__isnull=False, settled_at__isnull=False, outcome="founded", found__isnull=False
                )
                | Q(
                    settled_by__isnull=False,
                    settled_at__isnull=False,
                    outcome__in=["unfounded", "abusive"],
                    found=None,
                ),
                name="reports_report_settled",
            ),
            models.CheckConstraint(
                condition=Q(about="message", message_id__isnull=False, message_n__isnull=False, order_id=None)
                | Q(about="conversation", message_id=None, message_n=None, order_id=None)
                | Q(about="order", message_id=None, message_n=None, order_id__isnull=False),
                name="reports_report_about",
            ),
            models.CheckConstraint(
                condition=Q(of_side="seller", audience=1) | Q(of_side="buyer", audience=3),
                name="reports_report_of_side",
            ),
        ]
        indexes = [
            models.Index(
                fields=["ranks_last", "due_at", "id"],
                name="reports_waiting",
                condition=Q(settled_by=None),
            ),
            models.Index(fields=["-settled_at", "id"], name="reports_done", condition=~Q(settled_by=None)),
            models.Index(fields=["seller_id", "file_id", "n"], name="reports_of_file"),
            models.Index(fields=["seller_id", "chain"], name="reports_of_chain"),
            models.Index(fields=["buyer_id", "-at"], name="reports_of_buyer"),
            models.Index(fields=["seller_id", "of_side", "-at"], name="reports_of_seller"),
            models.Index(fields=["at", "id"], name="reports_old"),
        ]
