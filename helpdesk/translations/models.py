"""What engines made of messages: an aid to reading, beside the record."""

from django.db import models
from django.db.models import Q

from helpdesk.archive.database.keys import SellerKey


class Translation(models.Model):
    """One message in one language; `entry_id` is the message's. Its words go when the message's go.

    Whoever takes it up moves `next_at` behind the lease; None: done with.
    """

    pk = models.CompositePrimaryKey("seller_id", "entry_id", "language")
    seller_id = models.BigIntegerField()
    entry_id = models.UUIDField()
    language = models.TextField()
    conversation_id = models.UUIDField()
    buyer_id = models.UUIDField()
    audience = models.SmallIntegerField()
    source = models.TextField()
    state = models.TextField(default="waiting")
    tries = models.SmallIntegerField(default=0)
    next_at = models.DateTimeField(null=True)
    text = models.TextField(blank=True, default="")
    engine = models.TextField(blank=True, default="")
    version = models.TextField(blank=True, default="")
    at = models.DateTimeField()

    class Meta:
        db_table = "translations_translation"
        constraints = [
            models.CheckConstraint(
                condition=Q(state="waiting", next_at__isnull=False, text="")
                | (Q(state="made", next_at=None) & ~Q(text="") & ~Q(engine=""))
                | Q(state="failed", next_at=None, text=""),
                name="translations_translation_state",
            ),
            SellerKey(column="entry_id", to="conversations.Message", name="translations_translation_message"),
        ]
        indexes = [
            models.Index(fields=["next_at"], name="translations_due", condition=Q(next_at__isnull=False)),
            models.Index(fields=["seller_id", "conversation_id", "language"], name="translations_of_thread"),
        ]
