"""Messages: the text itself stands in the Archive only."""

from django.db import models

from helpdesk.archive.database.keys import SellerKey


class Message(models.Model):
    """One message; its id is its entry's, and its columns repeat the leaf, which `verify` checks."""

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    conversation_id = models.UUIDField()
    n = models.IntegerField()
    buyer_id = models.UUIDField()
    audience = models.SmallIntegerField(default=0)
    side = models.TextField()
    language = models.TextField()
    manner = models.TextField(null=True)  # None: said in the ordinary way
    at = models.DateTimeField()

    class Meta:
        db_table = "conversations_message"
        constraints = [
            models.UniqueConstraint(
                fields=["seller_id", "conversation_id", "n"], name="conversations_message_n"
            ),
            SellerKey(
                column="conversation_id",
                to="conversations.Conversation",
                name="conversations_message_conversation",
            ),
        ]
