"""Print the API's description: python -m helpdesk.api.describe > docs/reference/openapi.json"""

import json
import os
import sys
from importlib import import_module

import django


def description() -> str:
    """As it is kept in docs/reference: for people to read, and for changes of it to be seen."""
    api = import_module("helpdesk.api.v1.api").api  # Django must be set up by now
    return json.dumps(api.get_openapi_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "helpdesk.config.settings")
    django.setup()
    sys.stdout.write(description())
