"""The rules for messages at the desk: what holds, what is announced, and what a change would do."""
