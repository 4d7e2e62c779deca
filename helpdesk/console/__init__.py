"""The `helpdesk` command and the processes it starts.

Owns: the embedded database, the supervisor of web and worker, and one thin door per command.
Promises: a clear sentence and a stable exit code for every failure (see `exits.py`); no process
stays behind.
Refuses: any decision about the marketplace; a command parses, calls one action or query, and prints.
Its sentences are for the operator and stay in English, like the logs; what buyers and sellers read is
translated.
"""
