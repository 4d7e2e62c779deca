"""Pure rules of the marketplace: reading records, judging them against what is known, rows to store."""
