"""Tamperings with who an entry belongs to, carried out in every table at once, so that all rows agree."""

from tests.archive.tamperings import Tampering, tampering

_OF_A_CHAIN = {
    "archive_number": "chain",
    "conversations_conversation": "id",
    "conversations_message": "conversation_id",
    "deadlines_obligation": "chain",
    "archive_entry": "chain",
}
_VALUES = "entry_id IN (SELECT id FROM archive_entry WHERE chain = %({of})s)"


def _throughout(what: str, change: str, *more: str, codes: str, of: str = "hania") -> Tampering:
    """The change in the values and in each row of a conversation's chain."""
    sql = [f"UPDATE archive_value SET {change} WHERE {_VALUES.format(of=of)}"]
    sql += [f"UPDATE {table} SET {change} WHERE {key} = %({of})s" for table, key in _OF_A_CHAIN.items()]
    return tampering(what, *more, *sql, codes=codes, names="")


_CLARA = "(SELECT buyer_id FROM conversations_conversation WHERE id = %(clara)s)"

PARTIES = (
    _throughout("a thread hidden from its Buyer", "audience = 1", codes="entry.audience"),
    _throughout("a thread hidden from its Seller", "audience = 3", codes="entry.audience"),
    _throughout("a thread hidden from both", "audience = 2", codes="entry.audience"),
    _throughout("a thread given to another Buyer", f"buyer_id = {_CLARA}", codes="entry.party"),
    _throughout(
        "a thread given to another Buyer, and the pair with it",
        "buyer_id = %(q0)s",
        "UPDATE marketplace_pair SET buyer_id = %(q0)s WHERE pair ="
        " (SELECT pair FROM conversations_conversation WHERE id = %(hania)s)",
        codes="entry.party",
    ),
    tampering(
        "the pair behind a thread deleted",
        "DELETE FROM marketplace_pair WHERE pair ="
        " (SELECT pair FROM conversations_conversation WHERE id = %(hania)s)",
        codes="entry.party",
        names="h0",
    ),
    tampering(
        "a Seller's stand-in changed",
        "UPDATE marketplace_seller SET stand_in = gen_random_uuid() WHERE seller_id = %(seller)s",
        codes="entry.party",
        names="e0 h0",
    ),
    tampering(
        "an administrator's reading shown to the Seller",
        "UPDATE archive_value SET audience = 1 WHERE entry_id = %(reading)s",
        "UPDATE archive_number SET audience = 1 WHERE entry_id = %(reading)s",
        "UPDATE archive_entry SET audience = 1 WHERE id = %(reading)s",
        codes="entry.audience",
        names="reading",
    ),
)
