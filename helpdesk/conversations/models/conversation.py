"""Threads."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from helpdesk.archive.database.keys import SellerKey


class Conversation(models.Model):
    """One thread; its id is also the id of its shared chain. Its market stays what it was at the start."""

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    buyer_id = models.UUIDField()
    audience = models.SmallIntegerField(default=0)
    pair = models.UUIDField()
    market = models.TextField()
    order_id = models.UUIDField(null=True)
    offer_id = models.UUIDField(null=True)
    title = models.TextField()
    title_folded = models.GeneratedField(
        expression=Lower("title"), output_field=models.TextField(db_collation="C"), db_persist=True
    )
    started_at = models.DateTimeField()
    last_n = models.IntegerField(default=-1)
    last_at = models.DateTimeField()
    last_side = models.TextField()

    imported = False
    """Whether it began in an older system, where a list was asked with `with_imports`."""

    class Meta:
        db_table = "conversations_conversation"
        constraints = [
            models.UniqueConstraint(fields=["seller_id", "order_id"], name="conversations_one_per_order"),
            models.UniqueConstraint(
                fields=["seller_id", "offer_id", "buyer_id"], name="conversations_one_per_offer_and_buyer"
            ),
            models.CheckConstraint(
                condition=Q(order_id__isnull=True) ^ Q(offer_id__isnull=True), name="conversations_about_one"
            ),
            SellerKey(column="order_id", to="marketplace.Order", name="conversations_conversation_order"),
            SellerKey(column="offer_id", to="marketplace.Offer", name="conversations_conversation_offer"),
        ]
        indexes = [
            models.Index(fields=["seller_id", "-last_at"], name="conversations_recent"),
            models.Index(fields=["seller_id", "pair", "-last_at"], name="conversations_of_pair"),
            models.Index(fields=["title_folded"], name="conversations_title"),
            models.Index(fields=["-started_at"], name="conversations_begun"),
        ]
