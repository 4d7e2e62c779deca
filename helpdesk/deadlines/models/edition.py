"""Calendar versions that the operator published; those that come with the package are in its data files."""

from django.db import models


class Edition(models.Model):
    """One version, whole in itself and never changed: its days as `{"2027-05-03": {"en": "..."}}`."""

    pk = models.CompositePrimaryKey("code", "version")
    code = models.TextField()
    version = models.IntegerField()
    base_version = models.IntegerField()  # of the package's own edition that it was drawn from
    effective_on = models.DateField()
    zone = models.TextField()
    first_day = models.DateField()
    last_day = models.DateField()
    source = models.TextField()
    holidays = models.JSONField()
    published_at = models.DateTimeField()
    published_by = models.UUIDField()
    entry_id = models.UUIDField()

    class Meta:
        db_table = "deadlines_edition"
