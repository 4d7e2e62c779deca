"""Deadlines: what a Seller owes a Buyer, and until when.

Owns obligations: opened by a Buyer's message that nobody owed an answer to yet, closed by an answer
and by nothing else.
Promises that a verdict is decided by the answer's own instant, with the calendar version in force
when the question came; it is never recomputed silently.
Refuses to look at conversations: it knows chains and entries only.
"""
