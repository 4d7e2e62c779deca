"""Config: settings, addresses, and the wiring from entry kinds to reactions.

The top floor: it may name every room; no room names it.
"""
