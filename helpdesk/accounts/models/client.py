"""The Platform's machines: only the digest of their secret is kept."""

from django.db import models

from helpdesk.kernel.ids import uuid7


class Client(models.Model):
    """A machine that trades its secret for tokens (RFC 6749, 4.4), which act as its person."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    person = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="clients")
    name = models.CharField(max_length=120)
    digest = models.BinaryField(unique=True)
    prefix = models.CharField(max_length=20)
    scopes = models.CharField(max_length=200)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "accounts_client"

    def __str__(self) -> str:
        return self.name
