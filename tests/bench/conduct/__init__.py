"""The reading of messages beside the tools that people reach for: time per message, in turns.

Each contender lives in a process of its own and reads the same messages; every ratio is of two bursts of the
same round. What each of them finds is no matter here: docs/reference/conduct.md has the figures.
"""
