"""Outsiders: machines of other people, asked over HTTP.

Owns the one way in which we ask them: so many bytes, so many seconds, no redirect, no proxy.
Promises that whoever sends nothing, too much or a byte now and then holds nobody up.
Refuses to know what is asked, and to ask again: the rooms say that.
"""
