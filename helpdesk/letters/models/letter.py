"""Letters: the text itself stands in the Archive only."""

from django.db import models
from django.db.models import Q


class Letter(models.Model):
    """One letter; its id is its entry's, and its columns repeat the leaf, which `verify` checks.

    `of_side` is whose correspondence with the Platform it is, `side` who wrote it. The thread `file_id` need
    not be there. The first letter that waits has the `due_at` of all that follow; an answer takes it along,
    or a closing (`closed_as` is why nobody answers).
    """

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    chain = models.UUIDField()
    n = models.IntegerField()
    file_id = models.UUIDField()
    buyer_id = models.UUIDField(null=True)
    audience = models.SmallIntegerField()
    of_side = models.TextField()
    side = models.TextField()
    about = models.TextField()
    order_id = models.UUIDField(null=True)
    market = models.TextField(null=True)
    language = models.TextField()
    at = models.DateTimeField()
    due_at = models.DateTimeField(null=True)
    answered_by = models.UUIDField(null=True)
    answered_at = models.DateTimeField(null=True)
    closed_by = models.UUIDField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_as = models.TextField(null=True)

    class Meta:
        db_table = "letters_letter"
        constraints = [
            models.UniqueConstraint(fields=["seller_id", "chain", "n"], name="letters_letter_n"),
            models.UniqueConstraint(
                fields=["seller_id", "chain"],
                condition=Q(due_at__isnull=False, answered_by=None, closed_by=None),
                name="letters_one_still_waits",
            ),
            models.CheckConstraint(
                condition=Q(answered_by=None, answered_at=None)
                | Q(due_at__isnull=False, answered_by__isnull=False, answered_at__isnull=False),
                name="letters_letter_answered",
            ),
            models.CheckConstraint(
                condition=Q(closed_by=None, closed_at=None, closed_as=None)
                | Q(
                    answered_by=None,
                    due_at__isnull=False,
                    closed_by__isnull=False,
                    closed_at__isnull=False,
                    closed_as__isnull=False,
                ),
                name="letters_letter_closed",
            ),
            models.CheckConstraint(
                condition=Q(about="order", order_id__isnull=False)
                | Q(about__in=["conversation", "platform"], order_id=None),
                name="letters_letter_about",
            ),
            models.CheckConstraint(
                condition=Q(of_side="seller", audience=1) | Q(of_side="buyer", audience=3),
                name="letters_letter_of_side",
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_at", "id"],
                name="letters_still_waiting",
                condition=Q(due_at__isnull=False, answered_by=None, closed_by=None),
            ),
            models.Index(
                fields=["-answered_at", "id"], name="letters_answered", condition=~Q(answered_by=None)
            ),
            models.Index(fields=["-closed_at", "id"], name="letters_closed", condition=~Q(closed_by=None)),
            models.Index(fields=["seller_id", "file_id", "n"], name="letters_of_file"),
            models.Index(fields=["buyer_id", "-at"], name="letters_of_buyer"),
            models.Index(fields=["at", "id"], name="letters_old"),
        ]
