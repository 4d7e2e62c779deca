"""Django's PostgreSQL, with connections whose transactions end in time."""
