"""Words that the rules know, as plain data."""
