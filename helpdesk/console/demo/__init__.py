"""The demo: records of a small marketplace, what happened in it lately, and links to look at it.

Everything is done by the real actions, in a log that is marked as a demo's.
"""
