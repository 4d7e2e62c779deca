"""Rated obligations, as leaves tell them: no name, no text, nothing that an erasure would have to find."""

from django.db import models


class Point(models.Model):
    """One obligation; `terms.Point` says what the columns mean. Instants are microseconds UTC."""

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    seller = models.UUIDField()
    pair = models.UUIDField()
    chain = models.UUIDField()
    matter = models.TextField()
    with_order = models.BooleanField()
    deadline_us = models.BigIntegerField()
    state = models.TextField()
    overrun_us = models.BigIntegerField()
    by_entry = models.UUIDField()
    code = models.TextField()
    settles = models.UUIDField(null=True)
    like_id = models.UUIDField(null=True)
    ruled = models.TextField(db_default="", default="")
    ruled_by = models.UUIDField(null=True)

    class Meta:
        db_table = "standing_point"
