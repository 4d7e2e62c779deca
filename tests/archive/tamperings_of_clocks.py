"""Tamperings with what the response clock keeps: marks, promises, samples, attempts, outages, editions.

A clock's `next_at` is a mark for the sweep: nothing is told from it, and nothing is said of it here.
"""

from tests.archive.tamperings import Tampering, tampering


def _deleted(table: str, of: str, codes: str = "row.missing", key: str = "id") -> Tampering:
    sql = f"DELETE FROM {table} WHERE {key} = %({of})s"
    return tampering(f"a row of {table} deleted: {of}", sql, codes=codes, names=of)


def _rows(
    table: str, columns: dict[str, str], *, of: str, key: str = "id", codes: str = "row.column"
) -> list[Tampering]:
    return [
        tampering(
            f"{table}.{column} of {of}",
            f"UPDATE {table} SET {column} = {to} WHERE {key} = %({of})s",
            codes=codes,
            names=of,
        )
        for column, to in columns.items()
    ]


_HOUR = "+ interval '1 hour'"
_NOBODY = "gen_random_uuid()"
_MOVED = "row.missing row.extra"  # what the entry wrote is gone, and what is there nobody wrote

CLOCKS = (
    *_rows(
        "deadlines_waiver",
        {
            "reason": "'courtesy'",
            "left_us": "left_us + 1",
            "objection_until": f"objection_until {_HOUR}",
            "at": f"at {_HOUR}",
            "obligation_id": "%(q0)s",
            "chain": _NOBODY,
            "audience": "2",
        },
        of="waived",
    ),
    *_rows(
        "deadlines_waiver", {"objected_by": "NULL"}, of="objected", key="objected_by", codes="row.missing"
    ),
    *_rows("deadlines_waiver", {"objected_by": _NOBODY}, of="objected", key="objected_by", codes=_MOVED),
    _deleted("deadlines_waiver", "waived"),
    *_rows(
        "deadlines_promise",
        {"made_at": "made_at - interval '1 hour'", "promised_on": "promised_on + 1"},
        of="promised",
    ),
    *_rows(
        "deadlines_promise",
        {
            "due_at": f"due_at {_HOUR}",
            "calendar_version": "99",
            "outages": "99",
            "calendar": "'IT'",
            "zone": "'Europe/Rome'",
            "with_order": "NOT with_order",
            "question_id": "%(q0)s",
        },
        of="promised",
        codes="row.stale",
    ),
    *_rows(
        "deadlines_promise",
        {"opened_due_at": "opened_due_at - interval '1 hour'"},
        of="promised",
        codes="row.column row.stale",
    ),
    *_rows(
        "deadlines_promise",
        {"verdict": "'late'", "kept_at": f"kept_at {_HOUR}"},
        of="kept",
        key="kept_by",
    ),
    tampering(
        "a promise broken by nobody",
        "UPDATE deadlines_promise SET missed_by = gen_random_uuid() WHERE id = %(promised)s",
        codes="row.extra",
        names="",
    ),
    *_rows("deadlines_promise", {"kept_by": _NOBODY}, of="kept", key="kept_by", codes=_MOVED),
    _deleted("deadlines_promise", "promised"),
    *_rows(
        "deadlines_sample",
        {
            "obligation_id": "%(q0)s",
            "drawn_at": f"drawn_at {_HOUR}",
            "chain": _NOBODY,
            "buyer_id": _NOBODY,
        },
        of="stood",
        key="subject_id",
    ),
    *_rows("deadlines_sample", {"kind": "'waiver'"}, of="stood", key="subject_id", codes=_MOVED),
    *_rows("deadlines_sample", {"audience": "0"}, of="stood", key="subject_id", codes="row.missing"),
    *_rows(
        "deadlines_sample",
        {"subject_id": _NOBODY},
        of="stood",
        key="subject_id",
        codes=_MOVED,
    ),
    tampering(
        "a judgment invented",
        """UPDATE deadlines_sample SET judged_by = gen_random_uuid(), judged_at = now(), judgment = 'stands'
           WHERE subject_id = %(stood)s""",
        codes="row.extra",
        names="",
    ),
    *_rows(
        "deadlines_sample",
        {"judgment": "'stands'"},
        of="judgment",
        key="judged_by",
        codes="row.column row.stale",
    ),
    *_rows(
        "deadlines_sample",
        {"judged_by": _NOBODY},
        of="judgment",
        key="judged_by",
        codes="row.missing row.extra row.stale",
    ),
    *_rows(
        "deadlines_sample",
        {"subject_id": "%(q0)s"},
        of="judgment",
        key="judged_by",
        codes="row.column row.missing row.extra",
    ),
    tampering(
        "a judgment taken back",
        """UPDATE deadlines_sample SET judged_by = NULL, judged_at = NULL, judgment = NULL
           WHERE judged_by = %(judgment)s""",
        codes="row.missing row.stale",
        names="judgment q2",
    ),
    _deleted("deadlines_sample", "stood", key="subject_id"),
    _deleted("deadlines_sample", "judgment", key="judged_by", codes="row.missing row.stale"),
    *_rows(
        "conversations_attempt",
        {
            "code": "'contact'",
            "side": "'buyer'",
            "at": f"at {_HOUR}",
            "conversation_id": _NOBODY,
            "audience": "2",
        },
        of="refused",
    ),
    *_rows(
        "conversations_attempt",
        {"outcome": "'released'", "settled_at": f"settled_at {_HOUR}"},
        of="confirmed",
        key="settled_by",
    ),
    *_rows("conversations_attempt", {"settled_by": _NOBODY}, of="confirmed", key="settled_by", codes=_MOVED),
    _deleted("conversations_attempt", "refused"),
    *_rows(
        "deadlines_edition",
        {
            "holidays": "'{}'",
            "effective_on": "effective_on + 1",
            "zone": "'Europe/Rome'",
            "last_day": "last_day - 1",
            "base_version": "99",
            "source": "'elsewhere'",
            "published_by": _NOBODY,
        },
        of="edition",
        key="entry_id",
    ),
    _deleted("deadlines_edition", "edition", key="entry_id"),
    *_rows(
        "deadlines_outage",
        {
            "starts_at": "starts_at - interval '1 hour'",
            "ends_at": f"ends_at {_HOUR}",
            "number": "7",
            "reason": "'other'",
            "note": "'a better one'",
            "source": "'measured'",
        },
        of="outage",
        key="entry_id",
    ),
    _deleted("deadlines_outage", "outage", key="entry_id"),
    *_rows(
        "deadlines_obligation",
        {
            "cause": "'message'",
            "question_id": _NOBODY,
            "budget_us": "budget_us + 1",
            "opened_deadline": "opened_deadline - interval '1 hour'",
            "opened_version": "99",
            "opened_outages": "99",
        },
        of="reopened",
    ),
    *_rows("deadlines_obligation", {"cause": "'objection'", "question_id": "%(q0)s"}, of="q2"),
    *_rows("deadlines_obligation", {"outages": "99"}, of="judged", key="answered_by"),
    tampering(
        "a corrected verdict taken back",
        "UPDATE deadlines_obligation SET corrected_by = NULL, corrected_verdict = NULL WHERE id = %(q2)s",
        codes="row.stale",
        names="q2",
    ),
    tampering(
        "a corrected verdict made another",
        "UPDATE deadlines_obligation SET corrected_verdict = 'met' WHERE id = %(q2)s",
        codes="row.stale",
        names="q2",
    ),
)
