"""Agreements: what one side of a conversation proposes and the other confirms, or is asked to confirm.

Owns proposals, confirmations and what became of them; their words stand in the Archive.
Promises that nothing agreed is ever changed but by a new proposal that both sides took part in, that each
step is one entry on the conversation's shared chain, and that an agreed day which passes is told to both.
Refuses to take a proposal for an answer to what was asked beside it: that clock runs on.
"""
