"""Orders, their lines, the parcels that carry them, and the money that went back."""

from django.db import models
from django.db.models import Q

from helpdesk.archive.database.keys import SellerKey
from helpdesk.kernel.ids import uuid7
from helpdesk.marketplace.models.keys import OfSeller
from helpdesk.marketplace.terms.kinds import MAX_EXTERNAL_ID


class Order(models.Model):
    """What one buyer bought from one seller. A stub stands in until the Platform sends the order itself."""

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField(default=uuid7)
    buyer_id = models.UUIDField()
    audience = models.SmallIntegerField(default=0, db_default=0)
    external_id = models.CharField(max_length=MAX_EXTERNAL_ID)
    number = models.CharField(max_length=60)
    market = models.ForeignKey(
        "marketplace.Market", on_delete=models.PROTECT, related_name="+", db_column="market", db_index=False
    )
    placed_at = models.DateTimeField()
    paid_with = models.CharField(max_length=40, blank=True)
    purchase_ref = models.CharField(max_length=MAX_EXTERNAL_ID, blank=True)
    delivery_address = models.JSONField(null=True)
    withdrawal_informed_at = models.DateTimeField(null=True)
    is_stub = models.BooleanField(default=False, db_default=False)
    seller = models.ForeignObject(
        "marketplace.Seller",
        from_fields=["seller_id"],
        to_fields=["seller_id"],
        on_delete=models.DO_NOTHING,
        related_name="+",
    )

    class Meta:
        db_table = "marketplace_order"
        constraints = [OfSeller(name="marketplace_order_seller")]
        indexes = [
            models.Index(fields=["buyer_id", "-placed_at", "-id"], name="marketplace_order_buyer"),
            models.Index(fields=["seller_id", "-placed_at", "-id"], name="marketplace_order_seller_day"),
            models.Index(fields=["seller_id", "number"], name="marketplace_order_number"),
        ]


class OrderLine(models.Model):
    """A line, by the Platform's own id for it. One that left the order keeps its row, with quantity 0."""

    pk = models.CompositePrimaryKey("seller_id", "order_id", "line")
    seller_id = models.BigIntegerField()
    order_id = models.UUIDField()
    line = models.CharField(max_length=MAX_EXTERNAL_ID)
    buyer_id = models.UUIDField()
    audience = models.SmallIntegerField(default=0, db_default=0)
    position = models.SmallIntegerField()
    offer_id = models.UUIDField()
    quantity = models.IntegerField()
    price_minor = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    serial = models.CharField(max_length=60, blank=True)
    offer = models.ForeignObject(
        "marketplace.Offer",
        from_fields=["seller_id", "offer_id"],
        to_fields=["seller_id", "id"],
        on_delete=models.DO_NOTHING,
        related_name="+",
    )

    class Meta:
        db_table = "marketplace_order_line"
        constraints = [
            SellerKey(column="order_id", to="marketplace.Order", name="marketplace_order_line_order"),
            SellerKey(column="offer_id", to="marketplace.Offer", name="marketplace_order_line_offer"),
            models.CheckConstraint(condition=Q(quantity__gte=0), name="marketplace_order_line_quantity"),
            models.CheckConstraint(condition=Q(price_minor__gte=0), name="marketplace_order_line_price"),
        ]


class Shipment(models.Model):
    """A parcel. `lines` is a list of {line, quantity}."""

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField(default=uuid7)
    order_id = models.UUIDField()
    buyer_id = models.UUIDField()
    audience = models.SmallIntegerField(default=0, db_default=0)
    external_id = models.CharField(max_length=MAX_EXTERNAL_ID)
    lines = models.JSONField()
    direction = models.CharField(max_length=4)
    carrier = models.CharField(max_length=60, blank=True)
    tracking = models.CharField(max_length=60, blank=True)
    dispatched_at = models.DateTimeField(null=True)
    expected_on = models.DateField(null=True)
    delivered_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "marketplace_shipment"
        constraints = [
            SellerKey(column="order_id", to="marketplace.Order", name="marketplace_shipment_order"),
            models.CheckConstraint(
                condition=Q(direction__in=["out", "back"]), name="marketplace_shipment_direction"
            ),
        ]
        indexes = [
            models.Index(fields=["seller_id", "order_id"], name="marketplace_shipment_of_order"),
            models.Index(fields=["seller_id", "tracking"], name="marketplace_shipment_number"),
        ]


class Refund(models.Model):
    """Money that went back to the buyer. `lines` is a list of {line, quantity}; the amount is in minor
    units.
    """

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField(default=uuid7)
    order_id = models.UUIDField()
    buyer_id = models.UUIDField()
    audience = models.SmallIntegerField(default=0, db_default=0)
    external_id = models.CharField(max_length=MAX_EXTERNAL_ID)
    lines = models.JSONField()
    amount_minor = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    done_at = models.DateTimeField()

    class Meta:
        db_table = "marketplace_refund"
        constraints = [
            SellerKey(column="order_id", to="marketplace.Order", name="marketplace_refund_order"),
            models.CheckConstraint(condition=Q(amount_minor__gte=0), name="marketplace_refund_amount"),
        ]
        indexes = [models.Index(fields=["seller_id", "order_id"], name="marketplace_refund_of_order")]
