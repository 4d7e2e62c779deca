"""Sellers: what all may know, what only their people and the operator see, and who those people are."""

from django.db import models
from django.db.models import Q

from helpdesk.kernel.ids import uuid7
from helpdesk.marketplace.models.keys import OfSeller
from helpdesk.marketplace.terms.kinds import MAX_EXTERNAL_ID

ROLES = ["owner", "agent", "reader"]
STATUSES = ["active", "suspended", "closed"]


class Seller(models.Model):
    """What any party may know of a seller; country, subdivision and zone are those of its establishment.

    `subdivision` is the part of ISO 3166-2 after the hyphen ("ENG"). `stand_in` stands for it in leaves.
    """

    seller_id = models.BigIntegerField(primary_key=True)
    external_id = models.CharField(max_length=MAX_EXTERNAL_ID)
    stand_in = models.UUIDField()
    name = models.CharField(max_length=120)
    trader = models.BooleanField()
    country = models.CharField(max_length=2)
    subdivision = models.CharField(max_length=6, blank=True)
    time_zone = models.TextField()
    status = models.TextField()

    class Meta:
        db_table = "marketplace_seller"
        constraints = [
            models.CheckConstraint(
                condition=Q(seller_id__gt=0, seller_id__lt=1 << 53), name="marketplace_seller_53_bits"
            ),
            models.CheckConstraint(condition=Q(status__in=STATUSES), name="marketplace_seller_status"),
        ]


class SellerIdentity(models.Model):
    """Name in law, address, contact: a private person sells here too, so this is not for everybody."""

    seller_id = models.BigIntegerField(primary_key=True)
    legal_name = models.CharField(max_length=120)
    address = models.JSONField()
    contact = models.JSONField()
    return_addresses = models.JSONField()

    class Meta:
        db_table = "marketplace_seller_identity"
        constraints = [OfSeller(name="marketplace_seller_identity_seller")]


class Member(models.Model):
    """A person with a role at a seller."""

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField(default=uuid7)
    external_id = models.CharField(max_length=MAX_EXTERNAL_ID)
    person_id = models.UUIDField()
    name = models.CharField(max_length=120)
    email = models.CharField(max_length=254, blank=True)
    role = models.TextField()
    removed_at = models.DateTimeField(null=True)
    seller = models.ForeignObject(
        "marketplace.Seller",
        from_fields=["seller_id"],
        to_fields=["seller_id"],
        on_delete=models.DO_NOTHING,
        related_name="+",
    )

    class Meta:
        db_table = "marketplace_member"
        constraints = [
            OfSeller(name="marketplace_member_seller"),
            models.UniqueConstraint(
                fields=["seller_id", "person_id"],
                condition=Q(removed_at=None),
                name="marketplace_member_person_once",
            ),
            models.CheckConstraint(condition=Q(role__in=ROLES), name="marketplace_member_role"),
        ]
        indexes = [models.Index(fields=["person_id"], name="marketplace_member_person")]
