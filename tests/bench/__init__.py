"""Measure Helpdesk beside its limit: the same SQL on the same database, driven by pgbench in the same run.

Absolute figures mean little on a shared machine; a ratio taken in one interleaved run means much.
"""
