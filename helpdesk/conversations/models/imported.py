"""Messages of an older system: what the import says of each; the words stand in the Archive only."""

from django.db import models

from helpdesk.archive.database.keys import SellerKey


class Imported(models.Model):
    """One message; its id is its entry's, and its columns repeat the leaf, which `verify` checks.

    `said_at` is when it is said to have been said; `at` is when it came in. The keys stand for what the older
    system called the thread and the message, so that the same file twice adds nothing.
    """

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    conversation_id = models.UUIDField()
    n = models.IntegerField()
    buyer_id = models.UUIDField()
    audience = models.SmallIntegerField(default=0)
    side = models.TextField()
    said_at = models.DateTimeField()
    at = models.DateTimeField()
    thread_key = models.UUIDField()
    message_key = models.UUIDField()

    class Meta:
        db_table = "conversations_imported"
        constraints = [
            models.UniqueConstraint(
                fields=["seller_id", "conversation_id", "n"], name="conversations_imported_n"
            ),
            models.UniqueConstraint(
                fields=["seller_id", "thread_key", "message_key"], name="conversations_imported_once"
            ),
            SellerKey(
                column="conversation_id",
                to="conversations.Conversation",
                name="conversations_imported_conversation",
            ),
        ]
