"""Retention: how long what was said is kept, who may have it erased, and what forbids it.

Owns requests for erasure with their two approvers, legal holds, and the periods per market and kind.
Promises that an erased value is nowhere, while every proof of its entry still holds.
Refuses erasure under a hold, and by one person alone.
"""
