"""Takeout: what a shop, a buyer or the Platform may carry away of its own, as files and as feeds.

Owns the feeds and views for business intelligence.
Promises that nothing leaves which its reader could not read here, that reading goes on from a number of the
log without a gap, and that a feed of any length costs the same memory.
Refuses texts and names in feeds and views.
"""
