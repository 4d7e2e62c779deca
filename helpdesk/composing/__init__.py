"""What is being written and read: who of a shop's people is where, texts not sent yet, read marks.

Owns presence, drafts, and how far each side has read.
Promises: a shop's people see where a colleague reads or answers, and nobody else does; a draft is its
writer's own, on every device, until it is sent, thrown away or erased with its thread; an author sees when
the other side has read.
Refuses: to show a draft to anybody but its writer, to tell a Buyer who reads, to keep this in the Archive.
"""
