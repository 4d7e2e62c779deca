"""A small marketplace that uses Helpdesk: `python examples/platform --helpdesk ADDRESS --token TOKEN`."""

import logging
import signal
import sys
import threading
import time

import settings as given
from client import Trouble
from market import Market
from web import serve

PATIENCE_SECONDS = 120.0


def main() -> int:
    """Serve until told to stop; the exit code."""
    logging.basicConfig(level=logging.WARNING, format="market square: %(message)s")
    settings = given.read()
    market = Market(settings)
    try:
        _open(market)
    except Trouble as trouble:
        print(f"Helpdesk at {settings.helpdesk} does not let us in: {trouble}", file=sys.stderr)
        return 1
    server = serve(market, host=settings.host, port=settings.port)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    threading.Thread(target=server.serve_forever, daemon=True).start()
    reading = threading.Thread(
        target=market.feeds.run, kwargs={"stop": stop, "seconds": settings.poll_seconds}
    )
    reading.start()
    print(f"Market Square at http://{settings.host}:{server.server_port}", flush=True)
    stop.wait()
    server.shutdown()
    return 0


def _open(market: Market) -> None:
    """Helpdesk may be starting as well: who does not answer at all is waited for. Raises Trouble."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            market.open()
        except Trouble as trouble:
            if trouble.status or time.monotonic() > deadline:
                raise
            time.sleep(0.5)
        else:
            return


if __name__ == "__main__":
    sys.exit(main())
