"""News of plain orders, told before anybody asks."""

from django.db import models

from helpdesk.archive.database.keys import SellerKey


class Update(models.Model):
    """One update of one order: its id is the entry's, its columns repeat the leaf. A parcel's carrier and
    number stand in the Archive only.
    """

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    chain = models.UUIDField()
    buyer_id = models.UUIDField()
    audience = models.SmallIntegerField(default=0)
    order_id = models.UUIDField()
    n = models.IntegerField()
    what = models.TextField()
    expected_on = models.DateField(null=True)
    at = models.DateTimeField()

    class Meta:
        db_table = "cases_update"
        constraints = [
            SellerKey(column="chain", to="conversations.Conversation", name="cases_update_conversation"),
            SellerKey(column="order_id", to="marketplace.Order", name="cases_update_order"),
        ]
        indexes = [
            models.Index(fields=["seller_id", "order_id", "-at"], name="cases_updates_of_order"),
            models.Index(fields=["at", "id"], name="cases_updates_old"),
        ]
