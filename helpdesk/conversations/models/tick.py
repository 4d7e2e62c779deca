"""What was said of single questions, by a seller's message and by the buyer of one: places, no words."""

from django.db import models

from helpdesk.archive.database.keys import SellerKey


class Tick(models.Model):
    """One entry's word; its id is the entry's, and its columns repeat the leaf, which `verify` checks.

    Questions are named `n.start.end`, apart by spaces. A seller's message says which of so many
    `questions` it has `answered` and which come `later`; a buyer says `how` the message
    `of_id` answered, and what is `left_open`.
    """

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    conversation_id = models.UUIDField()
    buyer_id = models.UUIDField()
    audience = models.SmallIntegerField(default=0)
    side = models.TextField()
    at = models.DateTimeField()
    of_id = models.UUIDField(null=True)  # None: its own message
    how = models.TextField(null=True)
    questions = models.SmallIntegerField()
    answered = models.TextField(default="")
    later = models.TextField(default="")
    left_open = models.TextField(default="")

    class Meta:
        db_table = "conversations_tick"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(side="seller", of_id=None, how=None)
                | models.Q(side="buyer", of_id__isnull=False, how__isnull=False),
                name="conversations_tick_of_whom",
            ),
            SellerKey(
                column="conversation_id",
                to="conversations.Conversation",
                name="conversations_tick_conversation",
            ),
        ]
        indexes = [models.Index(fields=["seller_id", "conversation_id", "at"], name="conversations_tick_in")]
