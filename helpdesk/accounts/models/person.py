"""People, and the roles that the operator gave them."""

from typing import ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from helpdesk.accounts.terms import ADMINISTRATOR_ROLES
from helpdesk.kernel.ids import uuid7


class Person(AbstractBaseUser):
    """Somebody who signs in. A buyer's person has the buyer's own id."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    email = models.EmailField(unique=True, null=True)
    display_name = models.CharField(max_length=120)
    language = models.CharField(max_length=10, default="en")
    market = models.CharField(max_length=20, blank=True)
    market_filter = models.CharField(max_length=20, blank=True, default="", db_default="")  # at work; "": all
    last_hat = models.CharField(max_length=40, blank=True, default="", db_default="")
    disabled_at = models.DateTimeField(null=True)

    objects: ClassVar[BaseUserManager[Self]] = BaseUserManager()

    USERNAME_FIELD = "email"

    class Meta:
        db_table = "accounts_person"

    def __str__(self) -> str:
        return self.display_name

    @property
    def is_active(self) -> bool:  # type: ignore[override]
        """Django's word for not disabled."""
        return self.disabled_at is None


class AdministratorRole(models.Model):
    """A role of the operator's people, from when until when."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="administrator_roles")
    role = models.TextField()
    granted_at = models.DateTimeField()
    granted_by = models.UUIDField(null=True)
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.UUIDField(null=True)

    class Meta:
        db_table = "accounts_administrator_role"
        constraints = [
            models.UniqueConstraint(
                fields=["person", "role"],
                condition=Q(revoked_at=None),
                name="accounts_administrator_role_once",
            ),
            models.CheckConstraint(
                condition=Q(role__in=[str(role) for role in ADMINISTRATOR_ROLES]),
                name="accounts_administrator_role_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.role}"
