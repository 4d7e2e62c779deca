"""The API: JSON for the Platform, sellers' tools and buyers' surfaces; the same actions as the portal.

Owns addresses under /api, credentials in headers, and the one shape of errors (RFC 9457).
Promises additive changes only within a version, and for bad input a 4xx with a code and a place.
Refuses any decision: an endpoint parses, calls one action or query, and renders.
"""
