"""What was said outside the Platform, as one side notes it and the other confirms or disputes it."""

from django.db import models
from django.db.models import Q

from helpdesk.archive.database.keys import SellerKey


class Contact(models.Model):
    """Its id is that of the entry that noted it; the words stand in the Archive only."""

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    chain = models.UUIDField()
    buyer_id = models.UUIDField()
    audience = models.SmallIntegerField(default=0)
    n = models.IntegerField()
    case_id = models.UUIDField(null=True)
    side = models.TextField()
    channel = models.TextField()
    on_day = models.DateField()
    at = models.DateTimeField()
    settled_by = models.UUIDField(null=True)
    settled_at = models.DateTimeField(null=True)
    outcome = models.TextField(null=True)

    class Meta:
        db_table = "cases_contact"
        constraints = [
            models.CheckConstraint(
                condition=Q(settled_by=None, settled_at=None, outcome=None)
                | Q(settled_by__isnull=False, settled_at__isnull=False, outcome__isnull=False),
                name="cases_contact_settled",
            ),
            SellerKey(column="chain", to="conversations.Conversation", name="cases_contact_conversation"),
        ]
        indexes = [
            models.Index(fields=["seller_id", "chain", "n"], name="cases_contacts_in"),
            models.Index(fields=["at", "id"], name="cases_contacts_old"),
        ]
