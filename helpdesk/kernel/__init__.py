"""The kernel: plain values that every room shares.

Owns identifiers, actors, refusals, canonical bytes, safe text and the one clock.
Promises to be pure Python: no Django, no database, no network, no state.
Refuses to grow: what only one room needs lives in that room.
"""
