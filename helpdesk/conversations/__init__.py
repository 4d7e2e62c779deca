"""Conversations: what Buyers and Sellers say to each other about an order or an offer.

Owns threads, messages, refused attempts, the buyer's inbox and read marks. There is one thread per
order, and one per buyer and offer before a sale; a second question goes into it.
Promises: a message is stored with its entry, its clock and its receipt, or not at all; nobody
overwrites anybody; the same request twice is one message.
Refuses: editing, withdrawing, and text that nobody could see.
"""
