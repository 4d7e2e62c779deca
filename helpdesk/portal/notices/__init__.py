"""Doors of notices: the list, what is mailed, and the link in each mail that ends them."""
