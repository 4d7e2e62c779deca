"""Saved replies: what a shop says often, written once in each language, and said to several at a time.

Owns a shop's saved replies. One reply has a body for each language and placeholders for what is the Buyer's
own; the Buyer's language chooses the body.
Promises: an order's own data is filled in, or the reply is not, and what is missing is named; languages are
never mixed; each of several answers is a message like any other, stored by itself or refused by itself.
Refuses: placeholders that nobody knows, and a colleague's newer text overwritten unseen.
"""
