"""Spoiling a byte as the owner of the database could, who can take every guard away."""

from django.db import connections

from helpdesk.kernel.ids import Ref

_SPOIL = """
    UPDATE archive_value SET value = set_byte(value, 0, get_byte(value, 0) # 1)
    WHERE name = 'body' AND (seller_id, entry_id) IN
          (SELECT seller_id, id FROM archive_entry WHERE seller_id = %s AND chain = %s)
"""


def spoil(conversation: Ref) -> None:
    """One byte of each text of a conversation."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("ALTER TABLE archive_value DISABLE TRIGGER USER")
        cursor.execute(_SPOIL, [*conversation])
        assert cursor.rowcount
        cursor.execute("ALTER TABLE archive_value ENABLE TRIGGER USER")
