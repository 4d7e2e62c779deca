"""Writes of accounts."""

from helpdesk.accounts.actions.accept_invitation import accept_invitation
from helpdesk.accounts.actions.add_client import add_client
from helpdesk.accounts.actions.bind_subject import bind_subject
from helpdesk.accounts.actions.choose_language import choose_language
from helpdesk.accounts.actions.choose_market_filter import choose_market_filter
from helpdesk.accounts.actions.disable_person import disable_person
from helpdesk.accounts.actions.draw_allowance import draw_allowance
from helpdesk.accounts.actions.enable_person import enable_person
from helpdesk.accounts.actions.end_key import end_key
from helpdesk.accounts.actions.end_sessions import end_sessions
from helpdesk.accounts.actions.enrol_person import enrol_person
from helpdesk.accounts.actions.forget_person import forget_person
from helpdesk.accounts.actions.grant_role import grant_role
from helpdesk.accounts.actions.invite import invite
from helpdesk.accounts.actions.issue_launch import issue_launch
from helpdesk.accounts.actions.issue_token import issue_token
from helpdesk.accounts.actions.keep_session import keep_session
from helpdesk.accounts.actions.open_account import open_account
from helpdesk.accounts.actions.open_launch import open_launch
from helpdesk.accounts.actions.release_subject import release_subject
from helpdesk.accounts.actions.revoke_client import revoke_client
from helpdesk.accounts.actions.revoke_role import revoke_role
from helpdesk.accounts.actions.revoke_token import revoke_token
from helpdesk.accounts.actions.revoke_tokens import revoke_tokens
from helpdesk.accounts.actions.sweep_credentials import sweep_credentials
from helpdesk.accounts.actions.trade_secret import trade_secret
from helpdesk.accounts.actions.wear_hat import wear_hat
from helpdesk.accounts.actions.withdraw_invitation import withdraw_invitation

__all__ = [
    "accept_invitation",
    "add_client",
    "bind_subject",
    "choose_language",
    "choose_market_filter",
    "disable_person",
    "draw_allowance",
    "enable_person",
    "end_key",
    "end_sessions",
    "enrol_person",
    "forget_person",
    "grant_role",
    "invite",
    "issue_launch",
    "issue_token",
    "keep_session",
    "open_account",
    "open_launch",
    "release_subject",
    "revoke_client",
    "revoke_role",
    "revoke_token",
    "revoke_tokens",
    "sweep_credentials",
    "trade_secret",
    "wear_hat",
    "withdraw_invitation",
]
