"""Launches: links by which the Platform's page lets one person in, once; only their digest is kept."""

from django.db import models
from django.db.models import Q

from helpdesk.accounts.terms import Doing
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import uuid7


class Launch(models.Model):
    """Whom a link lets in, as what, and where it leads: `place` is our id for it, empty for the start page.

    `person_id` may have no account yet: it is opened with the link. `seller_id` for a seller's people.
    """

    id = models.UUIDField(primary_key=True, default=uuid7)
    digest = models.BinaryField(unique=True)
    person_id = models.UUIDField()
    side = models.TextField()
    seller_id = models.BigIntegerField(null=True)
    doing = models.TextField()
    what = models.TextField(blank=True)
    place = models.CharField(max_length=64, blank=True)
    language = models.CharField(max_length=35, blank=True)
    issued_by = models.UUIDField()
    issued_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)
    opened_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "accounts_launch"
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(side=str(Side.SELLER), seller_id__isnull=False)
                    | Q(side=str(Side.BUYER), seller_id__isnull=True)
                ),
                name="accounts_launch_whose",
            ),
            models.CheckConstraint(
                condition=Q(doing__in=[str(doing) for doing in Doing]), name="accounts_launch_doing"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.side} {self.person_id}"
