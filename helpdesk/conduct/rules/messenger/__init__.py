"""Accounts at messengers and social networks: an app, and a name or the way to find it."""

from helpdesk.conduct.rules.messenger.finding import find

__all__ = ["find"]
