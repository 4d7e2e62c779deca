"""Team work: how a Seller's people share the inbox without the Buyer seeing any of it.

Owns internal notes, who looks after a thread, its tags, until when it is put off; who is away and who covers.
Promises: a note is a backstage entry of the Seller's, kept and erased with its thread, and stands on no page,
answer, package or search of the Buyer's; nothing here stops or starts a clock.
Refuses to hide what is late or due today, and what an absent colleague looks after.
"""
