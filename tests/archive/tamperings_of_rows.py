"""Tamperings with the order of the log, and with the rows of rooms that repeat a leaf."""

from tests.archive.tamperings import CUT, OF, row, tampering

ORDER = (
    tampering(
        "an entry deleted from the middle",
        f"DELETE FROM archive_entry {OF} id = %(e1)s",
        codes="chain.gap number.entry value.orphan row.extra log.state",
        names="e1 e2",
    ),
    tampering(
        "an entry deleted from the middle with all that belongs to it",
        f"DELETE FROM conversations_message {OF} id = %(e1)s",
        f"DELETE FROM conversations_tick {OF} id = %(e1)s",
        f"DELETE FROM archive_value {OF} entry_id = %(e1)s",
        f"DELETE FROM archive_number {OF} entry_id = %(e1)s",
        f"DELETE FROM archive_entry {OF} id = %(e1)s",
        f"UPDATE deadlines_obligation SET answered_by = NULL, answered_at = NULL, verdict = NULL"
        f" {OF} id = %(e0)s",
        codes="chain.gap number.gap log.cut",
        names="e2",
    ),
    tampering("a chain's tail cut off", *CUT, codes="number.entry log.state", names=""),
    tampering(
        "a chain's tail cut off with its number",
        *CUT,
        f"DELETE FROM archive_number {OF} entry_id = %(e4)s",
        codes="number.gap log.cut",
        names="",
    ),
    tampering(
        "the log's tail cut off",
        *(step.replace("%(e4)s", "%(h0)s") for step in CUT),
        f"DELETE FROM archive_number {OF} entry_id = %(h0)s",
        codes="number.cut log.cut",
        names="",
    ),
    tampering(
        "two entries swapped",
        """UPDATE archive_entry a SET leaf = b.leaf, leaf_hash = b.leaf_hash, at = b.at, receipt = b.receipt
            FROM archive_entry b WHERE a.seller_id = %(seller)s AND b.seller_id = a.seller_id
            AND (a.id, b.id) IN ((%(e1)s, %(e3)s), (%(e3)s, %(e1)s))""",
        codes="entry.column chain.link chain.time value.altered receipt.signature row.column log.state",
        names="e1 e3",
    ),
    tampering(
        "two numbers swapped",
        "ALTER TABLE archive_number DROP CONSTRAINT archive_number_entry",
        """UPDATE archive_number a SET entry_id = b.entry_id FROM archive_number b
            WHERE a.seller_id = %(seller)s AND b.seller_id = a.seller_id
            AND (a.entry_id, b.entry_id) IN ((%(e1)s, %(e3)s), (%(e3)s, %(e1)s))""",
        codes="number.order log.state",
        names="",
    ),
    tampering(
        "an entry inserted in the middle",
        f"UPDATE archive_entry SET n = n + 100 {OF} chain = %(clara)s AND n >= 2",
        f"UPDATE archive_entry SET n = n - 99 {OF} chain = %(clara)s AND n >= 100",
        f"""INSERT INTO archive_entry SELECT seller_id, %(hania)s, chain, 2, kind,
            at + interval '1 microsecond', actor, 'forged', leaf, leaf_hash, audience, buyer_id,
            receipt_key, receipt FROM archive_entry {OF} id = %(e1)s""",
        codes="entry.column entry.unnumbered chain.link value.missing receipt.signature row.missing",
        names="e2 hania",
    ),
    tampering(
        "an entry added at the end",
        f"""INSERT INTO archive_entry SELECT seller_id, %(hania)s, chain, 5, kind,
            at + interval '1 microsecond', actor, 'forged', leaf, leaf_hash, audience, buyer_id,
            receipt_key, receipt FROM archive_entry {OF} id = %(e4)s""",
        codes="entry.column entry.unnumbered chain.link value.missing receipt.signature row.missing",
        names="hania",
    ),
    tampering(
        "a number deleted",
        f"DELETE FROM archive_number {OF} entry_id = %(e1)s",
        codes="number.gap entry.unnumbered log.cut",
        names="e1",
    ),
    tampering(
        "all numbers moved by one",
        "UPDATE archive_number SET number = number + 1000",
        "UPDATE archive_number SET number = number - 999",
        codes="number.gap",
        names="",
    ),
    *(
        tampering(
            f"archive_number.{column}",
            f"UPDATE archive_number SET {column} = {to} {OF} entry_id = %(e1)s",
            codes="number.column",
            names="",
        )
        for column, to in (
            ("buyer_id", "NULL"),
            ("audience", "2"),
            ("kind", "'nothing'"),
            ("chain", "gen_random_uuid()"),
        )
    ),
    tampering(
        "a number that leads nowhere",
        f"UPDATE archive_number SET entry_id = gen_random_uuid() {OF} entry_id = %(e1)s",
        codes="number.entry entry.unnumbered log.state",
        names="e1",
    ),
    tampering(
        "a mark of what waits, without its entry",
        "INSERT INTO archive_pending (seller_id, entry_id) VALUES (%(seller)s, %(clara)s)",
        codes="pending.orphan",
        names="clara",
    ),
)

ROWS = (
    row("conversations_message", "at", "at + interval '1 microsecond'"),
    row("conversations_message", "side", "'seller'"),
    row("conversations_message", "n", "99"),
    row("conversations_message", "language", "'xx'"),
    row("conversations_message", "conversation_id", "%(hania)s", of="e4"),
    row("conversations_message", "audience", "2"),
    row("conversations_message", "buyer_id", "gen_random_uuid()"),
    row("deadlines_obligation", "received_at", "received_at - interval '1 microsecond'"),
    row("deadlines_obligation", "opened_deadline", "opened_deadline - interval '1 hour'"),
    row("deadlines_obligation", "opened_version", "99"),
    row("deadlines_obligation", "deadline", "deadline + interval '1 day'", key="answered_by", of="e1"),
    row("deadlines_obligation", "calendar_version", "99", key="answered_by", of="e1"),
    *(
        tampering(
            f"an open question's {column}",
            f"UPDATE deadlines_obligation SET {column} = {to} {OF} id = %(e4)s",
            codes="row.stale",
            names="e4",
        )
        for column, to in (
            ("deadline", "deadline + interval '1 day'"),
            ("calendar_version", "99"),
            ("outages", "7"),
            ("overdue_by = gen_random_uuid(), overdue_at", "now()"),
            ("voided_by", "gen_random_uuid()"),
        )
    ),
    tampering(
        "a verdict corrected by nobody",
        f"""UPDATE deadlines_obligation SET corrected_by = gen_random_uuid(), corrected_verdict = 'met'
            {OF} id = %(e0)s""",
        codes="row.stale",
        names="e0",
    ),
    row("deadlines_obligation", "calendar", "'IT'"),
    row("deadlines_obligation", "zone", "'Europe/Rome'"),
    row("deadlines_obligation", "with_order", "NOT with_order"),
    row("deadlines_obligation", "chain", "gen_random_uuid()"),
    row("deadlines_obligation", "audience", "2"),
    row("deadlines_obligation", "buyer_id", "gen_random_uuid()"),
    row("deadlines_obligation", "answered_at", "answered_at - interval '1 hour'", key="answered_by", of="e1"),
    row("deadlines_obligation", "verdict", "'late'", key="answered_by", of="e1"),
    row("deadlines_move", "deadline", "deadline + interval '1 hour'", of="moved", more="row.stale"),
    row("deadlines_move", "before", "before - interval '1 hour'", of="moved"),
    row("deadlines_move", "cause", "'calendar'", of="moved"),
    row("deadlines_move", "calendar_version", "99", of="moved", more="row.stale"),
    row("deadlines_move", "outages", "99", of="moved", more="row.stale"),
    row("deadlines_move", "verdict", "'met'", of="moved", more="row.stale"),
    row("deadlines_move", "at", "at - interval '1 second'", of="moved"),
    row("deadlines_move", "obligation_id", "%(e4)s", of="moved", more="row.stale"),
    row("deadlines_miss", "deadline", "deadline + interval '1 hour'", of="missed"),
    row("deadlines_miss", "at", "at - interval '1 second'", of="missed", more="row.stale"),
    row("deadlines_miss", "obligation_id", "%(e4)s", of="missed", more="row.stale"),
    tampering(
        "a miss taken back by nobody",
        "UPDATE deadlines_miss SET voided_by = gen_random_uuid() WHERE id = %(missed)s",
        "UPDATE deadlines_obligation SET voided_by = gen_random_uuid() WHERE id = %(d0)s",
        codes="row.extra row.stale",
        names="d0",
    ),
    tampering(
        "a miss that is no longer shown",
        "UPDATE deadlines_obligation SET overdue_by = NULL, overdue_at = NULL WHERE id = %(d0)s",
        codes="row.stale",
        names="d0",
    ),
    row("oversight_reading", "person_id", "gen_random_uuid()", of="reading"),
    row("oversight_reading", "conversation_id", "%(hania)s", of="reading"),
    row("oversight_reading", "reason", "'technical'", of="reading"),
    row("oversight_reading", "starts_at", "starts_at - interval '1 hour'", of="reading"),
    tampering(
        "an answer claimed for another question",
        f"UPDATE deadlines_obligation SET answered_by = %(e3)s {OF} answered_by = %(e1)s",
        codes="row.missing row.column",
        names="e1 e3",
    ),
    tampering(
        "an answer taken back",
        f"""UPDATE deadlines_obligation SET answered_by = NULL, answered_at = NULL, verdict = NULL
            {OF} answered_by = %(e1)s""",
        codes="row.missing",
        names="e1",
    ),
    tampering(
        "an answer invented",
        f"""UPDATE deadlines_obligation SET answered_by = gen_random_uuid(), answered_at = now(),
            verdict = 'met' {OF} id = %(e4)s""",
        codes="row.extra",
        names="",
    ),
    *(
        tampering(
            f"a row of {table} deleted",
            f"DELETE FROM {table} WHERE id = %({of})s",
            codes="row.missing",
            names=of,
        )
        for table, of in (
            ("conversations_message", "e1"),
            ("deadlines_obligation", "e4"),
            ("oversight_reading", "reading"),
        )
    ),
    *(
        tampering(
            f"a row of {table} deleted",
            f"DELETE FROM {table} WHERE id = %({of})s",
            codes="row.missing row.stale",
            names=f"{of} d0",
        )
        for table, of in (("deadlines_move", "moved"), ("deadlines_miss", "missed"))
    ),
    tampering(
        "a message that nobody wrote",
        f"""INSERT INTO conversations_message
            SELECT seller_id, %(hania)s, conversation_id, 5, buyer_id, audience, side, language, at
            FROM conversations_message {OF} id = %(e4)s""",
        codes="row.extra",
        names="hania",
    ),
    tampering(
        "a question that nobody asked",
        f"""INSERT INTO deadlines_obligation (seller_id, id, chain, buyer_id, audience, cause, question_id,
            received_at, budget_us, opened_deadline, opened_version, opened_outages, deadline, calendar,
            calendar_version, outages, zone, with_order)
            SELECT seller_id, %(e1)s, chain, buyer_id, audience, cause, question_id, received_at, budget_us,
            opened_deadline, opened_version, opened_outages, deadline, calendar, calendar_version, outages,
            zone, with_order FROM deadlines_obligation {OF} id = %(e4)s""",
        codes="row.extra",
        names="e1",
    ),
    tampering(
        "a reading without a reason on record",
        """INSERT INTO oversight_reading SELECT %(hania)s, person_id, seller_id, %(hania)s, reason, starts_at,
           ends_at FROM oversight_reading""",
        codes="row.extra",
        names="hania",
    ),
)
