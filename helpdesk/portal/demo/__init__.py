"""The demo's own pages and its bar: whom to be, what to try, which mails were sent."""
