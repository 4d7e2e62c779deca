"""The streams' application for granian."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "helpdesk.config.settings")

import django

django.setup(set_prefix=False)

from helpdesk.portal.live.application import Streams  # noqa: E402 - it needs the settings

application = Streams()
