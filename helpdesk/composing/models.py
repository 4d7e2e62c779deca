"""Where a person is and what they are writing there; and how far each side has read."""

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


class Seen(models.Model):
    """How far a side has read a thread: the last message that stood on a page of theirs, since `at`.

    Both sides see both rows; who it was is not kept.
    """

    pk = models.CompositePrimaryKey("seller_id", "conversation_id", "side")
    seller_id = models.BigIntegerField()
    conversation_id = models.UUIDField()
    side = models.TextField()
    buyer_id = models.UUIDField()
    audience = models.SmallIntegerField(default=0)
    n = models.IntegerField()
    at = models.DateTimeField()

    class Meta:
        db_table = "composing_seen"
        constraints = [
            SellerKey(
                column="conversation_id", to="conversations.Conversation", name="composing_seen_thread"
            ),
            models.CheckConstraint(
                condition=models.Q(side__in=["buyer", "seller"]), name="composing_seen_side"
            ),
        ]
