"""The marketplace: a mirror of what the Platform knows of markets, sellers, buyers, offers and orders.

Owns the records that the Platform sends, our ids for them, and the directory from its ids to ours.
Promises that a record never goes back to an older version, that a record which refers to something
unknown is refused with the reason, and that sending anything twice changes nothing.
Refuses to invent: nothing here is edited by people, and no buyer's e-mail or phone is kept.
Changes of a seller's establishment and of a market move legal clocks, so they are deeds in the Archive;
so is an import that changed something. All else is a copy of the Platform's own record, and a mark.
"""
