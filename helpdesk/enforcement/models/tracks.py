"""The published tracks."""

from django.db import models


class TracksVersion(models.Model):
    """A version of the tracks, in force from a UTC day on."""

    version = models.IntegerField(primary_key=True)
    content = models.JSONField()
    effective_on = models.DateField()
    published_at = models.DateTimeField()
    entry_id = models.UUIDField()

    class Meta:
        db_table = "enforcement_tracks"
