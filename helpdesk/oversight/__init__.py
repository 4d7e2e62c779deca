"""Oversight: the Administrator's desk.

Owns readings: the permission, with a reason, to read one conversation for half an hour.
Promises that every reading is an entry on the administrator's own desk chain, and that lists before
it show no message text.
Refuses to change anything that others wrote.
"""
