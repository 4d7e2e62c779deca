"""Cases on pages: what both sides see, each with what they may do."""
