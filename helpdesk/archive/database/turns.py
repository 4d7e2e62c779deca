"""Turns: of those who change one thing after a look at it, one at a time.

A place is what an address of the API names after `/api/v1/`, such as `conversations/<ref>/marks`. A deed
takes its turn in the transaction that writes (`acting(actor, turn=place)`). Whoever compares a version first
keeps the turn from the look to the answer (`turn_for_system`); the deed's own lies within it.
"""

from hashlib import blake2b

# Locks of two halves never meet those of chains and sellers, which are one number; the first half is ours.
TURNS = 748310


def turn_of(*, place: str) -> int:
    """The lock's other half, a signed integer of 32 bits; two places that share one wait for each other."""
    digest = blake2b(place.lower().encode(errors="surrogatepass"), digest_size=4).digest()
    return int.from_bytes(digest, signed=True)
