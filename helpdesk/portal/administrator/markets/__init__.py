"""Markets at the desk: all of them, one with its decisions, and how one is opened or changed."""
