"""What the program is told: arguments, else environment variables."""

import argparse
import os
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True, kw_only=True)
class Settings:
    """`public` is our own address as browsers and Helpdesk see it; `helpdesk` that of Helpdesk.

    A token, or a client with its secret, lets us in there. `receipt_key` pins the key that signs the feed of
    standings; empty: the key that Helpdesk shows at the first look is trusted from then on.
    """

    helpdesk: str
    token: str
    client_id: str
    client_secret: str
    host: str
    port: int
    public: str
    store: str
    records: Path
    receipt_key: str
    poll_seconds: float


def read() -> Settings:
    """From the command line of this process."""
    told = argparse.ArgumentParser(
        prog="platform", description="A small marketplace that uses Helpdesk for everything people say."
    )
    told.add_argument("--helpdesk", default=_env("HELPDESK_URL", "http://localhost:8000"))
    told.add_argument(
        "--token", default=_env("HELPDESK_TOKEN"), help="of the Platform: `helpdesk token issue NAME`"
    )
    told.add_argument("--client-id", default=_env("HELPDESK_CLIENT_ID"))
    told.add_argument("--client-secret", default=_env("HELPDESK_CLIENT_SECRET"))
    told.add_argument("--host", default="localhost")
    told.add_argument("--port", type=int, default=8600)
    told.add_argument("--public", default="", help="our address as browsers and Helpdesk see it")
    told.add_argument("--store", default=":memory:", help="a SQLite file; default: nothing is kept")
    told.add_argument("--records", type=Path, default=HERE / "records.ndjson")
    told.add_argument("--receipt-key", default=_env("HELPDESK_RECEIPT_KEY"))
    told.add_argument("--poll-seconds", type=float, default=5.0, help="how often the feeds are looked at")
    found = told.parse_args()
    return Settings(
        helpdesk=found.helpdesk.rstrip("/"),
        token=found.token,
        client_id=found.client_id,
        client_secret=found.client_secret,
        host=found.host,
        port=found.port,
        public=(found.public or f"http://{found.host}:{found.port}").rstrip("/"),
        store=found.store,
        records=found.records,
        receipt_key=found.receipt_key,
        poll_seconds=found.poll_seconds,
    )


def _env(name: str, otherwise: str = "") -> str:
    return os.environ.get(name, otherwise)
