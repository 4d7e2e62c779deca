"""Ed25519, RFC 8032, verification only. Slower than a library, and the same on every machine."""

from __future__ import annotations

import hashlib

_P = 2**255 - 19
_L = 2**252 + 27742317777372353535851937790883648493
_D = -121665 * pow(121666, _P - 2, _P) % _P
_ROOT = pow(2, (_P - 1) // 4, _P)
_ZERO = (0, 1, 1, 0)


def _added(p: tuple[int, ...], q: tuple[int, ...]) -> tuple[int, ...]:
    """A point in extended coordinates (X, Y, Z, T) and one prepared as (Y+X, Y-X, 2Z, 2dT)."""
    x, y, z, t = p
    a, b = (y - x) * q[1] % _P, (y + x) * q[0] % _P
    c, d = t * q[3] % _P, z * q[2] % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


def _prepared(p: tuple[int, ...]) -> tuple[int, ...]:
    x, y, z, t = p
    return (y + x) % _P, (y - x) % _P, 2 * z % _P, 2 * _D * t % _P


def _table(point: tuple[int, ...]) -> list[list[tuple[int, ...]]]:
    """The multiples 1 to 15 of 16^i times the point, for i from 0 to 63: a product is then 64 additions."""
    rows = []
    for _ in range(64):
        step, multiples = _prepared(point), [point]
        for _ in range(15):
            multiples.append(_added(multiples[-1], step))
        rows.append([_prepared(multiple) for multiple in multiples[:15]])
        point = multiples[15]
    return rows


def _plus_product(p: tuple[int, ...], scalar: int, table: list[list[tuple[int, ...]]]) -> tuple[int, ...]:
    """p + scalar times the table's point; the scalar is below 2^256."""
    for row in table:
        digit = scalar & 15
        if digit:
            p = _added(p, row[digit - 1])
        scalar >>= 4
    return p


def _encoded(p: tuple[int, ...]) -> bytes:
    inverse = pow(p[2], _P - 2, _P)
    x, y = p[0] * inverse % _P, p[1] * inverse % _P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def _decoded(data: bytes) -> tuple[int, ...] | None:
    """The point, or None for bytes that encode none in the one form that RFC 8032 has (section 5.1.3)."""
    number = int.from_bytes(data, "little")
    sign, y = number >> 255, number & (2**255 - 1)
    if y >= _P:
        return None
    u, v = (y * y - 1) % _P, (_D * y * y + 1) % _P
    x = u * pow(v, 3, _P) * pow(u * pow(v, 7, _P), (_P - 5) // 8, _P) % _P
    if (v * x * x - u) % _P:
        x = x * _ROOT % _P
    if (v * x * x - u) % _P or (x == 0 and sign):
        return None
    x = _P - x if x & 1 != sign else x
    return x, y, 1, x * y % _P


_tables: dict[bytes, list[list[tuple[int, ...]]] | None] = {}  # by public key; a package has few


def _table_against(public: bytes) -> list[list[tuple[int, ...]]] | None:
    """The multiples of the key's negative; None unless it is a point of the group of prime order."""
    if public not in _tables:
        point = _decoded(public) if len(public) == 32 else None
        table = point and _table((_P - point[0], point[1], 1, _P - point[3]))
        if table and _encoded(_plus_product(_ZERO, _L, table)) != _encoded(_ZERO):
            table = None
        _tables[public] = None if not table or public == _encoded(_ZERO) else table
    return _tables[public]


_BASE_BYTES = (4 * pow(5, _P - 2, _P) % _P).to_bytes(32, "little")


def _base_table() -> list[list[tuple[int, ...]]]:
    if b"" not in _tables:
        point = _decoded(_BASE_BYTES)
        _tables[b""] = _table(point) if point else None
    return _tables[b""] or []


def ed25519_verifies(public: bytes, signature: bytes, message: bytes) -> bool:
    """Whether R = [S]B - [k]A, with S below the group's order, and A and R in canonical form."""
    if len(signature) != 64 or len(public) != 32:
        return False
    s = int.from_bytes(signature[32:], "little")
    table = _table_against(public)
    if s >= _L or table is None:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % _L
    return _encoded(_plus_product(_plus_product(_ZERO, s, _base_table()), k, table)) == signature[:32]
