"""What Buyers see of Sellers."""

from django.db import models


class Grade(models.Model):
    """One row each of those with obligations, counted with the snapshot of the UTC day `counted_on`.

    `score` in hundredths, null while the level is new; `usually` in counted hours, as `terms.Usually` has it.
    """

    seller_id = models.BigIntegerField(primary_key=True)
    counted_on = models.DateField()
    level = models.TextField()
    score = models.SmallIntegerField(null=True)
    usually = models.SmallIntegerField(null=True)

    class Meta:
        db_table = "standing_grade"
