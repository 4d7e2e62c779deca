"""The directory: what the Platform's ids stand for with us, how new our version is, who waits for whom."""

from django.db import models
from django.db.models import Q

from helpdesk.marketplace.terms.kinds import MAX_EXTERNAL_ID, STUB, Kind


class ExternalId(models.Model):
    """One id of the Platform. Its row is also the lock under which a record is brought up to date.

    A thing that was named before it arrived has a row too, a stub, `since` it was first named. A stub of an
    order whose seller nobody has named yet has no seller: `seller_id` is 0.
    """

    pk = models.CompositePrimaryKey("kind", "external_id")
    kind = models.TextField()
    external_id = models.CharField(max_length=MAX_EXTERNAL_ID)
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    version = models.CharField(max_length=40)
    version_order = models.BigIntegerField()
    since = models.DateTimeField(null=True)

    class Meta:
        db_table = "marketplace_external_id"
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[str(kind) for kind in Kind]), name="marketplace_external_id_kind"
            ),
        ]
        indexes = [
            models.Index(
                fields=["since", "kind", "external_id"],
                condition=Q(version_order=STUB) & ~Q(kind=Kind.PERSON.value),
                name="marketplace_external_id_stub",
            ),
        ]


class Mention(models.Model):
    """A record that names a stub. `record` is its line as it was sent when it has to wait, else empty."""

    pk = models.CompositePrimaryKey("kind", "external_id", "by_kind", "by_id")
    kind = models.TextField()
    external_id = models.CharField(max_length=MAX_EXTERNAL_ID)
    by_kind = models.TextField()
    by_id = models.CharField(max_length=MAX_EXTERNAL_ID)
    record = models.TextField(blank=True)
    version_order = models.BigIntegerField()

    class Meta:
        db_table = "marketplace_mention"
