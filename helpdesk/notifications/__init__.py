"""Notifications: who is told what, by which way, and when.

Owns notices, the ways that they take (portal, mail, the Platform), and each person's wishes.
Promises that a mail server which is down, slow or refuses loses and doubles no notice.
Refuses to tell a thing twice, to tell what is settled, and to put anybody's words into a mail.
"""
