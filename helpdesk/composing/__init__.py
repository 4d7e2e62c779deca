"""What is being written: who of a shop's people reads or answers where, and texts that are not sent yet.

Owns presence and drafts.
Promises: a shop's people see where a colleague reads or answers, and nobody else does; a draft is its
writer's own, on every device, until it is sent, thrown away or erased with its thread.
Refuses: to show a draft to anybody but its writer, to tell a Buyer who reads, to keep this in the Archive.
"""
