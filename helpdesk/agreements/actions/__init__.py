"""Writes of agreements."""

from helpdesk.agreements.actions.ask_for_confirmation import ask_for_confirmation
from helpdesk.agreements.actions.confirm import confirm
from helpdesk.agreements.actions.decline import decline
from helpdesk.agreements.actions.keep import keep
from helpdesk.agreements.actions.propose import propose
from helpdesk.agreements.actions.remind import remind

__all__ = ["ask_for_confirmation", "confirm", "decline", "keep", "propose", "remind"]
