"""API tokens: only their digest is kept."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import uuid7


class Token(models.Model):
    """A credential of a machine that acts for one person with one hat; a shop's key has a `name`."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    digest = models.BinaryField(unique=True)
    prefix = models.CharField(max_length=20)
    person = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="tokens")
    side = models.TextField()
    roles = ArrayField(models.TextField())
    scopes = ArrayField(models.TextField())
    seller_id = models.BigIntegerField(null=True)
    buyer_id = models.UUIDField(null=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    name = models.CharField(max_length=80, blank=True, default="", db_default="")  # of a shop's key
    made_by = models.UUIDField(null=True)
    replaces = models.UUIDField(null=True)  # the key that this one takes over from
    used_at = models.DateTimeField(null=True)  # to the minute, or so

    class Meta:
        db_table = "accounts_token"
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(side=str(Side.SELLER), seller_id__isnull=False, buyer_id=None)
                    | Q(side=str(Side.BUYER), buyer_id__isnull=False, seller_id=None)
                    | Q(side__in=[str(Side.ADMINISTRATOR), str(Side.PLATFORM)], seller_id=None, buyer_id=None)
                ),
                name="accounts_token_whose",
            ),
        ]
        indexes = [
            models.Index(fields=["seller_id"], condition=~Q(name=""), name="accounts_token_keys"),
        ]

    def __str__(self) -> str:
        return f"{self.prefix}…"
