"""The real web application, for commands that ask it."""

from tests.client.conftest import (  # noqa: F401 - fixtures
    app,
    bell,
    engine,
    revoking,
    settings,
)
