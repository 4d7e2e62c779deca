"""One client as a process: `python -m tests.bench.archive.one SECONDS NUMBER`; prints how many it stored."""

import sys
from importlib import import_module

from helpdesk.console import rooms

if __name__ == "__main__":
    rooms.set_up()
    appender = import_module("tests.bench.archive.appender")
    print(appender.append_for(seconds=float(sys.argv[1]), client=int(sys.argv[2])))
