"""The law that carries the product, as data: each number with its country, its dates and its article.

Owns: the rows of `data/*.toml` and the arithmetic on them (withdrawal, refund, conformity, complaint).
Promises: plain values and integers (microseconds UTC); the same question has the same answer; a row that no
lawyer has confirmed says so; what begins or ends later is known before.
Refuses: to guess. A broken row, two rows for one question and an unknown key are errors, not silence.

Read `row.py` for what a row is, `table.py` to find one, `ending.py` for when a period ends, then
`withdrawal.py`, `conformity.py` and `complaint.py`. None of it is legal advice: the operator's lawyer
decides.
"""
