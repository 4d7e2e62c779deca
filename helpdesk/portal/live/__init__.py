"""Streams: they tell a page that something has happened, by its number in the log; the page looks for itself.

A stream carries no words: what it is about is read from the page's own address, under the page's own rules.
So a stream can neither show nor hide anything, and a page that has none asks again every 30 seconds.
"""
