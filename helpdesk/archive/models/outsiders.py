"""What others say of our checkpoints: witnesses that cosign them, authorities that date them."""

from django.db import models


class Timestamp(models.Model):
    """An RFC 3161 answer to the checkpoint of this size: `note` existed by `at`, says the authority."""

    pk = models.CompositePrimaryKey("tree", "size")
    tree = models.SmallIntegerField()
    size = models.BigIntegerField()
    note = models.TextField()
    response = models.BinaryField()
    at = models.DateTimeField()

    class Meta:
        db_table = "archive_timestamp"


class Cosignature(models.Model):
    """The line of one witness, by its vkey, under the checkpoint `note`: it saw this head `at`."""

    pk = models.CompositePrimaryKey("tree", "size", "witness")
    tree = models.SmallIntegerField()
    size = models.BigIntegerField()
    witness = models.TextField()
    note = models.TextField()
    line = models.TextField()
    at = models.DateTimeField()

    class Meta:
        db_table = "archive_cosignature"


class Witness(models.Model):
    """How we stand with a witness: leaves of `tree` that it knows, and what was wrong the last time.

    `trouble` is a code (empty: it cosigned, at `asked_at`); `since`: when the trouble began.
    """

    vkey = models.TextField(primary_key=True)
    tree = models.SmallIntegerField()
    size = models.BigIntegerField(default=0)
    asked_at = models.DateTimeField()
    trouble = models.TextField(blank=True, default="")
    since = models.DateTimeField(null=True)

    class Meta:
        db_table = "archive_witness"
