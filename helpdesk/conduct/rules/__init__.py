"""The rules: what is found in a message, and what follows from it."""

from helpdesk.conduct.rules.answers import questions_in, treat
from helpdesk.conduct.rules.examining import examine, wants_earlier
from helpdesk.conduct.rules.warming import warm

__all__ = ["examine", "questions_in", "treat", "wants_earlier", "warm"]
