"""Writes of accounts."""

from helpdesk.accounts.actions.disable_person import disable_person
from helpdesk.accounts.actions.enrol_person import enrol_person
from helpdesk.accounts.actions.grant_role import grant_role
from helpdesk.accounts.actions.issue_token import issue_token
from helpdesk.accounts.actions.revoke_token import revoke_token

__all__ = ["disable_person", "enrol_person", "grant_role", "issue_token", "revoke_token"]
