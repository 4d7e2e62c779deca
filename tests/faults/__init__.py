"""Faults: processes are killed and cables cut under load; a client's own ledger says what must be there."""
