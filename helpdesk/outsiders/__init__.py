"""Outsiders: machines of other people, asked over HTTP.

Owns the ways in which we ask them: so many bytes, so many seconds, no redirect, no proxy; and, where it was
not the operator who typed the address, no network of our own.
Promises that whoever sends nothing, too much or a byte now and then holds nobody up.
Refuses to know what is asked, and to ask again: the rooms say that.
"""
