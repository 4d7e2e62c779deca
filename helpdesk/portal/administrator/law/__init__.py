"""The table of the law at the desk."""
