"""Tables of saved replies."""

from django.db import models
from django.db.models import Q


class Reply(models.Model):
    """A reply of a shop; `bodies` maps languages to texts. A withdrawn one is kept, with who and when, for
    colleagues who still have it before them.
    """

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    name = models.TextField()
    bodies = models.JSONField()
    version = models.IntegerField(default=1)
    changed_at = models.DateTimeField()
    changed_by = models.UUIDField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.UUIDField(null=True)

    class Meta:
        db_table = "saved_replies_reply"
        constraints = [
            models.UniqueConstraint(
                fields=["seller_id", "name"], condition=Q(withdrawn_at=None), name="saved_replies_named_once"
            ),
            models.CheckConstraint(condition=Q(version__gte=1), name="saved_replies_version"),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                name="saved_replies_withdrawn",
            ),
        ]
