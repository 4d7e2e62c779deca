"""The Archive measured: what it takes in, and how fast a stranger goes through it."""
