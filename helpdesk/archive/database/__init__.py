"""The database drawer, shared by all rooms above: whose rows are visible, and what may never change."""
