"""Dates of cases that have ended, for whoever counts them."""

from django.db import models
from django.db.models import Q

from helpdesk.archive.database.keys import SellerKey


class Closed(models.Model):
    """One date that somebody owed, as the entry `closed_by` ended it; the leaf says the same in `closed`.

    `due_at` is the last instant in time.
    """

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    case_id = models.UUIDField()
    chain = models.UUIDField()
    buyer_id = models.UUIDField()
    audience = models.SmallIntegerField(default=0)
    code = models.TextField()
    owner = models.TextField()
    due_at = models.DateTimeField()
    verdict = models.TextField()
    closed_by = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        db_table = "cases_closed"
        constraints = [
            models.CheckConstraint(
                condition=Q(verdict__in=["met", "late", "missed"]), name="cases_closed_verdict"
            ),
            SellerKey(column="case_id", to="cases.Case", name="cases_closed_case"),
        ]
        indexes = [
            models.Index(fields=["seller_id", "at"], name="cases_closed_of_seller"),
            models.Index(fields=["seller_id", "case_id", "at"], name="cases_closed_in"),
        ]
