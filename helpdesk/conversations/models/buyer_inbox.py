"""The buyer's list of threads: a small table by buyer, since all else lies by seller."""

from django.db import models


class BuyerInbox(models.Model):
    """Written with the thread; its counters follow by reaction, `last_number` says how far."""

    pk = models.CompositePrimaryKey("buyer_id", "conversation_id")
    buyer_id = models.UUIDField()
    conversation_id = models.UUIDField()
    seller_id = models.BigIntegerField()
    last_number = models.BigIntegerField(default=-1)
    last_at = models.DateTimeField()
    messages = models.IntegerField(default=0)
    unread = models.IntegerField(default=0)
    read_n = models.IntegerField(default=-1)

    class Meta:
        db_table = "conversations_buyer_inbox"
        indexes = [models.Index(fields=["buyer_id", "-last_at"], name="conversations_buyer_recent")]
