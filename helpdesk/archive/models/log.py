"""The identity of this log."""

from django.db import models


class Log(models.Model):
    """One row: the random id in the log's name, the id of its guard, and whether it is a demo."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    log_id = models.UUIDField()
    guard_id = models.UUIDField()
    mode = models.TextField()
    began_at = models.DateTimeField()

    class Meta:
        db_table = "archive_log"
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="archive_log_one")]
