"""Administrators who joined a thread."""

from django.db import models

from helpdesk.archive.database.keys import SellerKey


class Joining(models.Model):
    """One administrator in one thread; its id is its entry's, and its columns repeat the leaf."""

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    conversation_id = models.UUIDField()
    buyer_id = models.UUIDField()
    audience = models.SmallIntegerField(default=0)
    person_id = models.UUIDField()
    reason = models.TextField()
    n = models.IntegerField()
    at = models.DateTimeField()

    class Meta:
        db_table = "letters_joining"
        constraints = [
            models.UniqueConstraint(
                fields=["seller_id", "conversation_id", "person_id"], name="letters_joined_once"
            ),
            SellerKey(
                column="conversation_id",
                to="conversations.Conversation",
                name="letters_joining_conversation",
            ),
        ]
