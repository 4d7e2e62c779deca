"""The one table: where a person is, and what they are writing there."""

from django.db import models

from helpdesk.archive.database.keys import SellerKey


class Place(models.Model):
    """A person in a thread. `text` is their draft, empty when there is none; `buyer_id` is a Buyer's own.

    A person has a row in a thread for as long as they have a draft there or were seen there lately.
    """

    pk = models.CompositePrimaryKey("seller_id", "person_id", "conversation_id")
    seller_id = models.BigIntegerField()
    person_id = models.UUIDField()
    conversation_id = models.UUIDField()
    buyer_id = models.UUIDField(null=True)
    audience = models.SmallIntegerField()
    name = models.TextField(blank=True, default="")
    doing = models.TextField()
    seen_at = models.DateTimeField()
    text = models.TextField(blank=True, default="")
    written_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "composing_place"
        indexes = [models.Index(fields=["seller_id", "conversation_id"], name="composing_of_thread")]
        constraints = [
            SellerKey(
                column="conversation_id", to="conversations.Conversation", name="composing_place_thread"
            ),
            models.CheckConstraint(
                condition=models.Q(doing__in=["reading", "answering", "gone"]), name="composing_doing"
            ),
        ]
