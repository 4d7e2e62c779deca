"""Business-time arithmetic, against the sample vectors and a slow reference that is obviously right."""
