"""The description of the API (OpenAPI 3.1), with what every operation shares."""

from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from helpdesk.accounts.terms import Scope
from helpdesk.api.lifecycle import RETIRING
from helpdesk.api.problems import CONTENT_TYPE
from helpdesk.api.scopes import scope_of

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


_SCHEMES = {
    "Token": {
        "type": "http",
        "scheme": "bearer",
        "description": "A shop's key (`hd_…`, made under Connections), or a token; it must hold `x-scope`.",
    },
    "OAuth": {
        "type": "oauth2",
        "description": "The Platform's machines (`helpdesk client add`).",
        "flows": {
            "clientCredentials": {
                "tokenUrl": "/api/v1/oauth/token",
                "scopes": {Scope.READ: "Look", Scope.WRITE: "Change"},
            }
        },
    },
    "ClientSecret": {"type": "http", "scheme": "basic", "description": "Client id and secret, for tokens."},
}
_IF_MATCH = {
    "name": "If-Match",
    "in": "header",
    "required": False,
    "schema": {"type": "string", "maxLength": 200},
    "description": "The ETag that was read: 412 with `current` where it has changed since.",
}


class DescribedAPI(NinjaAPI):
    """An API whose description names its errors."""

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        """The description as it is served."""
        found = super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params)
        found["components"]["schemas"]["Problem"] = _PROBLEM
        found["components"]["securitySchemes"] = _SCHEMES
        for path, methods in found["paths"].items():
            for method, operation in methods.items():
                operation["responses"]["default"] = _ANY_ERROR
                if operation.get("security"):
                    self._secure(method.upper(), path, operation)
                if (method.upper(), path) in RETIRING:
                    operation["deprecated"] = True
        return found

    def _secure(self, method: str, path: str, operation: dict[str, Any]) -> None:
        scope = scope_of(method=method, path=path).value
        if operation["security"] != [{"Token": []}]:
            return
        operation["security"] = [{"Token": []}, {"OAuth": [scope if scope == "read" else "write"]}]
        operation["x-scope"] = scope
        if method in ("PUT", "PATCH", "DELETE"):
            operation["parameters"] = [*operation.get("parameters", ()), _IF_MATCH]
