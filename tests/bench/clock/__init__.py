"""The response clock beside the libraries that people reach for: time per answer, and how many are right.

Each contender lives in a process of its own, so that one that never answers cannot hold up the rest. They
take turns in short bursts; every ratio is of two bursts of the same round.
"""
