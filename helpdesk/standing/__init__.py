"""Standing: how a Seller answers, as a score, and what follows for where their offers are shown.

Owns every rated obligation as the leaves tell it, daily snapshots of all scores, the published weights, and
the feed of visibility for the Platform's search.

Promises: a score is recomputed from leaf bytes alone, bit for bit, even when every value is erased. Its
numbers are integers and fractions: order, shards and machines make no difference. Every point is explained.
Refuses: to rate by anything but obligations. Violations act through measures, a room above, never here.
"""
