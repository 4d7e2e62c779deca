"""Where attachments are kept, from the operator's one address of it."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

_FOLDER = "helpdesk.attachments.storage.folder.DurableFolder"
_BUCKET = "storages.backends.s3.S3Storage"
_ASIDE = {"exports": "exports", "imports": "imports"}  # what lies in a folder of its own of the same bucket
_CONNECT_SECONDS, _READ_SECONDS, _TRIES = 5, 30, 3


def files(url: str, *, home: Path, what: str = "files") -> dict[str, Any]:
    """Django's STORAGES entry: `s3://bucket/prefix?endpoint=https://...&region=...`, or a folder in the home.

    The keys to a bucket come from where boto3 looks for them: AWS_ACCESS_KEY_ID and so on, a profile.
    """
    if not url:
        return {"BACKEND": _FOLDER, "OPTIONS": {"location": home / what}}
    from botocore.config import Config  # noqa: PLC0415 - only there with the extra `s3`

    parts = urlsplit(url)
    said = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    options: dict[str, Any] = {
        "bucket_name": parts.netloc,
        "location": "/".join(part for part in (parts.path.strip("/"), _ASIDE.get(what)) if part),
        "file_overwrite": True,
        "client_config": Config(
            connect_timeout=_CONNECT_SECONDS,
            read_timeout=_READ_SECONDS,
            retries={"total_max_attempts": _TRIES, "mode": "standard"},
        ),
    }
    if endpoint := said.get("endpoint"):
        options["endpoint_url"] = endpoint
    if region := said.get("region"):
        options["region_name"] = region
    return {"BACKEND": _BUCKET, "OPTIONS": options}
