"""The description of the API (OpenAPI 3.1), with what every operation shares."""

from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from helpdesk.api.problems import CONTENT_TYPE

_PROBLEM = {
    "title": "Problem",
    "type": "object",
    "description": "RFC 9457; `code` is stable, `title` in the caller's language; more members may follow.",
    "required": ["type", "title", "status", "code"],
    "properties": {
        "type": {"type": "string", "format": "uri"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "code": {"type": "string"},
        "hint": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["code", "detail"],
                "properties": {
                    "pointer": {"type": "string", "description": "RFC 6901, as a fragment"},
                    "parameter": {"type": "string"},
                    "code": {"type": "string"},
                    "detail": {"type": "string"},
                },
            },
        },
    },
}
_ANY_ERROR = {
    "description": "Nothing was done; the problem says why.",
    "content": {CONTENT_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
}


class DescribedAPI(NinjaAPI):
    """An API whose description names its errors."""

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        """The description as it is served."""
        found = super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params)
        found["components"]["schemas"]["Problem"] = _PROBLEM
        for methods in found["paths"].values():
            for operation in methods.values():
                operation["responses"]["default"] = _ANY_ERROR
        return found
