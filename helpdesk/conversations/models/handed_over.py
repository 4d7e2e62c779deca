"""What buyers hand over beside messages: that they did, and when; the words stand in the Archive only."""

from django.db import models
from django.db.models import Q


class HandedOver(models.Model):
    """One version; its id is its entry's. The latest counts, by `n`, the entry's place in its chain.

    The conversation need not be there: what the courier needs may come before anybody asks anything.
    """

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    conversation_id = models.UUIDField()
    order_id = models.UUIDField()
    buyer_id = models.UUIDField()
    audience = models.SmallIntegerField()
    what = models.TextField()
    state = models.TextField()
    n = models.IntegerField()
    at = models.DateTimeField()

    class Meta:
        db_table = "conversations_handed_over"
        constraints = [
            models.CheckConstraint(
                condition=Q(what="delivery", audience=0) | Q(what="refund", audience=3),
                name="conversations_handed_over_what",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["given", "withdrawn"]), name="conversations_handed_over_state"
            ),
            models.UniqueConstraint(
                fields=["seller_id", "conversation_id", "what", "n"], name="conversations_handed_over_n"
            ),
        ]
        indexes = [
            models.Index(fields=["at", "id"], name="conversations_handed_old"),
            models.Index(fields=["buyer_id"], name="conversations_handed_buyer"),
        ]
