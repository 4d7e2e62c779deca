"""What `--tamper` and `--heal` say of what they did."""

from collections.abc import Iterator

from helpdesk.console.demo import tampering


def lines(*, deed: str) -> Iterator[str]:
    """Do it, and tell."""
    if deed == "heal":
        done = tampering.heal()
        yield f"✓ The byte is back: order {done.order}, entry {done.entry}."
        return
    done = tampering.tamper()
    yield "One byte of a stored message was changed, as an owner of the database could do it:"
    yield f"  order {done.order}, Anna's answer: … {done.words} …"
    yield f"  entry {done.entry}, byte {done.offset}: {chr(done.was)!r} is now {chr(done.now)!r}"
    yield "Where to look:"
    yield "  as Greta or Edda, Integrity, then verify: the tile turns red and names the entry"
    yield "  in a terminal: .venv/bin/helpdesk archive verify"
    yield "To put it back: bin/demo --heal"
