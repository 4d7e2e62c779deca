"""Amendments: what the operator changed of the shipped rules, each whole in itself and never changed."""

from django.db import models


class Amendment(models.Model):
    """Version `number` of a market's amendment, or of everybody's where `market` is empty.

    It holds from `effective_at` until the next of its market does. `content` is {hosts, phrases, ceilings}.
    """

    pk = models.CompositePrimaryKey("market", "number")
    market = models.TextField()
    number = models.IntegerField()
    content = models.JSONField()
    forbids = models.SmallIntegerField()  # 1: something new, which was announced
    published_at = models.DateTimeField()
    effective_at = models.DateTimeField()
    published_by = models.UUIDField()
    entry_id = models.UUIDField()

    class Meta:
        db_table = "conduct_amendment"
