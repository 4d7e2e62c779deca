"""Enforcement: what follows when a Seller breaks the rules, or answers too late for too long.

Owns violations (what persons decided about a Seller's conduct, as points that fade), the published tracks of
measures, proposals, decisions, and measures with their statements of reasons.

Promises: the machine proposes, a person decides, and for more than a week two persons do. No measure begins
without its statement of reasons, which the Seller's side can read before or when it takes effect. Lifting one
gives back what it took. Refuses: to do anything to anybody by machine alone.
"""
