"""Invitations: a link by e-mail that makes somebody a colleague; only the link's digest is kept."""

from django.db import models
from django.db.models import Q

from helpdesk.accounts.terms import ADMINISTRATOR_ROLES, TEAM_ROLES
from helpdesk.kernel.ids import uuid7


class Invitation(models.Model):
    """A role offered to an address: a seller's where `seller_id` says so, else the operator's.

    `invited_by` and `withdrawn_by` are persons; the command line is the system, who is none.
    """

    id = models.UUIDField(primary_key=True, default=uuid7)
    digest = models.BinaryField(unique=True)
    email = models.EmailField(max_length=254)
    role = models.TextField()
    seller_id = models.BigIntegerField(null=True)
    language = models.CharField(max_length=10)
    invited_by = models.UUIDField()
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    person = models.ForeignKey(
        "accounts.Person", on_delete=models.PROTECT, null=True, related_name="invitations"
    )
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.UUIDField(null=True)

    class Meta:
        db_table = "accounts_invitation"
        constraints = [
            models.UniqueConstraint(
                fields=["seller_id", "email"],
                condition=Q(accepted_at=None, withdrawn_at=None),
                nulls_distinct=False,
                name="accounts_invitation_open_once",
            ),
            models.CheckConstraint(
                condition=(
                    Q(seller_id=None, role__in=[str(role) for role in ADMINISTRATOR_ROLES])
                    | Q(seller_id__isnull=False, role__in=[str(role) for role in TEAM_ROLES])
                ),
                name="accounts_invitation_role",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.email}: {self.role}"
