"""Attachments: files that people send with their messages.

Owns uploads and sealed files: their storage under random keys, their examination, their quarantine.
Promises that an original is stored durably before the message that commits its digest, and that nobody
but its author opens a file before it was examined.
Refuses what is too large, what is not what it says it is, and what explodes when it is opened.
"""
