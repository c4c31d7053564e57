"""The Celery app. Importing it touches no network, no database and no Flask."""

from celery import Celery
from kombu.transport import TRANSPORT_ALIASES

# a malformed message kills a stock consumer; see tasks.guard
for _scheme in ("redis", "rediss"):
    TRANSPORT_ALIASES[_scheme] = "tasks.guard:Transport"

app = Celery("storyworld")
app.config_from_object("celeryconfig")
