"""What a storage of files says when something is wrong, as refusals."""

from collections.abc import Iterator
from contextlib import contextmanager

from helpdesk.kernel.refusal import Busy, NotFound


@contextmanager
def of_storage(*, missing: str) -> Iterator[None]:
    """Raises NotFound, with this code, where the object is gone; Busy where the storage is full or away."""
    try:
        yield
    except FileNotFoundError as error:
        raise NotFound(missing) from error
    except OSError as error:
        raise Busy("file.storage") from error
    except Exception as error:
        if not _is_of_a_bucket(error):
            raise
        raise Busy("file.storage") from error


def _is_of_a_bucket(error: Exception) -> bool:
    """Whether boto3 says so, which is there only where a bucket is used; its errors share no base class."""
    return type(error).__module__.split(".")[0] in ("botocore", "boto3", "s3transfer", "urllib3")
