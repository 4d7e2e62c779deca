"""`bin/bench search`: one seller's searches, as the application's role, while the talk of all grows."""
