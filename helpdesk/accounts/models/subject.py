"""Subjects: how a directory of another house calls one of the operator's people."""

from django.db import models
from django.db.models import Q

from helpdesk.kernel.ids import uuid7


class Subject(models.Model):
    """Whom an issuer's subject stands for, from when until when. `bound_by` and `released_by` are persons."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    issuer = models.CharField(max_length=500)
    subject = models.CharField(max_length=255)
    person = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="subjects")
    bound_at = models.DateTimeField()
    bound_by = models.UUIDField()
    released_at = models.DateTimeField(null=True)
    released_by = models.UUIDField(null=True)

    class Meta:
        db_table = "accounts_subject"
        constraints = [
            models.UniqueConstraint(
                fields=["issuer", "subject"],
                condition=Q(released_at=None),
                name="accounts_subject_of_one",
            ),
            models.UniqueConstraint(
                fields=["issuer", "person"],
                condition=Q(released_at=None),
                name="accounts_subject_one_each",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.issuer}: {self.person_id}"
