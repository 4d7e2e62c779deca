"""The Archive: the spine of the house.

Owns the entries (one per deed), their committed values, their numbers, and the cursors of all
reactions. An entry is written in the same transaction as the rows of its deed, or not at all.
Promises: nothing acknowledged is lost, nothing is stored twice, every chain is contiguous, and
`queries.verify` names whatever was changed behind our back.
Refuses: updates and deletions by any role but the eraser's, and deeds whose clock is off.
"""
