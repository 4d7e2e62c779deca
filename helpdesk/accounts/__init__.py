"""Accounts: who people are and how machines prove themselves.

Owns persons, the roles of the operator's people, and API tokens (stored as digests only).
Promises that a disabled person and a revoked token are out at once: both are read at each request.
Refuses to know what a person buys or sells: hats of sellers and buyers come from the marketplace.
"""
