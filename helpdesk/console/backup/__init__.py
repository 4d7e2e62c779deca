"""Backups: all that one needs to stand up again elsewhere, in one folder, each file with its digest.

The guard is never put back: a database that is older than the guard must not sign a second history.
"""
