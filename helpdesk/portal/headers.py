"""Headers of every page."""

from django.http import HttpResponse
from django.utils.cache import add_never_cache_headers, patch_vary_headers

# Nothing inline, nothing from elsewhere: what a hostile message smuggles in cannot run or call home.
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def seal(response: HttpResponse, *, streams: str = "") -> HttpResponse:
    """Private: no cache keeps it, unless the view said that it is everybody's. Inert: our own files only.

    `streams` is the origin of live streams where it is not that of the pages.
    """
    response.headers.setdefault(
        "Content-Security-Policy", _policy(streams)
    )  # files have one that is stricter still
    if "public" in response.get("Cache-Control", ""):  # checkpoint and hashes of the log
        return response
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    add_never_cache_headers(response)
    return response


def _policy(streams: str) -> str:
    return POLICY.replace("connect-src 'self'", f"connect-src 'self' {streams}") if streams else POLICY
