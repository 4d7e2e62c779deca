"""Writes of the marketplace."""

from helpdesk.marketplace.actions.import_records import import_records
from helpdesk.marketplace.actions.pair_of import pair_of
from helpdesk.marketplace.actions.put_record import put_record

__all__ = ["import_records", "pair_of", "put_record"]
