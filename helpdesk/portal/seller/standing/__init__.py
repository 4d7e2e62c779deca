"""A shop's standing: its score, what the search makes of it, and every obligation that it comes from."""
