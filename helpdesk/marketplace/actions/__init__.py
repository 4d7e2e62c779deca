"""Writes of the marketplace."""

from helpdesk.marketplace.actions.change_market import change_market
from helpdesk.marketplace.actions.change_role import change_role
from helpdesk.marketplace.actions.decide_market import decide_market
from helpdesk.marketplace.actions.end_key import end_key
from helpdesk.marketplace.actions.forget_buyer import forget_buyer
from helpdesk.marketplace.actions.import_records import import_records
from helpdesk.marketplace.actions.invite_member import invite_member
from helpdesk.marketplace.actions.join_team import join_team
from helpdesk.marketplace.actions.make_key import make_key
from helpdesk.marketplace.actions.pair_of import pair_of
from helpdesk.marketplace.actions.put_record import put_record
from helpdesk.marketplace.actions.remove_member import remove_member
from helpdesk.marketplace.actions.renew_key import renew_key
from helpdesk.marketplace.actions.restrict import lift_restrictions, lock_seller, restrict
from helpdesk.marketplace.actions.take_moved import take_moved

__all__ = [
    "change_market",
    "change_role",
    "decide_market",
    "end_key",
    "forget_buyer",
    "import_records",
    "invite_member",
    "join_team",
    "lift_restrictions",
    "lock_seller",
    "make_key",
    "pair_of",
    "put_record",
    "remove_member",
    "renew_key",
    "restrict",
    "take_moved",
]
