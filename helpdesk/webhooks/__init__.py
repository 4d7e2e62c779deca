"""Webhooks: telling machines what the record says, by a feed that they read and by requests that we send.

Owns the list of what leaves the house at all, the endpoints of the Platform and of Sellers, and deliveries.
Promises every published entry at least once, signed (Standard Webhooks), those of one subject in their
order; a receiver that is down, slow or hostile holds up nobody else.
Refuses to send anybody's words or names, and to knock at addresses inside our own network.
"""
