"""What was done in cases, step by step."""

from django.db import models

from helpdesk.archive.database.keys import SellerKey


class Step(models.Model):
    """One entry of one case: its opening, a step of a side or of time itself, a change of its kind.

    Its id is the entry's, its columns repeat the leaf; what was given and said stands in the Archive only.
    """

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    case_id = models.UUIDField()
    chain = models.UUIDField()
    buyer_id = models.UUIDField()
    audience = models.SmallIntegerField(default=0)
    n = models.IntegerField()
    kind = models.TextField()
    version = models.SmallIntegerField()
    step = models.TextField()
    side = models.TextField()
    frm = models.TextField(blank=True)
    stage = models.TextField()
    outcome = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        db_table = "cases_step"
        constraints = [
            SellerKey(column="chain", to="conversations.Conversation", name="cases_step_conversation"),
        ]
        indexes = [
            models.Index(fields=["seller_id", "case_id", "n"], name="cases_steps"),
            models.Index(fields=["at", "id"], name="cases_steps_old"),
        ]
