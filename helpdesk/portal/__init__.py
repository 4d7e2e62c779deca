"""The portal: what people see, one folder per side.

Owns pages, forms, styles, and the session that says which hat a person wears.
Promises: every page works without a script, in the reader's language and zone; user text is text and
nothing else; what was typed is never lost to a refusal.
Refuses: rules and tables. A view parses, calls one action or query, and renders.
"""
