"""Transparency logs: Merkle trees in tiles, signed tree heads, proofs, and strict verifiers.

Owns: RFC 6962 hashing, C2SP tlog-tiles (height 8), tlog-checkpoint in signed notes with Ed25519,
cosignature/v1 of witnesses, `.tlog-proof` files.
Promises: pure functions over bytes, formats that foreign programs read, the same signature each time.
Refuses: to answer yes or no. A verifier raises `Refused` with a stable code or hands over what it verified;
of two ways to write the same thing it takes one.

Read `frontier.py` and `growing.py` to write a log, `proofs.py` and `proof_files.py` to show an entry,
`checkpoints.py` to sign and open a tree head, `verifying.py` to go through a whole log.
"""
