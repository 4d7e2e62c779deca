"""The last moment at which people could work here."""

from django.db import models


class Pulse(models.Model):
    """One row: when a worker last found the Helpdesk ready. What lies before the next one was an outage."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    at = models.DateTimeField()

    class Meta:
        db_table = "deadlines_pulse"
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="deadlines_one_pulse")]
