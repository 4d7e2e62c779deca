"""Why messages were written, and whose messages a buyer has muted."""

from django.db import models

from helpdesk.archive.database.keys import SellerKey


class MessageReason(models.Model):
    """Of a message that says what it was written for; its id is the message's, and `verify` compares it.

    `line` is the order's line that a buyer chose, as the Platform calls it.
    """

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    conversation_id = models.UUIDField()
    n = models.IntegerField()
    buyer_id = models.UUIDField()
    audience = models.SmallIntegerField(default=0)
    side = models.TextField()
    reason = models.TextField()
    line = models.TextField(null=True)
    at = models.DateTimeField()

    class Meta:
        db_table = "conversations_reason"
        constraints = [
            models.UniqueConstraint(
                fields=["seller_id", "conversation_id", "n"], name="conversations_reason_n"
            ),
            SellerKey(
                column="conversation_id",
                to="conversations.Conversation",
                name="conversations_reason_conversation",
            ),
        ]


class Mute(models.Model):
    """The buyer's wish not to be told of what need not be told; the seller does not see it.

    The conversation need not be there: an order can be muted before anybody writes. `lifted_at`: no more.
    """

    pk = models.CompositePrimaryKey("seller_id", "conversation_id")
    seller_id = models.BigIntegerField()
    conversation_id = models.UUIDField()
    buyer_id = models.UUIDField()
    audience = models.SmallIntegerField(default=3)
    muted_at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "conversations_mute"
