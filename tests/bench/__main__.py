"""`python -m tests.bench NAME`: see bin/bench."""

import argparse
import os
from collections.abc import Sequence
from importlib import import_module
from secrets import token_urlsafe
from typing import Any

from tests.bench import ground

os.environ["HELPDESK_HOME"] = os.environ["HELPDESK_BENCH_HOME"] = str(ground.home())
os.environ["HELPDESK_API_REQUESTS"] = os.environ["HELPDESK_API_REQUESTS_PLATFORM"] = "1000000"
os.environ["HELPDESK_SECRET_KEY"] = token_urlsafe(48)  # of all processes of this run
os.environ.pop("HELPDESK_DATABASE_URL", None)

SIZES = (10_000, 100_000)
NAMES = (
    "post",
    "inbox",
    "import",
    "clock",
    "sweep",
    "archive",
    "evidence",
    "conduct",
    "search",
    "standing",
    "live",
)
ALONE = {  # with a way of their own to measure
    "import": "imports",
    "clock": "clock.run",
    "sweep": "sweep",
    "archive": "archive.run",
    "evidence": "evidence",
    "conduct": "conduct.run",
    "search": "search.run",
    "standing": "standing",
    "live": "live.run",
}


def options() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(
        prog="bin/bench", description="Helpdesk beside its limits and its peers."
    )
    parser.add_argument("name", choices=NAMES)
    parser.add_argument(
        "--sizes",
        type=int,
        nargs="+",
        default=SIZES,
        help="conversations in the database; of `search`: messages",
    )
    parser.add_argument("--clients", type=int, default=8, help="requests at once, on both sides")
    parser.add_argument("--rounds", type=int, default=4, help="pairs of windows per size")
    parser.add_argument("--seconds", type=float, default=4, help="length of a window")
    parser.add_argument("--messages", type=int, default=500, help="of `evidence`: in the conversation")
    parser.add_argument("--orders", type=int, default=20_000, help="of `import`: orders in the file")
    parser.add_argument("--cases", type=int, default=2_400, help="of `clock`: questions to each")
    parser.add_argument("--batch", type=int, default=1_000_000, help="of `clock`: receipts at once")
    parser.add_argument("--writers", type=int, default=4, help="of `archive`: processes that append")
    parser.add_argument("--leaves", type=int, default=300_000, help="of `archive`: leaves to verify")
    parser.add_argument("--sellers", type=int, default=100_000, help="of `standing`")
    parser.add_argument(
        "--year", type=int, default=0, help="of `standing`: sellers of a year that is recomputed, and no more"
    )
    parser.add_argument("--streams", type=int, default=1_000, help="of `live`: that stand open beside")
    parser.add_argument(
        "--keep",
        action="store_true",
        help="of `search`: go on with the database that the last run left, where there is one",
    )
    parser.add_argument(
        "--warm",
        action="store_true",
        help="of `search`: read its tables and indexes into the machine's memory before asking, as a server"
        " that has run for a while holds them",
    )
    parser.add_argument("--said", type=int, default=200, help="of `live`: messages that are followed")
    parser.add_argument(
        "--open",
        type=int,
        nargs="+",
        default=(10_000, 100_000, 1_000_000),
        help="of `sweep`: open obligations",
    )
    return parser.parse_args()


def main(asked: argparse.Namespace) -> None:
    """Measure each size, print the table."""
    import_module("helpdesk.console.rooms").set_up()
    if asked.name in ALONE:
        import_module(f"tests.bench.{ALONE[asked.name]}").run(asked)
        return
    measuring: Any = import_module("tests.bench.measuring")
    subject: Any = import_module(f"tests.bench.{asked.name}")
    figures: Any = import_module("tests.bench.figures")
    print(subject.TITLE)
    print(
        f"{asked.clients} clients on each side, {asked.rounds} pairs of {asked.seconds:g} s in turn"
        "; sign-in, row security, receipts, fsync and synchronous_commit on; no worker runs"
    )
    with ground.server() as ours:
        sizes: Sequence[int] = asked.sizes
        measured = [measuring.measure(ours, subject=subject, size=size, asked=asked) for size in sizes]
    print(figures.table(measured))
    if len(measured) > 1:
        first, last = measured[0], measured[-1]
        print(
            f"Flatness: {last.rate() / first.rate():.2f} of the rate"
            f" with {last.conversations / first.conversations:g} times as many conversations"
        )


if __name__ == "__main__":
    main(options())
