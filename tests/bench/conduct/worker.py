"""A contender's process: `worker NAME TEXTS.json`; each line on standard input is answered with its times."""

import json
import sys
import time
from pathlib import Path

from tests.bench.conduct.contenders import CONTENDERS, spent


def main(name: str, file: str) -> None:
    """Until standard input ends; the first reading of the texts is not timed."""
    read = CONTENDERS[name][1]()
    texts = json.loads(Path(file).read_text("utf-8"))
    spent(read, texts, time.process_time_ns)
    print("ready", flush=True)
    for _ in sys.stdin:
        print(json.dumps(spent(read, texts, time.process_time_ns)), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
