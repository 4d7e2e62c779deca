"""A receiver of webhooks in 40 lines: `python3 examples/webhook.py --port 8600 --secret whsec_...`.

It checks each signature (Standard Webhooks) with nothing but Python, and prints what came.
"""

import argparse
import base64
import hmac
import json
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

OLDEST_SECONDS = 300


def is_signed(secret: str, headers: dict[str, str], body: bytes) -> bool:
    """Whether Helpdesk signed this within the last minutes: id, time and body, together."""
    id, at = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not at.isdigit() or abs(time.time() - int(at)) > OLDEST_SECONDS:
        return False
    key = base64.b64decode(secret.removeprefix("whsec_"))
    wanted = base64.b64encode(hmac.digest(key, f"{id}.{at}.".encode() + body, "sha256")).decode()
    given = headers.get("webhook-signature", "").split()
    return any(hmac.compare_digest(one, f"v1,{wanted}") for one in given)


class Receiver(BaseHTTPRequestHandler):
    """Answers 204 to what Helpdesk signed, 401 to all else."""

    secret = ""

    def do_POST(self) -> None:
        """One event."""
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        holds = is_signed(self.secret, {name.lower(): value for name, value in self.headers.items()}, body)
        event = json.loads(body) if holds else {}
        print(
            event.get("type", "?"),
            "signature holds" if holds else "REFUSED",
            event.get("subject"),
            flush=True,
        )
        self.send_response(204 if holds else 401)
        self.end_headers()


told = argparse.ArgumentParser()
told.add_argument("--port", type=int, default=8600)
told.add_argument("--secret", required=True)
found = told.parse_args()
Receiver.secret = found.secret
HTTPServer(("localhost", found.port), Receiver).serve_forever()
