"""The directory: what the Platform's ids stand for with us, and how new our version of each is."""

from django.db import models
from django.db.models import Q

from helpdesk.marketplace.terms.kinds import MAX_EXTERNAL_ID, Kind


class ExternalId(models.Model):
    """One id of the Platform. Its row is also the lock under which a record is brought up to date."""

    pk = models.CompositePrimaryKey("kind", "external_id")
    kind = models.TextField()
    external_id = models.CharField(max_length=MAX_EXTERNAL_ID)
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    version = models.CharField(max_length=40)
    version_order = models.BigIntegerField()

    class Meta:
        db_table = "marketplace_external_id"
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[str(kind) for kind in Kind]), name="marketplace_external_id_kind"
            ),
        ]
